// Which rows of a long list are mounted, when all rows are equally high.

/** The first row, and the one after the last. */
export type Span = { first: number; last: number };

/** Rows in view and some around. */
export function visibleRows(top: number, height: number, row: number, count: number, spare = 8): Span {
  const first = Math.max(0, Math.min(count, Math.floor(top / row)) - spare);
  const last = Math.min(count, Math.ceil((top + height) / row) + spare);
  return { first, last };
}

/** Where to scroll so that a row is in view; the same place when it already is. */
export function scrollFor(index: number, top: number, height: number, row: number): number {
  if (index * row < top) return index * row;
  return Math.max(top, (index + 1) * row - height);
}
