// Where the chips of the margin go: each at the first line of its sentence, in the order of the text; one that would
// cover the one above moves down. The text never moves.

export type Wanted = { id: string; y: number; height: number };

export function placeChips(wanted: Wanted[], gap = 4): Map<string, number> {
  const placed = new Map<string, number>();
  let free = -Infinity;
  for (const chip of [...wanted].sort((a, b) => a.y - b.y)) {
    const y = Math.max(chip.y, free);
    placed.set(chip.id, y);
    free = y + chip.height + gap;
  }
  return placed;
}
