// One figure for the tests of this folder, with the fields that matter given by the test.
import type { FigureView } from "../backend/types/FigureView";

export function figure(given: Partial<FigureView>): FigureView {
  return {
    id: "a", document: "d", block: 1, value: "44 000", bound: "at_least", bound_words: "plus de", indicator: "Retours", indicator_short: "retours",
    population: null, period: "2017", status: "suggested", part_of: null, part_of_id: null, reading: "Lu ainsi", quote: "", name: "44 000, au moins, retours",
    decided: null, doubtful: false, corrected: null, by_hand: false, read_otherwise: false,
    table: [
      { field: "value", value: "44 000", source: "« 44.000 »", machine: null, missing: false },
      { field: "period", value: "2017", source: "« en 2017 »", machine: null, missing: false },
    ],
    fields: {
      value: "44 000", upper: "", bound: "at_least", unit: "persons", indicator: "return.total",
      kind: "during", from: "2017", to: "2017", population: "", modality: "fact",
    },
    ...given,
  };
}
