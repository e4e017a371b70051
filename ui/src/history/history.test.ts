// Historique: what was done, each act with its own way back, and what cannot be taken back.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, it } from "vitest";
import type { ActRow } from "../backend/types/ActRow";
import { calls, changed, open, refused, session, type Answers } from "../window/test";
import { acts } from "./acts.svelte";

let rows: ActRow[];
const act = (seq: number, said: string, given: Partial<ActRow> = {}): ActRow => ({
  seq, said, when: "14:32", moment: "22 novembre 2026 à 14:32", detail: null, coder: "Aïssata K.", standing: "stands", line: null, ...given,
});
const answers: Answers = {
  history: ({ before }: { before: number | null }) => {
    const left = rows.filter(({ seq }) => before === null || seq < before);
    return { acts: left.slice(0, 100), more: left.length > 100 };
  },
  undo_act: ({ seq }: { seq: number }) => {
    if (seq === 3) throw refused("built-upon");
    rows = rows.map((row) => (row.seq === seq ? { ...row, standing: "undone" } : row));
    return changed("Annulé\u00a0: 24 chiffres acceptés");
  },
};

beforeEach(() => {
  acts.forget();
  rows = [
    act(5, "Chiffre rejeté", { detail: "Deux conventions signées" }),
    act(4, "24 chiffres acceptés", { when: "Hier", coder: "Moussa D." }),
    act(3, "27 documents importés"),
    act(2, "Format de la bibliothèque mis à jour", { standing: "fixed", line: "Avant cette mise à jour, rien ne peut être annulé." }),
    act(1, "Document importé", { standing: "undone" }),
  ];
});

const panel = () => screen.findByRole("complementary", { name: "Historique" });
const button = () => screen.getByRole("button", { name: "Historique" });

it("opens in place of the details, on its filter, and gives the focus back", async () => {
  await open(answers);
  expect(screen.getByRole("complementary", { name: "Détails" })).toBeTruthy();
  button().focus();
  await fireEvent.click(button());
  const history = await panel();
  expect(screen.queryByRole("complementary", { name: "Détails" })).toBeNull();
  expect(button().getAttribute("aria-expanded")).toBe("true");
  const field = within(history).getByRole("searchbox", { name: "Filtrer les actions" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await fireEvent.keyDown(field, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("complementary", { name: "Historique" })).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button()));
  expect(screen.getByRole("complementary", { name: "Détails" })).toBeTruthy();
});

it("says of each act when, what, on what, who, and whether it can be undone", async () => {
  await open(answers);
  await fireEvent.click(button());
  const history = await panel();
  const items = await within(history).findAllByRole("listitem");
  expect(items[0].textContent).toContain("14:32");
  expect(items[0].textContent).toContain("Deux conventions signées");
  expect(items[1].title).toBe("22 novembre 2026 à 14:32, Moussa D.");
  expect(within(items[1]).getByRole("button", { name: "Annuler\u00a0: 24 chiffres acceptés" })).toBeTruthy();
  expect(within(items[3]).queryByRole("button")).toBeNull();
  expect(items[3].textContent).toContain("Ne peut plus être annulé");
  expect(items[4].textContent).toContain("Avant cette mise à jour, rien ne peut être annulé.");
  expect(items[5].textContent).toContain("annulé");
  expect(items[5].classList.contains("undone")).toBe(true);
  expect(within(items[5]).queryByRole("button")).toBeNull();
});

it("takes back an act that is not the last, and shows it so", async () => {
  await open(answers);
  await fireEvent.click(button());
  const undo = await screen.findByRole("button", { name: "Annuler\u00a0: 24 chiffres acceptés" });
  undo.focus();
  await fireEvent.click(undo);
  expect(calls).toHaveBeenCalledWith("undo_act", { seq: 4 });
  await waitFor(() => expect(document.querySelectorAll(".act.undone")).toHaveLength(2));
  expect(screen.queryByRole("button", { name: "Annuler\u00a0: 24 chiffres acceptés" })).toBeNull();
  expect(screen.getByText("Annulé : 24 chiffres acceptés")).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Annuler\u00a0: 27 documents importés"));
});

