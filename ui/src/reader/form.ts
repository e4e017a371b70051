// What the form of a figure offers, and where it begins.
import type { BoundView } from "../backend/types/BoundView";
import type { Choice } from "../backend/types/Choice";
import type { FieldsView } from "../backend/types/FieldsView";
import type { KindView } from "../backend/types/KindView";
import { t } from "../words";

const BOUNDS: BoundView[] = ["exact", "about", "at_least", "at_most"];
const KINDS: KindView[] = ["during", "since", "as_of", "event", "unknown"];

export const bounds = (): Choice[] => BOUNDS.map((id) => ({ id, label: t(`bound-${id.replace("_", "-")}`) }));
export const kinds = (): Choice[] => KINDS.map((id) => ({ id, label: t(`kind-${id}`) }));
export const modalities = (): Choice[] => ["fact", "plan"].map((id) => ({ id, label: t(`modality-${id}`) }));

/** The choices, with the figure's own when it is not among them: an unusual currency. */
export const withOwn = (choices: Choice[], own: string): Choice[] =>
  choices.some(({ id }) => id === own) ? choices : [{ id: own, label: own }, ...choices];

/** The field that needs a person first. */
export function doubtful(fields: FieldsView): "indicator" | "kind" | "value" {
  if (fields.indicator === "") return "indicator";
  return fields.kind === "unknown" ? "kind" : "value";
}
