// What Lecture holds: the list of documents, the one that is open, where each was left.
import { SvelteSet } from "svelte/reactivity";
import * as backend from "../backend/commands";
import type { Changed } from "../backend/types/Changed";
import type { FieldsView } from "../backend/types/FieldsView";
import type { ProblemView } from "../backend/types/ProblemView";
import type { ProposalView } from "../backend/types/ProposalView";
import type { Reading } from "../backend/types/Reading";
import type { SelectionView } from "../backend/types/SelectionView";
import type { VerdictView } from "../backend/types/VerdictView";
import { problemHint, problemTitle } from "../components/problem";
import { app } from "../state.svelte";
import { nextToReview } from "./review";
import { PAGE, Rows } from "./rows.svelte";

/** Where a selection was made: the pane clicked is the one that does not scroll. */
export type Origin = "text" | "cards" | "elsewhere";

class Shelf {
  filter = $state("");
  /** How many documents there are, and how many the filter lets through; null until it is known. */
  list = $state.raw<{ total: number; matching: number } | null>(null);
  rows = new Rows();
  /** Where the open document stands in the list, and whose place that is; null when it is not in it. */
  place = $state.raw<{ document: string; index: number | null } | null>(null);
  /** By how many rows what is in view has moved, because some came or went above it. */
  moved = $state.raw({ by: 0 });
  reading = $state.raw<Reading | null>(null);
  /** The figure whose form is open. */
  editing = $state<string | null>(null);
  /** A figure being made from a selection. */
  draft = $state.raw<{ selection: SelectionView; proposal: ProposalView } | null>(null);
  /** True when a text takes more than 200 ms: a skeleton shows then, not before. */
  late = $state(false);
  #chosen = $state.raw<{ figure: string | null; origin: Origin }>({ figure: null, origin: "elsewhere" });
  /** Set-aside pieces that are open, as "document piece". */
  opened = new SvelteSet<string>();
  scrolls = new Map<string, number>();
  #arrivals = 0;
  #listCall = 0;
  #listDone = 0;
  #readCall = 0;
  #verdicts: Promise<unknown> = Promise.resolve();

  /** Fetches the list anew. What is in view stays in view, and the open document stays open. */
  async loadList() {
    if (this.#arrivals !== app.arrivals) this.#startAfresh();
    const call = (this.#listCall += 1);
    const filter = this.filter;
    const other = filter !== this.rows.filter;
    const by = other ? 0 : await this.#drift();
    const first = other ? 0 : Math.max(0, this.rows.span.first + by);
    const pages = Math.ceil((this.rows.span.last + by) / PAGE) - Math.floor(first / PAGE);
    const list = await app.attempt(backend.documents(filter, Math.floor(first / PAGE) * PAGE, Math.max(1, pages) * PAGE));
    // An answer that a later one has overtaken is of no use; one that comes before it is shown meanwhile.
    if (!list || call < this.#listDone || filter !== this.filter || this.#arrivals !== app.arrivals) return;
    this.#listDone = call;
    this.rows.renew(filter, list);
    this.list = { total: list.total, matching: list.matching };
    if (by !== 0) this.moved = { by };
    if (other) this.place = null;
    await this.findPlace();
  }

  /** By how many rows the first row in view has moved. At the top it is the list that moves, not the view. */
  async #drift(): Promise<number> {
    const index = this.rows.top;
    const row = index > 0 ? this.rows.at(index) : undefined;
    const now = row ? await app.attempt(backend.place_of(this.rows.filter, row.id)) : null;
    return now === null ? 0 : now - index;
  }

  /** Where the open document stands; when it has gone, the one that took its place opens. */
  async findPlace() {
    const [id, list] = [app.place.document, this.list];
    if (!list || list.matching === 0) {
      if (list?.total === 0) this.#nothingOpen();
      return;
    }
    if (id === null) return this.openAt(0, true);
    const before = this.place?.document === id ? this.place.index : null;
    const index = await this.rows.place(id);
    if (id !== app.place.document) return;
    const gone = index === null && before !== null && this.rows.filter === "";
    if (gone) return this.openAt(Math.min(before, list.matching - 1), true);
    this.place = { document: id, index };
  }

  #nothingOpen() {
    this.place = this.reading = null;
    if (app.place.document !== null) app.mark({ document: null, figure: null });
  }

  /** Opens the document of a row; `instead` of the present one, or after it in the trail. */
  async openAt(index: number, instead = false) {
    const row = this.rows.at(index) ?? (await this.rows.row(index));
    if (!row) return;
    this.place = { document: row.id, index };
    if (row.id === app.place.document) return;
    if (instead) app.mark({ document: row.id, figure: null });
    else app.go({ document: row.id, figure: null });
  }

  /** Typed letters lead to the next title that begins with them. */
  async seek(letters: string) {
    const now = this.place?.index ?? -1;
    const from = Math.max(0, letters.length > 1 ? now : now + 1);
    const count = this.list?.matching ?? 0;
    const found = (await this.rows.beginning(letters, from, count)) ?? (await this.rows.beginning(letters, 0, from));
    if (found !== null) await this.openAt(found);
  }

  /** Another library: nothing of the one before stays. */
  #startAfresh() {
    this.#arrivals = app.arrivals;
    this.filter = "";
    this.list = this.reading = this.draft = this.place = null;
    this.rows.clear();
    this.editing = null;
    this.opened.clear();
    this.scrolls.clear();
  }

