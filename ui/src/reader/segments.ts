// Cuts the text of a block where marks begin and end, so that overlapping marks become a row of plain pieces. Offsets
// are those of the wire (UTF-16 in the block); nothing is searched for here.
import type { Mark } from "../backend/types/Mark";

export type Segment = {
  text: string;
  /** Figures whose number, period or sentence covers this piece. */
  numbers: string[];
  periods: string[];
  sentences: string[];
};

/** One sweep over the borders, from left to right. A mark that leaves the text is cut to it. */
export function segments(text: string, marks: Mark[]): Segment[] {
  const kept = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start);
  const borders = [...new Set([0, text.length, ...kept.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const found: Segment[] = [];
  let waiting = 0;
  let over: Mark[] = [];
  for (let i = 0; i + 1 < borders.length; i += 1) {
    const [start, end] = [borders[i], borders[i + 1]];
    over = over.filter((mark) => mark.end > start);
    while (waiting < kept.length && kept[waiting].start <= start) over.push(kept[waiting++]);
    const of = (kind: Mark["kind"]) => over.filter((mark) => mark.kind === kind).map((mark) => mark.figure);
    found.push({ text: text.slice(start, end), numbers: of("number"), periods: of("period"), sentences: of("sentence") });
  }
  return found;
}

/** The figure that a click on this piece selects: its number before its period; a bare sentence selects nothing. */
export const clicked = (segment: Segment): string | undefined => segment.numbers[0] ?? segment.periods[0];

export const figuresOf = (segment: Segment): string[] => [...new Set([...segment.numbers, ...segment.periods, ...segment.sentences])];

/** The looks of a piece: solid line, dotted line, painted sentence of the selected figure. */
export function look(segment: Segment, selected: string | null): string {
  const looks: string[] = [];
  const holds = (figures: string[]) => selected !== null && figures.includes(selected);
  if (segment.numbers.length > 0) looks.push("fig");
  else if (segment.periods.length > 0) looks.push("per");
  if (holds(segment.numbers) || holds(segment.periods)) looks.push("on");
  if (holds(segment.sentences)) looks.push("sentence");
  return looks.join(" ");
}
