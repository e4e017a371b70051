// The lines of an import: their icons, the order they are read in, and the counts worth showing.
import type { ImportItem } from "../backend/types/ImportItem";
import type { ImportView } from "../backend/types/ImportView";
import type { Outcome } from "../backend/types/Outcome";
import type { IconName } from "../components/icons";

export const looks: Record<Outcome, { icon: IconName; tone: string }> = {
  waiting: { icon: "clock", tone: "dim" },
  read: { icon: "okc", tone: "ok" },
  known: { icon: "equal", tone: "" },
  check: { icon: "warn", tone: "warn" },
  refused: { icon: "stop", tone: "danger" },
};

const worst: Outcome[] = ["refused", "check", "known", "read", "waiting"];

/** While it runs, the order of the files; once finished, what asks for something comes first. */
export function inOrder(view: ImportView): ImportItem[] {
  if (view.running) return view.items;
  return [...view.items].sort((a, b) => worst.indexOf(a.outcome) - worst.indexOf(b.outcome));
}

/** The outcomes that happened, in the order they are told. */
export function counts(view: ImportView): { outcome: Outcome; count: number }[] {
  const told: Exclude<Outcome, "waiting">[] = ["read", "known", "check", "refused"];
  return told.map((outcome) => ({ outcome, count: view[outcome] })).filter(({ count }) => count > 0);
}

/** What is left to do was interrupted: the import can go on. */
export const unfinished = (view: ImportView): boolean => !view.running && view.done < view.total;
