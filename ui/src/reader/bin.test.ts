// The bin: what is asked before a document goes there, the way back, and emptying it.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, it } from "vitest";
import type { BinRow } from "../backend/types/BinRow";
import { app } from "../state.svelte";
import { calls, changed, open, type Answers } from "../window/test";
import { bin } from "./bin.svelte";

let [here, away]: [string[], string[]] = [[], []];
let uses: string[] = [];
const titles: Record<string, string> = { a: "Retours de Libye", b: "Deux conventions", c: "Forum de Kayes" };
const binned = (id: string): BinRow => ({ id, title: titles[id], source: "OIM", until: "Supprimé pour de bon le 22 déc. 2026" });
const answers: Answers = {
  documents: () => ({ total: here.length, matching: here.length, from: 0, rows: here.map((id) => ({ id, title: titles[id], source: "OIM", figures: 1, to_review: 0, sample: false })) }),
  place_of: ({ document }: { document: string }) => (here.includes(document) ? here.indexOf(document) : null),
  document: ({ id }: { id: string }) => ({
    id, title: titles[id], outlet: null, author: null, published: null, date_note: "", date_known: false, address: null, sample: false, language_note: null,
    pieces: [], figures: [], orphans: [], left_out: null,
  }),
  bin: () => away.map(binned),
  uses: () => uses,
  trash: ({ documents }: { documents: string[] }) => {
    here = here.filter((id) => !documents.includes(id));
    away = [...documents, ...away];
    return changed("Document mis à la corbeille");
  },
  untrash: ({ documents }: { documents: string[] }) => {
    away = away.filter((id) => !documents.includes(id));
    here = [...documents, ...here];
    return changed("Document sorti de la corbeille");
  },
  empty_bin: () => {
    away = [];
    return changed("2 documents supprimés pour de bon");
  },
};

beforeEach(async () => {
  [here, away, uses] = [["a", "b", "c"], [], []];
  Object.assign(bin, { open: false, asked: null, emptying: false, rows: [] });
  await open(answers);
  await screen.findByRole("option", { name: /Retours de Libye/ });
});

const list = () => screen.getByRole("listbox", { name: "Documents" });

it("takes a document away at once when no figure of it counts, with the way back in the toast", async () => {
  await fireEvent.keyDown(list(), { key: "Delete" });
  await waitFor(() => expect(calls).toHaveBeenCalledWith("trash", { documents: ["a"] }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  const toast = (await screen.findByText("Document mis à la corbeille")).closest<HTMLElement>(".toast")!;
  expect(within(toast).getByRole("button", { name: /^Annuler/ })).toBeTruthy();
  await waitFor(() => expect(app.place.document).toBe("b"));
  expect(await screen.findByRole("button", { name: "Corbeille (1)" })).toBeTruthy();
});

it("names the figures that would no longer count, and does nothing without an answer", async () => {
  uses = ["plus de 44 000 · retours", "33 000 · réintégrés"];
  await fireEvent.contextMenu(screen.getByRole("option", { name: /Deux conventions/ }));
  await fireEvent.click(await screen.findByRole("menuitem", { name: "Mettre à la corbeille" }));
  let dialog = await screen.findByRole("alertdialog", { name: "Ces chiffres ne compteront plus" });
  expect(within(dialog).getAllByRole("listitem").map((item) => item.textContent)).toEqual(uses);
  await fireEvent.keyDown(dialog, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(calls).not.toHaveBeenCalledWith("trash", expect.anything());
  await fireEvent.keyDown(list(), { key: "Delete" });
  dialog = await screen.findByRole("alertdialog");
  await fireEvent.click(within(dialog).getByRole("button", { name: "Mettre à la corbeille" }));
  await waitFor(() => expect(calls).toHaveBeenCalledWith("trash", { documents: ["b"] }));
});

it("shows what lies in the bin, and gives it back", async () => {
  away = ["c", "b"];
  here = ["a"];
  app.refetch({ documents: true, figures: false });
  await fireEvent.click(await screen.findByRole("button", { name: "Corbeille (2)" }));
  const pane = await screen.findByRole("region", { name: "Corbeille" });
  expect(within(pane).getAllByRole("listitem").map((item) => item.textContent)[0]).toContain("Supprimé pour de bon le 22 déc. 2026");
  const restore = within(pane).getByRole("button", { name: "Restaurer\u00a0: Forum de Kayes" });
  restore.focus();
  await fireEvent.click(restore);
  await waitFor(() => expect(calls).toHaveBeenCalledWith("untrash", { documents: ["c"] }));
  const next = await within(pane).findByRole("button", { name: "Restaurer\u00a0: Deux conventions" });
  await waitFor(() => expect(document.activeElement).toBe(next));
  await fireEvent.keyDown(next, { key: "Escape" });
  expect(await screen.findByRole("option", { name: /Forum de Kayes/ })).toBeTruthy();
});

it("empties only after saying that it cannot be undone", async () => {
  away = ["c", "b"];
  app.refetch({ documents: true, figures: false });
  await fireEvent.click(await screen.findByRole("button", { name: "Corbeille (2)" }));
  await fireEvent.click(await screen.findByRole("button", { name: "Vider la corbeille…" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Supprimer 2 documents pour de bon\u202f?" });
  expect(dialog.textContent).toContain("Ce geste ne peut pas être annulé.");
  expect(document.activeElement?.textContent).toBe("Ne rien changer");
  expect(calls).not.toHaveBeenCalledWith("empty_bin", expect.anything());
  await fireEvent.click(within(dialog).getByRole("button", { name: "Vider la corbeille" }));
  await waitFor(() => expect(calls).toHaveBeenCalledWith("empty_bin", expect.anything()));
  expect(await screen.findByText("La corbeille est vide")).toBeTruthy();
  const toast = (await screen.findByText("2 documents supprimés pour de bon")).closest<HTMLElement>(".toast")!;
  expect(within(toast).queryByRole("button", { name: /^Annuler/ })).toBeNull();
});
