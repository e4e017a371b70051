// Figures by hand: the form of a figure from the keyboard, what it says when a field is wrong, and a selection.
import { mockIPC } from "@tauri-apps/api/mocks";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import type { FieldsView } from "../backend/types/FieldsView";
import type { FigureView } from "../backend/types/FigureView";
import type { Reading } from "../backend/types/Reading";
import { app } from "../state.svelte";
import { begin } from "../trail";
import { figure } from "./figure.fixture";
import Reader from "./Reader.svelte";
import { shelf } from "./shelf.svelte";

const text = "Plus de 44.000 Maliens 🇲🇱 sont revenus en 2017, à bord de 7 avions.";
const calls = vi.fn();
let reading: Reading;

const changed = (id: string, said: string) => ({ documents: true, figures: true, document: "d", figure: id, said });
const refused = (code: string, params: Record<string, string> = {}) => ({ code, params, detail: "" });

const answers: Record<string, (args: never) => unknown> = {
  bin: () => [],
  versions: () => [],
  documents: () => ({ total: 1, matching: 1, from: 0, rows: [{ id: "d", title: "Retours", source: "OIM", figures: 1, to_review: 1, sample: false }] }),
  document: () => structuredClone(reading),
  choices: () => ({ indicators: [{ id: "return.total", label: "Retours" }], units: [{ id: "persons", label: "personnes" }, { id: "flights", label: "vols" }] }),
  correct: ({ fields }: { fields: FieldsView }) => {
    if (fields.value === "beaucoup") throw refused("number-not-read", { field: "value", written: fields.value });
    const row = { field: "value", value: fields.value, source: "", machine: "lu par la machine : 44 000, « 44.000 »", missing: false };
    const now: Partial<FigureView> = { value: fields.value, fields, table: [row], status: "accepted", corrected: "Corrigé par Aïssata K., le 21 novembre 2026." };
    reading.figures = [figure({ ...now, name: `${fields.value}, retours` })];
    return changed("a", "Chiffre corrigé");
  },
  propose: ({ selection }: { selection: { start: number } }) => {
    if (selection.start < 40) throw refused("selection-no-number");
    const fields = { ...figure({}).fields, value: "7", unit: "flights", indicator: "" };
    return { known: null, before: text.slice(0, 59), number: "7", after: text.slice(60), fields };
  },
  make: () => changed("b", "Chiffre fait à la main"),
};

beforeEach(() => {
  const marks = [{ start: 0, end: 14, kind: "number", figure: "a" }] as const;
  reading = {
    id: "d", title: "Retours", outlet: null, author: null, published: null, date_note: "Date introuvable", date_known: false, address: null, sample: false, language_note: null,
    pieces: [{ piece: "block", id: 3, kind: "body", text, marks: [...marks] }], figures: [figure({ id: "a" })], orphans: [], left_out: null,
  };
  calls.mockClear();
  mockIPC((command, args) => {
    calls(command, args);
    return answers[command](args as never);
  });
  app.trail = begin("read");
  app.toast = app.problem = null;
  shelf.closeForm();
  getSelection()?.removeAllRanges();
  render(Reader, { drawer: false, ondrawer: () => {}, onimport: () => {}, onsample: () => {} });
});

const card = (name: RegExp) => screen.findByRole("article", { name });

/** The form of the one figure, opened as a person does: on the card, by E. */
async function edit() {
  const first = await card(/^44 000/);
  first.focus();
  await fireEvent.keyDown(first, { key: "e" });
  return screen.findByRole("form", { name: "Corriger" });
}

function select(words: string) {
  const block = document.querySelector("[data-block='3']")!;
  const node = [...block.querySelectorAll("*"), block].flatMap((e) => [...e.childNodes]).find((n) => n.nodeType === 3 && n.textContent!.includes(words))!;
  const start = node.textContent!.indexOf(words);
  getSelection()!.setBaseAndExtent(node, start, node, start + words.length);
}

it("shows on the current card each field with the words it was read from", async () => {
  const first = await card(/^44 000/);
  first.focus();
  await waitFor(() => expect(within(first).getByText("Lecture proposée")).toBeTruthy());
  const rows = [...first.querySelectorAll(".reading > div")].map((row) => row.textContent!.replace(/\s+/g, " ").trim());
  expect(rows).toEqual(["Valeur 44 000 « 44.000 »", "Période 2017 « en 2017 »"]);
});

