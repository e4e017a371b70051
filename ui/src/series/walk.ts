// The walk over the points of a chart with the arrows: one tab stop, ends do not go round.
const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The point a key leads to; null when the key does not walk. */
export function walk(key: string, now: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return key in steps ? Math.min(count - 1, Math.max(0, now + steps[key])) : null;
}
