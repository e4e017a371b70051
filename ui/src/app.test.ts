// The window as a whole, on a mocked Rust side: the frame's names, the error dialog, the first run, undo.
import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import App from "./App.svelte";
import type { Session } from "./backend/types/Session";
import { app } from "./state.svelte";
import { begin } from "./trail";
import { speak } from "./words";

let session: Session;
const calls = vi.fn();
const answers: Record<string, (args: never) => unknown> = {
  start: () => session,
  import_state: () => ({ running: false, stopping: false, done: 0, total: 0, read: 0, known: 0, check: 0, refused: 0, left: null, items: [] }),
  documents: () => ({ total: 0, matching: 0, from: 0, rows: [] }),
  bin: () => [],
  indicators: () => [],
  set_preferences: ({ preferences }: { preferences: Session["preferences"] }) => (session = { ...session, preferences, first_run: false }),
  undo: () => ({ documents: true, figures: true, document: null, figure: null, said: "Annulé : chiffre accepté" }),
};

beforeEach(() => {
  session = {
    library: { id: "1", name: "Mali", documents: 3, suggested: 1, accepted: 2, read_only: false, sample: false },
    preferences: { coder: "Aïssata K.", language: "fr", theme: "dark", scale: 115, text_size: 19 },
    recent: [], first_run: false, version: "0.1.0", undo: "chiffre accepté", redo: null, saved_at: "14:32", notices: [],
  };
  Object.assign(app, { session: null, trail: begin("home"), importing: null, problem: null, toast: null, overlay: null, notices: [] });
  speak("fr");
  calls.mockClear();
  mockIPC(
    (command, args) => {
      calls(command, args);
      if (command in answers) return answers[command](args as never);
      throw { code: "library-locked", params: { host: "poste-2" }, detail: "lock held" };
    },
    { shouldMockEvents: true },
  );
});

it("has the regions and names of the contract", async () => {
  render(App);
  expect(await screen.findByRole("main", { name: "Lecture" })).toBeTruthy();
  const rail = screen.getByRole("navigation", { name: "Écrans" });
  expect(within(rail).getByRole("link", { name: "Lecture" }).getAttribute("aria-current")).toBe("page");
  expect(within(screen.getByRole("contentinfo", { name: "État" })).getByRole("status").textContent).toContain("Enregistré à 14:32");
  expect(within(screen.getByRole("banner")).getByRole("button", { name: "Annuler\u00a0: chiffre accepté" })).toBeTruthy();
  expect(await screen.findByText("Aucun document")).toBeTruthy();
  const root = document.documentElement;
  expect([root.lang, root.dataset.theme, root.style.fontSize]).toEqual(["fr", "dark", "18.4px"]);
});

it("undoes by the key and says so", async () => {
  render(App);
  await screen.findByRole("main", { name: "Lecture" });
  await fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  expect(await screen.findByText("Annulé : chiffre accepté")).toBeTruthy();
});

it("shows a refusal in the one error dialog, and gives the window back", async () => {
  render(App);
  await screen.findByRole("main", { name: "Lecture" });
  await fireEvent.keyDown(document.body, { key: "o", ctrlKey: true });
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog.textContent).toContain("Rien n’a été modifié.");
  expect(dialog.textContent).toContain("code library-locked");
  await fireEvent.keyDown(dialog, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
});

it("asks once who codes; any act confirms it", async () => {
  session = { ...session, library: null, first_run: true };
  render(App);
  await fireEvent.input(await screen.findByRole("textbox", { name: "Nom du codeur" }), { target: { value: "Moussa" } });
  await fireEvent.click(screen.getByRole("radio", { name: "English" }));
  await fireEvent.click(screen.getByRole("button", { name: "Open the sample" }));
  await waitFor(() => expect(calls).toHaveBeenCalledWith("open_sample", expect.anything()));
  expect(calls).toHaveBeenCalledWith("set_preferences", { preferences: expect.objectContaining({ coder: "Moussa", language: "en" }) });
});

it("follows what the Rust side tells: an import, files dragged, a library closed", async () => {
  render(App);
  await screen.findByRole("main", { name: "Lecture" });
  await emit("import", { running: true, stopping: false, done: 2, total: 9, read: 2, known: 0, check: 0, refused: 0, left: null, items: [] });
  expect(await screen.findByRole("button", { name: "Import\u00a0: 2 sur 9" })).toBeTruthy();
  await emit("drag", { count: 41 });
  expect(await screen.findByText("Déposer 41 fichiers")).toBeTruthy();
  await emit("drag", { count: null });
  await emit("session", { ...session, library: null });
  expect(await screen.findByRole("main", { name: "Accueil" })).toBeTruthy();
});
