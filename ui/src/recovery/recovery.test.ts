// A library that cannot be read: what can be done about it, whichever way it is told.
import { emit } from "@tauri-apps/api/event";
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { app } from "../state.svelte";
import { calls, open, refused, session, type Answers } from "../window/test";

const back = () => session({ library: { ...session().library!, id: "9", name: "Mali (récupérée)" } });
const answers: Answers = {
  open_library: () => {
    throw refused("library-damaged", { file: "Mali.balise" });
  },
  recovery: () => ({
    name: "Mali.balise", folder: "/home/a",
    backups: [{ index: 0, when: "aujourd’hui à 09:12", size: "2,4 Mo", verified: false }, { index: 1, when: "hier à 18:04", size: "2,3 Mo", verified: true }],
  }),
  recover_backup: back,
  salvage: () => ({ session: back(), said: "2 documents récupérés.", missing: ["Au moins 1 documents manquent"] }),
};

async function damaged(given: Answers = answers, first = session({ library: null })) {
  await open(given, first);
  await fireEvent.keyDown(document.body, { key: "o", ctrlKey: true });
  return screen.findByRole("alertdialog");
}

it("offers the backups, those that were verified first, and opens one", async () => {
  const dialog = await damaged();
  const list = await within(dialog).findByRole("list", { name: "Copies de sûreté" });
  expect(within(list).getAllByRole("listitem")[0].textContent).toContain("hier à 18:04");
  await fireEvent.click(within(list).getByRole("button", { name: "Ouvrir la copie\u00a0: hier à 18:04" }));
  expect(calls).toHaveBeenCalledWith("recover_backup", { index: 1 });
  expect(await screen.findByRole("main", { name: "Lecture" })).toBeTruthy();
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

it("recovers what can be read, and says what is missing", async () => {
  const dialog = await damaged();
  await fireEvent.click(await within(dialog).findByRole("button", { name: "Récupérer ce qui se lit" }));
  const told = await screen.findByRole("alertdialog", { name: "Voici ce qui a pu être récupéré" });
  expect(told.textContent).toContain("2 documents récupérés.");
  expect(within(told).getByRole("listitem").textContent).toBe("Au moins 1 documents manquent");
  await fireEvent.click(within(told).getByRole("button", { name: "Continuer" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(app.session?.library?.name).toBe("Mali (récupérée)");
});

it("shows why recovering failed, and still offers what is left", async () => {
  const dialog = await damaged({ ...answers, recover_backup: () => { throw refused("disk-full"); } });
  await fireEvent.click(await within(dialog).findByRole("button", { name: "Ouvrir la copie\u00a0: hier à 18:04" }));
  await waitFor(() => expect(app.problem?.code).toBe("disk-full"));
  await fireEvent.click(within(screen.getByRole("alertdialog")).getByRole("button", { name: "Fermer" }));
  await fireEvent.keyDown(document.body, { key: "o", ctrlKey: true });
  expect(await screen.findByRole("button", { name: "Récupérer ce qui se lit" })).toBeTruthy();
});

it("is a plain problem when nothing can be done", async () => {
  const dialog = await damaged({ ...answers, recovery: () => null });
  await waitFor(() => expect(calls).toHaveBeenCalledWith("recovery", expect.anything()));
  expect(within(dialog).queryByRole("region")).toBeNull();
  expect(within(dialog).getByRole("button", { name: "Copier les détails" })).toBeTruthy();
});

it("comes as a dialog too when the shell tells it, at the start or later", async () => {
  await open(answers, session({ library: null, notices: [refused("library-not-one", { file: "note.balise" }), refused("import-resumed")] }));
  expect((await screen.findByRole("alertdialog")).textContent).toContain("note.balise");
  expect(await screen.findByRole("button", { name: "Récupérer ce qui se lit" })).toBeTruthy();
  expect(app.notices.map(({ code }) => code)).toEqual(["import-resumed"]);
  app.problem = null;
  await emit("session", session({ notices: [refused("library-stopped", { file: "Mali.balise" })] }));
  expect((await screen.findByRole("alertdialog")).textContent).toContain("Le disque a refusé une écriture");
});
