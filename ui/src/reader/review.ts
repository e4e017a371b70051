// The walk through the figures of a text, with J and K, and from a decision to the next figure that waits for one.
import type { FigureView } from "../backend/types/FigureView";

/** The figure after or before the current one, stopping at the ends; from none, the first that waits, else the first. */
export function step(figures: FigureView[], current: string | null, by: 1 | -1): string | null {
  if (figures.length === 0) return null;
  const now = figures.findIndex(({ id }) => id === current);
  if (now < 0) return (figures.find(({ status }) => status === "suggested") ?? figures[0]).id;
  return figures[Math.min(figures.length - 1, Math.max(0, now + by))].id;
}

/** After a decision: the next figure still to review, going round; the same when none is left. */
export function nextToReview(figures: FigureView[], decided: string): string {
  const now = figures.findIndex(({ id }) => id === decided);
  const rest = [...figures.slice(now + 1), ...figures.slice(0, Math.max(0, now))];
  return rest.find(({ status }) => status === "suggested")?.id ?? decided;
}

export const toReview = (figures: FigureView[]): number => figures.filter(({ status }) => status === "suggested").length;
