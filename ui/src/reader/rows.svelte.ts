// The rows of the list of documents that have been fetched: pages of a hundred, asked for as one scrolls. Rows stay
// until newer ones are there, so that nothing in view goes blank.
import * as backend from "../backend/commands";
import type { DocumentList } from "../backend/types/DocumentList";
import type { DocumentRow } from "../backend/types/DocumentRow";
import { app } from "../state.svelte";
import type { Span } from "./window";

export const PAGE = 100;
/** Pages kept; those farthest from the view go first. */
const KEPT = 60;
/** How far typed letters are looked for. */
const SOUGHT = 5_000;

export class Rows {
  /** What the pages were asked with. */
  filter = "";
  pages = $state.raw<ReadonlyMap<number, DocumentRow[]>>(new Map());
  /** What is mounted, and the first row in view: at the very top of the list there is none to keep in its place. */
  span: Span = { first: 0, last: 1 };
  top = 0;
  #age = 0;
  #asked = new Set<number>();

  at(index: number): DocumentRow | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Where a document stands among the rows that are here; null when it is not among them. */
  find(id: string): number | null {
    for (const [page, rows] of this.pages) {
      const index = rows.findIndex((row) => row.id === id);
      if (index >= 0) return page * PAGE + index;
    }
    return null;
  }

  /** Where a document stands, whether its row is here or not; null when the filter stops it, or it is gone. */
  async place(id: string): Promise<number | null> {
    return this.find(id) ?? (await app.attempt(backend.place_of(this.filter, id)));
  }

  clear() {
    this.#age += 1;
    this.#asked.clear();
    this.pages = new Map();
    this.filter = "";
    this.span = { first: 0, last: 1 };
    this.top = 0;
  }

  /** Takes the place of every row: the list has changed. */
  renew(filter: string, list: DocumentList) {
    this.#age += 1;
    this.#asked.clear();
    this.filter = filter;
    this.pages = this.#paged(list, new Map());
  }

  /** Says what is in view; what is not here yet is fetched. */
  async show(span: Span, top: number, count: number) {
    this.span = span;
    this.top = top;
    const pages = range(Math.floor(span.first / PAGE), Math.ceil(Math.min(span.last, count) / PAGE));
    const missing = pages.filter((page) => !this.pages.has(page) && !this.#asked.has(page));
    if (missing.length > 0) await this.#fetch(missing[0], missing[missing.length - 1] + 1);
  }

  /** A row, fetched when it is not here. */
  async row(index: number): Promise<DocumentRow | null> {
    const page = Math.floor(index / PAGE);
    if (!this.pages.has(page)) await this.#fetch(page, page + 1);
    return this.at(index) ?? null;
  }

  /** The next row, from a place on, whose title begins with these letters. */
  async beginning(letters: string, from: number, count: number): Promise<number | null> {
    const begins = (row: DocumentRow) => bare(row.title).startsWith(bare(letters));
    for (let start = from; start < Math.min(count, from + SOUGHT); start += 1000) {
      const list = await app.attempt(backend.documents(this.filter, start, 1000));
      const found = list?.rows.findIndex(begins) ?? -1;
      if (found >= 0) return start + found;
    }
    return null;
  }

  async #fetch(first: number, last: number) {
    const age = this.#age;
    const pages = range(first, last);
    pages.forEach((page) => this.#asked.add(page));
    const list = await app.attempt(backend.documents(this.filter, first * PAGE, (last - first) * PAGE));
    if (age !== this.#age) return;
    pages.forEach((page) => this.#asked.delete(page));
    if (list) this.pages = this.#near(this.#paged(list, new Map(this.pages)));
  }

  #paged(list: DocumentList, into: Map<number, DocumentRow[]>): Map<number, DocumentRow[]> {
    for (let i = 0; i < list.rows.length; i += PAGE) into.set((list.from + i) / PAGE, list.rows.slice(i, i + PAGE));
    return into;
  }

  #near(pages: Map<number, DocumentRow[]>): Map<number, DocumentRow[]> {
    const middle = this.span.first / PAGE;
    const far = [...pages.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle)).slice(KEPT);
    far.forEach((page) => pages.delete(page));
    return pages;
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
const bare = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
