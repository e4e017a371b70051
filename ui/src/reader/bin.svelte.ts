// The bin: what lies in it, and what goes there or comes back.
import { tick } from "svelte";
import * as backend from "../backend/commands";
import type { BinRow } from "../backend/types/BinRow";
import type { DocumentRow } from "../backend/types/DocumentRow";
import { app } from "../state.svelte";

class Bin {
  rows = $state.raw<BinRow[]>([]);
  /** It stands in place of the list. */
  open = $state(false);
  /** A document whose figures count: one is asked before it goes. */
  asked = $state.raw<{ document: DocumentRow; uses: string[] } | null>(null);
  /** Emptying is being confirmed. */
  emptying = $state(false);
  #call = 0;

  async load() {
    const call = (this.#call += 1);
    const rows = await app.attempt(backend.bin());
    if (!rows || call !== this.#call) return;
    this.rows = rows;
  }

  /** Comes in place of the list, or goes again; the focus goes with it. */
  async turn(open: boolean) {
    this.open = open;
    await tick();
    document.querySelector<HTMLElement>(open ? ".binned button, [data-bin-back]" : "[data-bin], .list")?.focus();
  }

  /** Puts a document in the bin, at once when nothing depends on it. */
  async put(document: DocumentRow) {
    const uses = await app.attempt(backend.uses([document.id]));
    if (!uses) return;
    if (uses.length > 0) this.asked = { document, uses };
    else await app.act(backend.trash([document.id]));
  }

  /** The answer to the question. */
  async agree() {
    const document = this.asked?.document;
    this.asked = null;
    if (document) await app.act(backend.trash([document.id]));
  }

  restore(document: string) {
    return app.act(backend.untrash([document]));
  }

  async empty() {
    this.emptying = false;
    await app.act(backend.empty_bin(), null);
  }
}

export const bin = new Bin();
