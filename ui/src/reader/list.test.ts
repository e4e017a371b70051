// The list of documents at any size: what is mounted, what is fetched, what stays where it is.
import { mockIPC } from "@tauri-apps/api/mocks";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import type { DocumentRow } from "../backend/types/DocumentRow";
import { app } from "../state.svelte";
import { begin } from "../trail";
import Reader from "./Reader.svelte";

/** The numbers of the documents, in the order of the list. */
let order: { count: number; before: number };
const calls = vi.fn();
const row = (n: number): DocumentRow => ({ id: `d${n}`, title: `${n % 1000 === 7 ? "Zone" : "Bilan"} ${n}`, source: "OIM", figures: 0, to_review: 0, sample: false });
/** `before` documents, numbered from -1 down, stand above those that were first. */
const documents = ({ from, count, filter }: { from: number; count: number; filter: string }) => {
  const all = filter ? 1 : order.count + order.before;
  const length = Math.max(0, Math.min(count, all - from));
  return { total: order.count + order.before, matching: all, from, rows: Array.from({ length }, (_, i) => row(from + i - order.before)) };
};
const reading = (id: string) => ({
  id, title: id, outlet: null, author: null, published: null, date_note: "", date_known: false, address: null, sample: false, language_note: null,
  pieces: [], figures: [], orphans: [], left_out: null,
});

async function start(count: number) {
  order = { count, before: 0 };
  render(Reader, { drawer: false, ondrawer: () => {}, onimport: () => {}, onsample: () => {} });
  await waitFor(() => expect(document.querySelector(".list-head")?.textContent).not.toBe(""));
}

beforeEach(() => {
  calls.mockClear();
  mockIPC((command, args) => {
    calls(command, args);
    const given = args as never as { id: string; document: string } & Parameters<typeof documents>[0];
    if (command === "documents") return documents(given);
    if (command === "place_of") return given.filter ? null : Number(given.document.slice(1)) + order.before;
    if (command === "document") return reading(given.id);
    return [];
  });
  app.trail = begin("read");
  app.arrivals += 1;
  app.problem = null;
});

const list = () => screen.getByRole("listbox", { name: "Documents" });
const selected = () => screen.findByRole("option", { selected: true });
const places = () => screen.getAllByRole("option").map((option) => Number(option.getAttribute("aria-posinset")));

it("mounts only what is in view of a million documents, and says where each one stands", async () => {
  await start(1_000_000);
  expect((await selected()).textContent).toContain("Bilan 0");
  expect(places().length).toBeLessThan(40);
  expect(new Set(screen.getAllByRole("option").map((option) => option.getAttribute("aria-setsize")))).toEqual(new Set(["1000000"]));
  expect(Number.parseFloat(list().querySelector<HTMLElement>(".strip")!.style.height)).toBe(16_000_000);
  expect(calls.mock.calls.filter(([command]) => command === "documents")).toHaveLength(1);
});

it("walks to the end and back by keys, fetching what comes into view", async () => {
  await start(1_000_000);
  await selected();
  await fireEvent.keyDown(list(), { key: "End" });
  await waitFor(() => expect(app.place.document).toBe("d999999"));
  await waitFor(() => expect(places().at(-1)).toBe(1_000_000));
  expect(list().getAttribute("aria-activedescendant")).toBe("document-d999999");
  await fireEvent.keyDown(list(), { key: "ArrowUp" });
  await waitFor(() => expect(app.place.document).toBe("d999998"));
  await fireEvent.keyDown(list(), { key: "Home" });
  await waitFor(() => expect(app.place.document).toBe("d0"));
  await waitFor(() => expect(places()[0]).toBe(1));
});

it("shows rows that were fetched without asking again, and leaves none blank", async () => {
  await start(5_000);
  await selected();
  const scroll = async (top: number) => {
    list().scrollTop = top;
    await fireEvent.scroll(list());
  };
  await scroll(91 * 2_000);
  await waitFor(() => expect(places()).toContain(2_003));
  expect(list().querySelector(".waiting")).toBeNull();
  const asked = calls.mock.calls.length;
  await scroll(0);
  expect(list().querySelector(".waiting")).toBeNull();
  await scroll(91 * 2_000);
  expect(list().querySelector(".waiting")).toBeNull();
  expect(calls.mock.calls.slice(asked).filter(([command]) => command === "documents")).toEqual([]);
});

it("keeps the open document and what is in view when rows come above", async () => {
  await start(5_000);
  await selected();
  list().scrollTop = 91 * 1_000;
  await fireEvent.scroll(list());
  await fireEvent.click(await screen.findByRole("option", { name: /^Bilan 1004/ }));
  order.before = 30;
  app.refetch({ documents: true, figures: false });
  await waitFor(async () => expect((await selected()).getAttribute("aria-posinset")).toBe("1035"));
  expect(list().scrollTop).toBe(91 * 1_030);
  expect(app.place.document).toBe("d1004");
  expect(list().querySelector(".waiting")).toBeNull();
});

it("opens the one that took the place of a document that has gone", async () => {
  await start(3);
  await selected();
  await fireEvent.keyDown(list(), { key: "End" });
  await waitFor(() => expect(app.place.document).toBe("d2"));
  order.count = 2;
  mockGone("d2");
  app.refetch({ documents: true, figures: true });
  await waitFor(() => expect(app.place.document).toBe("d1"));
  expect(app.problem).toBeNull();
});

it("goes to the next title that begins with the typed letters", async () => {
  await start(5_000);
  await selected();
  await fireEvent.keyDown(list(), { key: "z" });
  await waitFor(() => expect(app.place.document).toBe("d7"));
});

it("stands on one document, or none, and on what a filter leaves", async () => {
  await start(1);
  expect((await selected()).getAttribute("aria-setsize")).toBe("1");
  await fireEvent.input(screen.getByRole("searchbox", { name: "Filtrer les documents" }), { target: { value: "kayes" } });
  await waitFor(() => expect(calls).toHaveBeenCalledWith("documents", expect.objectContaining({ filter: "kayes", from: 0 })));
  order.count = 0;
  await fireEvent.input(screen.getByRole("searchbox", { name: "Filtrer les documents" }), { target: { value: "" } });
  expect(await screen.findByText("Aucun document")).toBeTruthy();
  expect(screen.queryByRole("option")).toBeNull();
});

function mockGone(id: string) {
  mockIPC((command, args) => {
    const given = args as never as { id: string; document: string } & Parameters<typeof documents>[0];
    if (command === "documents") return documents(given);
    if (command === "place_of") return given.document === id ? null : Number(given.document.slice(1));
    if (command === "document" && given.id === id) throw { code: "not-found", params: { id }, detail: "" };
    return command === "document" ? reading(given.id) : [];
  });
}