it("opens the form with E on its first field, and Escape leaves everything as it was", async () => {
  const form = await edit();
  const value = within(form).getByRole<HTMLInputElement>("textbox", { name: "Valeur" });
  await waitFor(() => expect(document.activeElement).toBe(value));
  for (const name of ["Jusqu’à", "Qui", "Début", "Fin"]) expect(within(form).getByRole("textbox", { name })).toBeTruthy();
  for (const name of ["Borne", "Unité", "Indicateur", "Nature", "Fait ou prévision"]) expect(within(form).getByRole("combobox", { name })).toBeTruthy();
  await fireEvent.input(value, { target: { value: "1" } });
  await fireEvent.keyDown(value, { key: "e" });
  await fireEvent.keyDown(value, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
  const first = await card(/^44 000/);
  await waitFor(() => expect(document.activeElement).toBe(first));
  expect(calls).not.toHaveBeenCalledWith("correct", expect.anything());
});

it("says beside the field what is wrong with it, then keeps what is right", async () => {
  const form = await edit();
  const value = within(form).getByRole<HTMLInputElement>("textbox", { name: "Valeur" });
  await fireEvent.input(value, { target: { value: "beaucoup" } });
  await fireEvent.submit(form);
  const error = await within(form).findByRole("alert");
  expect(error.textContent).toContain("«\u00a0beaucoup\u00a0» n’est pas un nombre.");
  expect(value.getAttribute("aria-describedby")).toBe(error.id);
  expect(value.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(value);
  expect(app.problem).toBeNull();
  await fireEvent.input(value, { target: { value: "45 000" } });
  await fireEvent.change(within(form).getByRole("combobox", { name: "Borne" }), { target: { value: "about" } });
  await fireEvent.submit(form);
  expect(calls).toHaveBeenCalledWith("correct", { figure: "a", fields: expect.objectContaining({ value: "45 000", bound: "about", from: "2017" }) });
  const corrected = await card(/^45 000, validé/);
  expect(within(corrected).getByText("Lecture corrigée")).toBeTruthy();
  expect(within(corrected).getByText("Corrigé par Aïssata K., le 21 novembre 2026.")).toBeTruthy();
  expect(corrected.textContent).toContain("lu par la machine : 44 000");
  expect(app.toast?.text).toBe("Chiffre corrigé");
});

it("sends the selected block and offsets, and makes the figure that comes back", async () => {
  await card(/^44 000/);
  select("7 avions");
  await fireEvent.keyDown(document.body, { key: "f" });
  const start = text.indexOf("7 avions");
  await waitFor(() => expect(calls).toHaveBeenCalledWith("propose", { selection: { document: "d", block: 3, start, end: start + 8 } }));
  const draft = await card(/^Chiffre depuis la sélection/);
  expect(draft.querySelector("blockquote mark")?.textContent).toBe("7");
  const form = await within(draft).findByRole("form", { name: "Ajouter le chiffre" });
  const indicator = within(form).getByRole<HTMLSelectElement>("combobox", { name: "Indicateur" });
  await waitFor(() => expect(document.activeElement).toBe(indicator));
  await fireEvent.change(indicator, { target: { value: "return.total" } });
  await fireEvent.submit(form);
  expect(calls).toHaveBeenCalledWith("make", {
    selection: { document: "d", block: 3, start, end: start + 8 },
    fields: expect.objectContaining({ value: "7", unit: "flights", indicator: "return.total" }),
  });
  await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
  expect(app.place.figure).toBe("b");
});

it("says so when nothing is selected, or no number is", async () => {
  await card(/^44 000/);
  await fireEvent.keyDown(document.body, { key: "f" });
  expect(app.toast?.text).toBe("Sélectionnez d’abord un nombre dans le texte");
  select("sont revenus");
  await fireEvent.click(screen.getByRole("button", { name: "Chiffre depuis la sélection" }));
  await waitFor(() => expect(app.toast?.text).toContain("La sélection ne contient aucun nombre."));
  expect(app.problem).toBeNull();
  expect(screen.queryByRole("form")).toBeNull();
});