it("says what something builds upon, and loses nothing", async () => {
  await open(answers);
  await fireEvent.click(button());
  await fireEvent.click(await screen.findByRole("button", { name: "Annuler\u00a0: 27 documents importés" }));
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog.textContent).toContain("Un geste plus récent s’appuie sur celui-ci.");
  await fireEvent.keyDown(dialog, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(screen.getByRole("button", { name: "Annuler\u00a0: 27 documents importés" })).toBeTruthy();
});

it("filters by the words of an act, its detail and its coder; Escape empties first", async () => {
  await open(answers);
  await fireEvent.click(button());
  const history = await panel();
  await within(history).findByText("Chiffre rejeté");
  const field = within(history).getByRole<HTMLInputElement>("searchbox", { name: "Filtrer les actions" });
  const left = () => [...history.querySelectorAll(".act .said")].map((said) => said.textContent);
  for (const [typed, words] of [["moussa", "24 chiffres acceptés"], ["conventions signees", "Chiffre rejeté"], ["27 doc", "27 documents importés"]]) {
    await fireEvent.input(field, { target: { value: typed } });
    expect(left()).toEqual([words]);
  }
  await fireEvent.input(field, { target: { value: "rien de tel" } });
  expect(history.textContent).toContain("Rien pour «\u00a0rien de tel\u00a0»");
  await fireEvent.keyDown(field, { key: "Escape" });
  expect(left()).toHaveLength(5);
});

it("walks its buttons by arrows, with one tab stop", async () => {
  await open(answers);
  await fireEvent.click(button());
  const first = await screen.findByRole("button", { name: "Annuler\u00a0: Chiffre rejeté" });
  const second = screen.getByRole("button", { name: "Annuler\u00a0: 24 chiffres acceptés" });
  expect([first.tabIndex, second.tabIndex]).toEqual([0, -1]);
  first.focus();
  await fireEvent.keyDown(first, { key: "ArrowDown" });
  expect(document.activeElement).toBe(second);
  expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]);
});

it("fetches earlier acts, and keeps as many when something changes", async () => {
  rows = Array.from({ length: 250 }, (_, i) => act(250 - i, `Acte ${250 - i}`));
  await open(answers);
  await fireEvent.click(button());
  const history = await panel();
  await within(history).findByText("Acte 250");
  expect(history.querySelectorAll(".act")).toHaveLength(100);
  await fireEvent.click(within(history).getByRole("button", { name: "Actions plus anciennes" }));
  await waitFor(() => expect(history.querySelectorAll(".act")).toHaveLength(200));
  await fireEvent.click(within(history).getByRole("button", { name: "Annuler\u00a0: Acte 120" }));
  await waitFor(() => expect(history.querySelectorAll(".act.undone")).toHaveLength(1));
  expect(history.querySelectorAll(".act")).toHaveLength(200);
});

it("stands beside any screen, opens from the palette, and speaks English", async () => {
  await open(answers, session({ preferences: { coder: "A", language: "en", theme: "dark", scale: 100, text_size: 17 } }));
  await fireEvent.keyDown(document.body, { key: ",", ctrlKey: true });
  await screen.findByRole("main", { name: "Settings" });
  await fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  await fireEvent.input(screen.getByRole("combobox"), { target: { value: "history" } });
  await fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter" });
  const history = await screen.findByRole("complementary", { name: "History" });
  expect(within(history).getByRole("searchbox", { name: "Filter actions" })).toBeTruthy();
  expect(screen.getByRole("region", { name: "Settings" })).toBeTruthy();
});

it("is out of reach without a library, and says why", async () => {
  await open(answers, session({ library: null }));
  expect(button().getAttribute("aria-disabled")).toBe("true");
  expect(button().title).toBe("Ouvrez d’abord une bibliothèque");
  await fireEvent.click(button());
  expect(screen.queryByRole("complementary", { name: "Historique" })).toBeNull();
});
