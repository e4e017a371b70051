// A long text is mounted by chunks, those near the view. What is not mounted keeps its place by a height: measured once
// it has been seen, guessed before. (In this engine content-visibility makes scrolling jump, so it is not used.)
import type { Piece } from "../backend/types/Piece";

export const CHUNK = 50;
/** A text of fewer pieces is mounted whole. */
export const LONG = 400;
/** How far beyond the view chunks are mounted, in pixels. */
export const MARGIN = 1500;

export function inChunks(pieces: Piece[]): Piece[][] {
  const chunks: Piece[][] = [];
  for (let i = 0; i < pieces.length; i += CHUNK) chunks.push(pieces.slice(i, i + CHUNK));
  return chunks;
}

/** The height of a chunk before it has been seen, from the count of its letters. */
export function guess(chunk: Piece[], lettersInLine: number, line: number): number {
  const lines = chunk.map((piece) => (piece.piece === "aside" ? 2 : Math.ceil(Math.max(1, piece.text.length) / lettersInLine) + 0.5));
  return Math.round(lines.reduce((sum, count) => sum + count, 0) * line);
}

/** First and last chunk that touch the stretch from `top` to `bottom`, in pixels from the first chunk. */
export function around(heights: number[], top: number, bottom: number): [number, number] {
  let y = 0;
  let first = -1;
  let last = 0;
  heights.forEach((height, i) => {
    if (y < bottom && y + height > top) {
      if (first < 0) first = i;
      last = i;
    }
    y += height;
  });
  if (first >= 0) return [first, last];
  const edge = top <= 0 ? 0 : Math.max(0, heights.length - 1);
  return [edge, edge];
}

export const above = (heights: number[], chunk: number): number => heights.slice(0, chunk).reduce((sum, height) => sum + height, 0);

/** The chunk that holds a block; -1 when none does. */
export function chunkOf(chunks: Piece[][], block: number): number {
  return chunks.findIndex((chunk) => chunk.some((piece) => (piece.piece === "block" ? piece.id === block : piece.blocks.some(({ id }) => id === block))));
}
