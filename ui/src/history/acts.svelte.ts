// What the history shows: acts, latest first, a hundred at a time.
import * as backend from "../backend/commands";
import type { ActRow } from "../backend/types/ActRow";
import { app } from "../state.svelte";

class Acts {
  rows = $state.raw<ActRow[]>([]);
  /** There are earlier ones. */
  more = $state(false);
  /** The first answer is there. */
  known = $state(false);
  filter = $state("");
  #call = 0;
  #busy = false;

  /** Fetches anew as many as are shown: an act can change how an earlier one stands. */
  async renew() {
    const call = (this.#call += 1);
    const wanted = this.rows.length;
    let rows: ActRow[] = [];
    let more = true;
    do {
      const view = await app.attempt(backend.history(rows.at(-1)?.seq ?? null));
      if (!view || call !== this.#call) return;
      rows = [...rows, ...view.acts];
      more = view.more && view.acts.length > 0;
    } while (more && rows.length < wanted);
    this.rows = rows;
    this.more = more;
    this.known = true;
  }

  async earlier() {
    if (this.#busy || !this.more) return;
    this.#busy = true;
    const call = this.#call;
    const view = await app.attempt(backend.history(this.rows.at(-1)?.seq ?? null));
    this.#busy = false;
    if (!view || call !== this.#call) return;
    this.rows = [...this.rows, ...view.acts];
    this.more = view.more && view.acts.length > 0;
  }

  /** Another library, or the panel has gone. */
  forget() {
    this.#call += 1;
    this.rows = [];
    this.more = this.known = false;
    this.filter = "";
  }
}

export const acts = new Acts();

/** The acts whose words hold all of those that were typed, whatever the accents and the case. */
export function matching(rows: ActRow[], typed: string): ActRow[] {
  const wanted = bare(typed).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const words = bare(`${row.said} ${row.detail ?? ""} ${row.coder}`);
    return wanted.every((word) => words.includes(word));
  });
}

const bare = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
