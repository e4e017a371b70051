// What a person has selected in the text, as the wire wants it: a block and UTF-16 offsets in it.
import type { SelectionView } from "../backend/types/SelectionView";

/** The selected words of one block: of several, the first with a digit, else the first. Null when nothing is selected. */
export function selectedIn(id: string): SelectionView | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const blocks = [...document.querySelectorAll<HTMLElement>(".article [data-block]")].filter((block) => range.intersectsNode(block));
  const cuts = blocks.map((block) => cut(block, range)).filter(({ start, end }) => start < end);
  const chosen = cuts.find(({ words }) => /\d/.test(words)) ?? cuts[0];
  return chosen ? { document: id, block: chosen.block, start: chosen.start, end: chosen.end } : null;
}

function cut(block: HTMLElement, range: Range) {
  const text = block.textContent ?? "";
  const start = block.contains(range.startContainer) ? before(block, range.startContainer, range.startOffset) : 0;
  const end = block.contains(range.endContainer) ? before(block, range.endContainer, range.endOffset) : text.length;
  return { block: Number(block.dataset.block), start, end, words: text.slice(start, end) };
}

/** How much of a block stands before a place in it. */
function before(block: HTMLElement, node: Node, offset: number): number {
  const head = document.createRange();
  head.selectNodeContents(block);
  head.setEnd(node, offset);
  return head.toString().length;
}
