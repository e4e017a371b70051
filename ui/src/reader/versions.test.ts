// A text that was renewed: what changed since an earlier one, and figures whose sentence has gone.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, it } from "vitest";
import type { DifferencePiece } from "../backend/types/DifferencePiece";
import { calls, open, type Answers } from "../window/test";
import { figure } from "./figure.fixture";

let versions: { index: number; until: string }[];
const pieces: DifferencePiece[] = [
  { kind: "same", text: "Le ministère annonce " },
  { kind: "gone", text: "44 000" },
  { kind: "new", text: "45 000" },
  { kind: "same", text: " retours." },
];
const answers: Answers = {
  documents: () => ({ total: 1, matching: 1, from: 0, rows: [{ id: "d", title: "Retours", source: "OIM", figures: 0, to_review: 0, sample: false }] }),
  document: () => ({
    id: "d", title: "Retours", outlet: null, author: null, published: null, date_note: "", date_known: false, address: null, sample: false, language_note: null,
    pieces: [], figures: [], orphans: [figure({ id: "o", status: "accepted", quote: "Le ministère annonce 44 000 retours." })], left_out: null,
  }),
  versions: () => versions,
  difference: () => pieces,
};

beforeEach(async () => {
  versions = [{ index: 0, until: "Jusqu’au 22 novembre 2026 à 14:32" }, { index: 1, until: "Jusqu’au 3 mai 2026 à 09:00" }];
  await open(answers);
});

const details = () => screen.findByRole("complementary", { name: "Détails" });

it("shows what went and what came, and says it aloud", async () => {
  const pane = await details();
  expect(await within(pane).findByText("Texte renouvelé : 2 versions antérieures")).toBeTruthy();
  await fireEvent.click(within(pane).getByRole("button", { name: "Voir ce qui a changé" }));
  const dialog = await screen.findByRole("dialog", { name: "Ce qui a changé dans le texte" });
  const text = within(dialog).getByRole("document");
  await waitFor(() => expect(text.querySelector("del")?.textContent).toBe("Ôté\u00a0: 44 000 fin. "));
  expect(text.querySelector("ins")?.textContent).toBe("Ajouté\u00a0: 45 000 fin. ");
  await fireEvent.click(within(dialog).getByRole("radio", { name: "Jusqu’au 3 mai 2026 à 09:00" }));
  await waitFor(() => expect(calls).toHaveBeenCalledWith("difference", { document: "d", index: 1 }));
  await fireEvent.keyDown(dialog, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("keeps figures whose sentence is not in the text, under their own heading", async () => {
  const pane = await details();
  const orphans = await within(pane).findByRole("region", { name: "Phrase absente du texte actuel" });
  const card = within(orphans).getByRole("article", { name: "44 000, validé, phrase absente du texte actuel" });
  expect(card.textContent).toContain("Le ministère annonce 44 000 retours.");
});
