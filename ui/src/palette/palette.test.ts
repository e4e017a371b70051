// The palette: the words found are strong, commands are found without accents, Enter opens the text.
import { mockIPC } from "@tauri-apps/api/mocks";
import { fireEvent, render, screen } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import { matching, type Command } from "./command";
import Palette from "./Palette.svelte";
import { foundPieces } from "./pieces";

const commands: Command[] = [
  { id: "settings", words: "Réglages", icon: "gear", run: vi.fn() },
  { id: "series", words: "Aller aux séries", icon: "chart", run: vi.fn() },
];

it("cuts a sentence at the words found, once each", () => {
  expect(foundPieces("le retour de tous", [[3, 9], [3, 5], [13, 17]])).toEqual([
    { text: "le ", found: false },
    { text: "retour", found: true },
    { text: " de ", found: false },
    { text: "tous", found: true },
  ]);
  expect(foundPieces("", [])).toEqual([]);
});

it("finds a command by some of its words, accents aside", () => {
  expect(matching(commands, "regl").map(({ id }) => id)).toEqual(["settings"]);
  expect(matching(commands, "series aller").map(({ id }) => id)).toEqual(["series"]);
  expect(matching(commands, "")).toHaveLength(2);
});

it("opens the text that was found", async () => {
  const hit = { document: "d", title: "Retours", source: "OIM", sentence: "le retour", found: [[3, 9]] };
  mockIPC(() => ({ total: 1, hits: [hit] }));
  const onhit = vi.fn();
  render(Palette, { commands, library: true, onhit, onclose: () => {} });
  const field = screen.getByRole("combobox", { name: "Rechercher ou lancer une commande" });
  expect(document.activeElement).toBe(field);
  await fireEvent.input(field, { target: { value: "retour" } });
  await screen.findByRole("option", { name: /le retour/, selected: true });
  await fireEvent.keyDown(field, { key: "Enter" });
  expect(onhit).toHaveBeenCalledWith(hit);
});
