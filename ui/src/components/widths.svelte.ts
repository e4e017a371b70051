// The widths of the panes, remembered on this computer. In pixels at 100 %: the interface scale multiplies them.

class Width {
  #pane: string;
  #value = $state(0);

  constructor(pane: string, initial: number) {
    this.#pane = pane;
    this.#value = Number(localStorage.getItem(`width-${pane}`)) || initial;
  }

  get value(): number {
    return this.#value;
  }

  set value(pixels: number) {
    this.#value = pixels;
    localStorage.setItem(`width-${this.#pane}`, String(pixels));
  }

  get rem(): string {
    return `${this.#value / 16}rem`;
  }
}

const widths = new Map<string, Width>();

/** The width of a pane, the same object for all who ask. */
export function remembered(pane: string, initial: number): Width {
  const width = widths.get(pane) ?? new Width(pane, initial);
  widths.set(pane, width);
  return width;
}
