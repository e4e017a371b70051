// Where a long list stands while it scrolls. No engine draws an element higher than some 33 million pixels, so a list
// that would be higher is drawn shorter: both its ends as they are, the middle gathered. Pure.

/** Height of the highest element that is drawn. */
export const TALLEST = 16_000_000;
/** How much of each end is drawn as it is. */
const END = 2_000_000;

/** `at`: where one is in the whole list; `pixel`: where its element is scrolled to. */
export type Strip = { at: number; pixel: number };
/** Heights: of the whole list, and of what is in view. */
export type Size = { whole: number; view: number };

export const drawn = (whole: number): number => Math.min(whole, TALLEST);

/** From a place in the whole list to the pixel that stands for it. */
export function pixelOf(at: number, { whole, view }: Size): number {
  const [far, last] = ends(whole, view);
  if (far <= last || at <= END) return at;
  if (at >= far - END) return last - (far - at);
  return END + ((at - END) * (last - 2 * END)) / (far - 2 * END);
}

export function placeOf(pixel: number, { whole, view }: Size): number {
  const [far, last] = ends(whole, view);
  if (far <= last || pixel <= END) return pixel;
  if (pixel >= last - END) return far - (last - pixel);
  return END + ((pixel - END) * (far - 2 * END)) / (last - 2 * END);
}

/** After the element was scrolled: a wheel or a key moves by what it says, a drag of the bar leads to its place. */
export function scrolled(before: Strip, pixel: number, size: Size): Strip {
  const by = pixel - before.pixel;
  const [far, last] = ends(size.whole, size.view);
  const small = Math.abs(by) <= 2 * size.view && pixel > 0 && pixel < last;
  return { pixel, at: small ? Math.min(far, Math.max(0, before.at + by)) : placeOf(pixel, size) };
}

/** Leads to a place of the list. */
export function led(at: number, size: Size): Strip {
  const [far] = ends(size.whole, size.view);
  const place = Math.min(far, Math.max(0, at));
  return { at: place, pixel: pixelOf(place, size) };
}

const ends = (whole: number, view: number): [number, number] => [Math.max(0, whole - view), Math.max(0, drawn(whole) - view)];
