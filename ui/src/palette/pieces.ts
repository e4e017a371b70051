// Cuts a sentence at the words that were found, so that they can be shown strong. Ranges are UTF-16, from the wire.

export type FoundPiece = { text: string; found: boolean };

export function foundPieces(sentence: string, found: [number, number][]): FoundPiece[] {
  const pieces: FoundPiece[] = [];
  let at = 0;
  for (const [start, end] of [...found].sort((a, b) => a[0] - b[0])) {
    if (start < at || end <= start) continue;
    if (start > at) pieces.push({ text: sentence.slice(at, start), found: false });
    pieces.push({ text: sentence.slice(start, end), found: true });
    at = end;
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), found: false });
  return pieces;
}
