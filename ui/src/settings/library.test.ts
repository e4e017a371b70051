// Réglages: the library as a file, what checking finds, its backups.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, it } from "vitest";
import type { AboutView } from "../backend/types/AboutView";
import { app } from "../state.svelte";
import { calls, open, session, type Answers } from "../window/test";

let view: AboutView;
const moved = () => session({ library: { ...session().library!, id: "2", name: "Mali 2" } });
const answers: Answers = {
  about: () => view,
  verify: () => ({
    said: "3 documents, 2 chiffres décidés\u00a0: 1 défaut.", sound: false,
    faults: [{ said: "Un texte a changé depuis son enregistrement.", place: "Deux conventions, octet 12 du texte", detail: "sha256 differs" }],
  }),
  repair: () => ({ said: "3 documents, 2 chiffres décidés\u00a0: tout est intact.", sound: true, faults: [] }),
  compact: () => (view = { ...view, size: "1,2 Mo" }),
  back_up: () => (view = { ...view, backups: [{ index: 0, when: "aujourd’hui à 15:00", size: "1,2 Mo", verified: true }, ...view.backups.map((one) => ({ ...one, index: one.index + 1 }))] }),
  save_copy: () => ({ name: "Mali (copie).balise", folder: "/home/a" }),
  move_here: moved,
  open_backup: moved,
};

beforeEach(async () => {
  view = {
    name: "Mali", folder: "/home/a/Dropbox", size: "2,4 Mo", holds: "3 documents, 2 chiffres acceptés, 1 à la corbeille, 14 gestes", trashed: 1, read_only: false,
    place: { title: "Cette bibliothèque est dans un dossier synchronisé par Dropbox", words: "Deux versions peuvent se contredire." },
    conflicts: ["Mali (copie en conflit).balise"],
    backups: [{ index: 0, when: "hier à 09:12", size: "2,3 Mo", verified: true }, { index: 1, when: "12 nov. 2026", size: "2,0 Mo", verified: false }],
    backups_said: "2 copies, 4,3 Mo",
  };
  await open(answers);
});

async function page(entry: string) {
  await fireEvent.click(screen.getByRole("button", { name: /^Mali/ }));
  await fireEvent.click(await screen.findByRole("menuitem", { name: entry }));
  return screen.findByRole("tabpanel");
}

it("is reached from the menu of the library, and says where the file is and what it holds", async () => {
  const panel = await page("Fichier de la bibliothèque…");
  expect(panel).toBe(screen.getByRole("tabpanel", { name: "Bibliothèque" }));
  await within(panel).findByText("/home/a/Dropbox");
  for (const words of ["Mali", "2,4 Mo", "3 documents, 2 chiffres acceptés", "Mali (copie en conflit).balise"]) expect(panel.textContent).toContain(words);
  await fireEvent.click(within(panel).getByRole("button", { name: "Enregistrer une copie…" }));
  expect(await screen.findByText("Mali (copie).balise est écrit dans /home/a")).toBeTruthy();
  await fireEvent.click(within(panel).getByRole("button", { name: "Compacter" }));
  expect(await screen.findByText("Fichier compacté : 2,4 Mo, maintenant 1,2 Mo")).toBeTruthy();
});

it("warns of a synced folder, and brings the library home", async () => {
  const panel = await page("Fichier de la bibliothèque…");
  const banner = await within(panel).findByRole("region", { name: /dossier synchronisé par Dropbox/ });
  await fireEvent.click(within(banner).getByRole("button", { name: "Garder sur cet ordinateur" }));
  await waitFor(() => expect(app.session?.library?.name).toBe("Mali 2"));
  expect(app.place.screen).toBe("read");
});

it("tells what checking found and where, and mends what can be", async () => {
  const panel = await page("Fichier de la bibliothèque…");
  await fireEvent.click(await within(panel).findByRole("button", { name: "Vérifier" }));
  const faults = await within(panel).findByRole("list", { name: "Défauts trouvés" });
  for (const words of ["Un texte a changé", "Deux conventions, octet 12 du texte", "sha256 differs"]) expect(faults.textContent).toContain(words);
  await fireEvent.click(within(panel).getByRole("button", { name: "Réparer ce qui peut l’être" }));
  expect(await within(panel).findByText(/tout est intact/)).toBeTruthy();
  expect(within(panel).queryByRole("list", { name: "Défauts trouvés" })).toBeNull();
});

it("lists the backups, makes one more, and opens one beside the library", async () => {
  const panel = await page("Copies de sûreté…");
  const list = await within(panel).findByRole("list", { name: "Copies de sûreté" });
  const said = () => within(list).getAllByRole("listitem").map((item) => item.textContent!.replace(/\s+/g, " "));
  expect(said()[0]).toContain("vérifiée");
  expect(said()[1]).toContain("non vérifiée");
  expect(panel.textContent).toContain("Dernière copie vérifiée\u00a0: hier à 09:12");
  await fireEvent.click(within(panel).getByRole("button", { name: "Faire une copie maintenant" }));
  await waitFor(() => expect(said()[0]).toContain("aujourd’hui à 15:00"));
  await fireEvent.click(within(list).getByRole("button", { name: "Ouvrir à côté\u00a0: 12 nov. 2026" }));
  await waitFor(() => expect(calls).toHaveBeenCalledWith("open_backup", { index: 2 }));
  await waitFor(() => expect(app.session?.library?.name).toBe("Mali 2"));
});

it("walks its pages by arrows", async () => {
  await fireEvent.keyDown(document.body, { key: ",", ctrlKey: true });
  const first = await screen.findByRole("tab", { name: "Affichage" });
  first.focus();
  await fireEvent.keyDown(first, { key: "ArrowDown" });
  const second = screen.getByRole("tab", { name: "Codage", selected: true });
  expect(document.activeElement).toBe(second);
  expect(screen.getByRole("textbox", { name: "Nom du codeur" })).toBeTruthy();
});