  async load(id: string) {
    const call = (this.#readCall += 1);
    const timer = setTimeout(() => (this.late = call === this.#readCall), 200);
    const reading = await this.#read(id);
    clearTimeout(timer);
    if (call !== this.#readCall) return;
    this.late = false;
    if (reading) this.reading = reading;
  }

  /** A document that has just gone (an undone import, the bin) is no error: the list opens another. */
  async #read(id: string): Promise<Reading | null> {
    try {
      return await backend.document(id);
    } catch (error) {
      const refused = error as ProblemView;
      if (refused.code !== "not-found") app.problem = refused;
      return null;
    }
  }

  select(figure: string | null, origin: Origin) {
    this.#chosen = { figure, origin };
    app.mark({ figure });
  }

  /** Where a figure was selected; one that came with its place (a chart, an undo) comes from elsewhere. */
  origin(figure: string): Origin {
    return this.#chosen.figure === figure ? this.#chosen.origin : "elsewhere";
  }

  /** The document after or before the open one, in the list. */
  turn(by: 1 | -1) {
    const now = this.place?.index;
    const next = (now ?? -1) + by;
    if (now !== null && next >= 0 && next < (this.list?.matching ?? 0)) this.openAt(next);
  }

  /** Opens the form of a figure. */
  edit(figure: string) {
    this.draft = null;
    this.editing = figure;
    if (figure !== app.place.figure) this.select(figure, "elsewhere");
  }

  closeForm() {
    this.editing = this.draft = null;
  }

  /** The number in a selection: the form of its figure opens, a new one or the one that is there. */
  async point(selection: SelectionView) {
    try {
      const proposal = await backend.propose(selection);
      if (proposal.known) return this.edit(proposal.known);
      this.editing = null;
      this.draft = { selection, proposal };
    } catch (error) {
      const refused = error as ProblemView;
      if (refused.code === "selection-no-number") app.say(`${problemTitle(refused)} ${problemHint(refused)}`);
      else app.problem = refused;
    }
  }

  /** Keeps what was written in a form; gives back what is wrong with a field, to be shown beside it. */
  correct(figure: string, fields: FieldsView): Promise<ProblemView | null> {
    return this.#write(backend.correct(figure, fields));
  }

  make(selection: SelectionView, fields: FieldsView): Promise<ProblemView | null> {
    return this.#write(backend.make(selection, fields));
  }

  async #write(work: Promise<Changed>): Promise<ProblemView | null> {
    try {
      const changed = await work;
      this.closeForm();
      app.took(changed);
      if (changed.figure) this.select(changed.figure, "elsewhere");
    } catch (error) {
      const refused = error as ProblemView;
      if (refused.params?.field) return refused;
      app.problem = refused;
    }
    return null;
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
