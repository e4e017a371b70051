// The texts that the open document had before, and what changed since one of them.
import * as backend from "../backend/commands";
import type { DifferencePiece } from "../backend/types/DifferencePiece";
import type { VersionRow } from "../backend/types/VersionRow";
import { app } from "../state.svelte";

class Versions {
  document = $state<string | null>(null);
  rows = $state.raw<VersionRow[]>([]);
  /** The version that is compared; null while the dialog is closed. */
  index = $state<number | null>(null);
  pieces = $state.raw<DifferencePiece[] | null>(null);
  #call = 0;

  async load(document: string) {
    const call = (this.#call += 1);
    const rows = await app.attempt(backend.versions(document));
    if (!rows || call !== this.#call) return;
    this.rows = rows;
    this.document = document;
  }

  async compare(index: number) {
    if (this.document === null) return;
    this.index = index;
    this.pieces = null;
    const pieces = await app.attempt(backend.difference(this.document, index));
    if (this.index !== index) return;
    if (pieces) this.pieces = pieces;
    else this.index = null;
  }

  close() {
    this.index = this.pieces = null;
  }
}

export const versions = new Versions();
