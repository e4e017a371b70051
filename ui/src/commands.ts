// The commands that stand, once: for the menu of the library, for the palette, for the keys.
import * as backend from "./backend/commands";
import type { Changed } from "./backend/types/Changed";
import type { MenuItem } from "./components/menu";
import type { Command } from "./palette/command";
import { openHistory } from "./history/panel";
import { bin } from "./reader/bin.svelte";
import { app, type Rubric } from "./state.svelte";
import { t } from "./words";

/** Import: without a library, Accueil says what can be done; with one, the choice of files opens. */
export function importFiles() {
  if (app.session?.library) app.attempt(backend.import_choose());
  else app.go({ screen: "home" });
}

/** Undo and redo lead to the text they touch, when one is reading. */
async function goBackOn(work: Promise<Changed>, offer: "undo" | "redo"): Promise<Changed | null> {
  const changed = await app.act(work, offer);
  if (changed?.document && app.place.screen === "read") app.go({ document: changed.document, figure: changed.figure });
  return changed;
}

/** Takes an act back, wherever it stands in the history. */
export const takeBack = (work: Promise<Changed>) => goBackOn(work, "redo");

/** A page of Réglages. */
export function goSettings(rubric: Rubric) {
  app.rubric = rubric;
  app.go({ screen: "settings" });
}

export function goBin() {
  app.go({ screen: "read" });
  bin.turn(true);
}

export const undo = () => goBackOn(backend.undo(), "redo");
export const redo = () => goBackOn(backend.redo(), "undo");
export const openSample = () => app.open(backend.open_sample());
export const openLibrary = () => app.open(backend.open_library());

export function libraryMenu(): MenuItem[] {
  const always: MenuItem[] = [
    { words: t("home"), run: () => app.go({ screen: "home" }) },
    { words: t("open-library"), run: openLibrary, keys: "Control+O", shown: `${t("key-ctrl")} O` },
    { words: t("new-library-more-dots"), run: () => app.open(backend.new_library()) },
    { words: t("open-sample"), run: openSample },
  ];
  if (!app.session?.library) return always;
  return [
    ...always,
    { words: t("library-file-dots"), run: () => goSettings("library") },
    { words: t("backups-dots"), run: () => goSettings("backups") },
    { words: t("bin"), run: goBin },
    { words: t("close-library"), run: () => app.open(backend.close_library()) },
  ];
}

export function paletteCommands(): Command[] {
  const control = (key: string) => `${t("key-ctrl")} ${key}`;
  const always: Command[] = [
    { id: "open", words: t("open-library"), icon: "folder", shown: control("O"), run: openLibrary },
    { id: "new", words: t("new-library-more-dots"), icon: "plus", run: () => app.open(backend.new_library()) },
    { id: "sample", words: t("open-sample"), icon: "book", run: openSample },
    { id: "import", words: t("import-files"), icon: "tray", shown: control("I"), run: importFiles },
    { id: "home", words: t("home"), icon: "folder", run: () => app.go({ screen: "home" }) },
    { id: "settings", words: t("settings"), icon: "gear", shown: control(","), run: () => app.go({ screen: "settings" }) },
    { id: "help", words: t("shortcuts"), icon: "help", shown: "F1", run: () => (app.overlay = "help") },
  ];
  if (!app.session?.library) return always;
  return [
    { id: "read", words: t("go-read"), icon: "book", shown: control("1"), run: () => app.go({ screen: "read" }) },
    { id: "series", words: t("go-series"), icon: "chart", shown: control("3"), run: () => app.go({ screen: "series" }) },
    ...(app.session.undo ? [{ id: "undo", words: t("undo", { act: app.session.undo }), icon: "undo", shown: control("Z"), run: undo } as const] : []),
    ...(app.session.redo ? [{ id: "redo", words: t("redo"), icon: "redo", shown: control("Y"), run: redo } as const] : []),
    { id: "history", words: t("history"), icon: "clock", run: openHistory },
    { id: "bin", words: t("bin"), icon: "bin", run: goBin },
    { id: "library", words: t("library-file-dots"), icon: "folder", run: () => goSettings("library") },
    { id: "backups", words: t("backups-dots"), icon: "shield", run: () => goSettings("backups") },
    { id: "report", words: t("export-library-report"), icon: "page", run: report },
    ...always,
    { id: "close", words: t("close-library"), icon: "x", run: () => app.open(backend.close_library()) },
  ];
}

async function report() {
  const written = await app.attempt(backend.export_report(null));
  if (written) app.say(t("written", { name: written.name, folder: written.folder }));
}
