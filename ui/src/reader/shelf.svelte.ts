// What Lecture holds: the list of documents, the one that is open, where each was left.
import { SvelteSet } from "svelte/reactivity";
import * as backend from "../backend/commands";
import type { Changed } from "../backend/types/Changed";
import type { DocumentList } from "../backend/types/DocumentList";
import type { FieldsView } from "../backend/types/FieldsView";
import type { ProblemView } from "../backend/types/ProblemView";
import type { ProposalView } from "../backend/types/ProposalView";
import type { Reading } from "../backend/types/Reading";
import type { SelectionView } from "../backend/types/SelectionView";
import type { VerdictView } from "../backend/types/VerdictView";
import { problemHint, problemTitle } from "../components/problem";
import { app } from "../state.svelte";
import { nextToReview } from "./review";

/** Where a selection was made: the pane clicked is the one that does not scroll. */
export type Origin = "text" | "cards" | "elsewhere";

class Shelf {
  filter = $state("");
  list = $state.raw<DocumentList | null>(null);
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
    this.list = this.reading = this.draft = null;
    this.editing = null;
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
