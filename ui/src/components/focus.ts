// Where the keyboard is: what can take the focus, a dialog that keeps it, and F6 from region to region.

const FOCUSABLE = "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]";

export function focusable(inside: ParentNode): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.tabIndex >= 0 && shown(element));
}

/** An attachment: the focus enters, goes round inside, and returns to where it was at the end. */
export function keepFocus(box: HTMLElement): () => void {
  const before = document.activeElement;
  const first = box.querySelector<HTMLElement>("[data-first]") ?? focusable(box)[0] ?? box;
  first.focus();
  const turn = (event: KeyboardEvent) => {
    if (event.key !== "Tab") return;
    const stops = focusable(box);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge && box.contains(document.activeElement)) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };
  box.addEventListener("keydown", turn);
  return () => {
    box.removeEventListener("keydown", turn);
    // What lies under a dialog is inert until the window has been drawn without it.
    setTimeout(() => {
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus();
    });
  };
}

/** F6 and Shift+F6: the next region in reading order, at its current item or its first control. */
export function nextRegion(step: 1 | -1) {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(shown);
  if (regions.length === 0) return;
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const start = now < 0 && step < 0 ? 0 : now;
  const region = regions[(start + step + regions.length) % regions.length];
  const target = region.querySelector<HTMLElement>("[data-entry]") ?? focusable(region)[0];
  if (target) return target.focus();
  region.tabIndex = -1;
  region.focus();
}

function shown(element: HTMLElement): boolean {
  // checkVisibility is not in every test environment.
  return element.checkVisibility?.() ?? true;
}
