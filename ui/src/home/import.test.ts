// The pane of an import: its counts, its lines, what comes first when it is finished.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import type { ImportView } from "../backend/types/ImportView";
import ImportPane from "./ImportPane.svelte";

const view: ImportView = {
  running: true, stopping: false, done: 3, total: 5, read: 1, known: 0, check: 1, refused: 1, left: "encore 20 secondes environ",
  items: [
    { name: "a.html", outcome: "read", said: "3 chiffres proposés", hint: null, document: "d" },
    { name: "b.html", outcome: "check", said: "Date introuvable.", hint: "Le document est gardé.", document: "e" },
    { name: "c.docx", outcome: "refused", said: "Fichier abîmé", hint: null, document: null },
  ],
};
const show = (change: Partial<ImportView> = {}) => {
  const acts = { onstop: vi.fn(), onresume: vi.fn(), onread: vi.fn() };
  render(ImportPane, { view: { ...view, ...change }, ...acts });
  return acts;
};
const names = () => within(screen.getByRole("list", { name: "Fichiers importés" })).getAllByRole("listitem").map((line) => line.querySelector("b")?.textContent);

it("says how far it is, and what came of the files", () => {
  show();
  const bar = screen.getByRole("progressbar", { name: "Import" });
  expect([bar.getAttribute("aria-valuenow"), bar.getAttribute("aria-valuemax")]).toEqual(["3", "5"]);
  expect(screen.getByText("3 fichiers sur 5, encore 20 secondes environ")).toBeTruthy();
  expect(screen.getByText("1 lu")).toBeTruthy();
  expect(screen.queryByText(/reprise/)).toBeNull();
  expect(screen.getByText("Vous pouvez déjà lire.")).toBeTruthy();
});

it("keeps the order of the files while it runs, and puts refusals first at the end", () => {
  show();
  expect(names()).toEqual(["a.html", "b.html", "c.docx"]);
  cleanup();
  show({ running: false, done: 5 });
  expect(names()).toEqual(["c.docx", "b.html", "a.html"]);
});

it("opens a document while the import goes on, and stops", async () => {
  const acts = show();
  await fireEvent.click(screen.getByRole("button", { name: "Ouvrir a.html" }));
  expect(acts.onread).toHaveBeenCalledWith("d");
  await fireEvent.click(screen.getByRole("button", { name: "Arrêter" }));
  expect(acts.onstop).toHaveBeenCalled();
});

it("offers to go on after a stop, not after the end", () => {
  show({ running: false });
  expect(screen.getByRole("button", { name: "Reprendre" })).toBeTruthy();
  cleanup();
  show({ running: false, done: 5 });
  expect(screen.queryByRole("button", { name: "Reprendre" })).toBeNull();
});
