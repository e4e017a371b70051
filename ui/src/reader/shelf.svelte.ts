// What Lecture holds: the list of documents, the one that is open, where each was left.
import { SvelteSet } from "svelte/reactivity";
import * as backend from "../backend/commands";
import type { DocumentList } from "../backend/types/DocumentList";
import type { Reading } from "../backend/types/Reading";
import type { VerdictView } from "../backend/types/VerdictView";
import { app } from "../state.svelte";
import { nextToReview } from "./review";

/** Where a selection was made: the pane clicked is the one that does not scroll. */
export type Origin = "text" | "cards" | "elsewhere";

class Shelf {
  filter = $state("");
  list = $state.raw<DocumentList | null>(null);
  reading = $state.raw<Reading | null>(null);
  /** True when a text takes more than 200 ms: a skeleton shows then, not before. */
  late = $state(false);
  #chosen = $state.raw<{ figure: string | null; origin: Origin }>({ figure: null, origin: "elsewhere" });
  /** Set-aside pieces that are open, as "document piece". */
  opened = new SvelteSet<string>();
  scrolls = new Map<string, number>();
  #arrivals = 0;
  #listCall = 0;
  #readCall = 0;
  #verdicts: Promise<unknown> = Promise.resolve();

  async loadList() {
    if (this.#arrivals !== app.arrivals) this.#startAfresh();
    const call = (this.#listCall += 1);
    const list = await app.attempt(backend.documents(this.filter));
    if (!list || call !== this.#listCall) return;
    this.list = list;
    if (app.place.document === null && list.rows.length > 0) app.mark({ document: list.rows[0].id });
  }

  /** Another library: nothing of the one before stays. */
  #startAfresh() {
    this.#arrivals = app.arrivals;
    this.filter = "";
    this.list = this.reading = null;
    this.opened.clear();
    this.scrolls.clear();
  }

  async load(id: string) {
    const call = (this.#readCall += 1);
    const timer = setTimeout(() => (this.late = call === this.#readCall), 200);
    const reading = await app.attempt(backend.document(id));
    clearTimeout(timer);
    if (call !== this.#readCall) return;
    this.late = false;
    if (reading) this.reading = reading;
  }

  select(figure: string | null, origin: Origin) {
    this.#chosen = { figure, origin };
    app.mark({ figure });
  }

  /** Where a figure was selected; one that came with its place (a chart, an undo) comes from elsewhere. */
  origin(figure: string): Origin {
    return this.#chosen.figure === figure ? this.#chosen.origin : "elsewhere";
  }

  openDocument(id: string) {
    if (id !== app.place.document) app.go({ document: id, figure: null });
  }

  /** The document after or before the open one, in the list. */
  turn(by: 1 | -1) {
    const rows = this.list?.rows ?? [];
    const now = rows.findIndex(({ id }) => id === app.place.document);
    const next = rows[now + by];
    if (next) this.openDocument(next.id);
  }

  /** A decision on a figure; decisions follow each other, so that quick keys lose none and never meet the same figure. */
  decide(verdict: VerdictView, figure?: string): Promise<void> {
    const turn = this.#verdicts.then(() => this.#decide(verdict, figure));
    this.#verdicts = turn.catch(() => undefined);
    return turn;
  }

  async #decide(verdict: VerdictView, asked?: string) {
    const id = asked ?? app.place.figure;
    const figure = this.reading?.figures.find((one) => one.id === id);
    const status = verdict === "accept" ? "accepted" : "rejected";
    if (!figure || figure.status === status) return;
    const changed = await app.act(backend.review([figure.id], verdict));
    if (!changed || !this.reading) return;
    // The full text comes again with the refetch; until then the figure already shows where it stands.
    const figures = this.reading.figures.map((one) => (one.id === figure.id ? { ...one, status } as const : one));
    this.reading = { ...this.reading, figures };
    this.select(nextToReview(figures, figure.id), "elsewhere");
  }
}

export const shelf = new Shelf();
