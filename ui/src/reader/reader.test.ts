// Lecture as a person uses it: a card accepted by its button and by a key, and where the selection goes then.
import { mockIPC } from "@tauri-apps/api/mocks";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import type { Reading } from "../backend/types/Reading";
import { app } from "../state.svelte";
import { begin } from "../trail";
import { figure } from "./figure.fixture";
import Reader from "./Reader.svelte";

let reading: Reading;
const calls = vi.fn();

beforeEach(() => {
  const text = "Plus de 44.000 Maliens sont revenus, dont 33.000 réintégrés.";
  const marks = [
    { start: 0, end: text.length, kind: "sentence", figure: "a" },
    { start: 0, end: 14, kind: "number", figure: "a" },
    { start: 42, end: 48, kind: "number", figure: "b" },
  ] as const;
  reading = {
    id: "d", title: "Retours", outlet: null, author: null, published: null, date_note: "Date introuvable", date_known: false, address: null, sample: false, language_note: null,
    pieces: [
      { piece: "block", id: 1, kind: "body", text, marks: [...marks] },
      { piece: "aside", label: "1 bloc", share: "10 %", blocks: [{ id: 2, kind: "teaser", text: "Lire aussi", marks: [] }] },
    ],
    figures: [figure({ id: "a" }), figure({ id: "b", value: "33 000", name: "33 000, exactement, réintégrés" })],
    orphans: [],
    left_out: null,
  };
  calls.mockClear();
  mockIPC((command, args) => {
    calls(command, args);
    if (command === "bin" || command === "versions") return [];
    if (command === "documents") return { total: 1, matching: 1, from: 0, rows: [{ id: "d", title: "Retours", source: "OIM", figures: 2, to_review: 2, sample: false }] };
    if (command === "document") return structuredClone(reading);
    const { figures, verdict } = args as { figures: string[]; verdict: string };
    reading.figures = reading.figures.map((one) => (figures.includes(one.id) ? { ...one, status: verdict === "accept" ? "accepted" : "rejected" } : one));
    return { documents: true, figures: true, document: "d", figure: figures[0], said: "Chiffre accepté" };
  });
  app.trail = begin("read");
  app.toast = null;
  render(Reader, { drawer: false, ondrawer: () => {}, onimport: () => {}, onsample: () => {} });
});

const card = (name: string) => screen.findByRole("article", { name });

it("accepts by the button and goes to the next figure to review", async () => {
  await fireEvent.click(within(await card("44 000, à vérifier")).getByRole("button", { name: "Accepter" }));
  expect(calls).toHaveBeenCalledWith("review", { figures: ["a"], verdict: "accept" });
  await waitFor(() => expect(app.place.figure).toBe("b"));
  const accepted = await card("44 000, validé");
  expect(within(accepted).queryByRole("button", { name: "Accepter" })).toBeNull();
  expect(within(accepted).getByRole("button", { name: "Rejeter" })).toBeTruthy();
  expect(app.toast?.text).toBe("Chiffre accepté");
});

it("walks with J and decides with Enter and Delete, the focus following the cards", async () => {
  const first = await card("44 000, à vérifier");
  first.focus();
  await fireEvent.keyDown(first, { key: "j" });
  await waitFor(() => expect(app.place.figure).toBe("b"));
  const second = await card("33 000, à vérifier");
  await waitFor(() => expect(document.activeElement).toBe(second));
  await fireEvent.keyDown(second, { key: "Delete" });
  await waitFor(() => expect(calls).toHaveBeenCalledWith("review", { figures: ["b"], verdict: "reject" }));
  await waitFor(() => expect(app.place.figure).toBe("a"));
  await fireEvent.keyDown(await card("44 000, à vérifier"), { key: "Enter" });
  await waitFor(() => expect(calls).toHaveBeenCalledWith("review", { figures: ["a"], verdict: "accept" }));
});

it("leaves Enter alone on another button and letters in a field", async () => {
  await card("44 000, à vérifier");
  app.mark({ figure: "a" });
  await fireEvent.keyDown(screen.getByRole("button", { name: "Afficher" }), { key: "Enter" });
  await fireEvent.keyDown(screen.getByRole("searchbox", { name: "Filtrer les documents" }), { key: "j" });
  expect(app.place.figure).toBe("a");
  expect(calls).not.toHaveBeenCalledWith("review", expect.anything());
});

it("selects the same figure from its chip, its mark and its card", async () => {
  await fireEvent.click(await screen.findByRole("button", { name: "33 000, exactement, réintégrés" }));
  expect((await card("33 000, à vérifier")).getAttribute("aria-current")).toBe("true");
  await fireEvent.click(document.querySelector("mark[data-figure='a']")!);
  expect(screen.getByRole("button", { name: "44 000, au moins, retours" }).getAttribute("aria-pressed")).toBe("true");
  expect(document.querySelector("mark.sentence")?.textContent).toBe("Plus de 44.000");
});

it("opens what was set aside", async () => {
  const region = await screen.findByRole("region", { name: /^Mis à part/ });
  expect(within(region).queryByText("Lire aussi")).toBeNull();
  await fireEvent.click(within(region).getByRole("button", { name: "Afficher" }));
  expect(within(region).getByText("Lire aussi")).toBeTruthy();
});
