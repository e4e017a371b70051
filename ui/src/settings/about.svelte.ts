// The library as a file: where it is, what is in it, its backups; and what can be done with it. One thing at a time.
import * as backend from "../backend/commands";
import type { AboutView } from "../backend/types/AboutView";
import type { VerifyView } from "../backend/types/VerifyView";
import { app } from "../state.svelte";
import { t } from "../words";

export type Work = "copy" | "compact" | "verify" | "repair" | "backup" | "move";

class About {
  view = $state.raw<AboutView | null>(null);
  /** What checking found, until the library changes. */
  verified = $state.raw<VerifyView | null>(null);
  /** What is being done. */
  busy = $state<Work | null>(null);
  #library: string | null = null;
  #call = 0;

  async load() {
    const library = app.session?.library?.id ?? null;
    if (library !== this.#library) this.view = this.verified = null;
    this.#library = library;
    const call = (this.#call += 1);
    const view = await app.attempt(backend.about());
    if (view && call === this.#call) this.view = view;
  }

  async #do<T>(work: Work, act: () => Promise<T>): Promise<T | null> {
    if (this.busy) return null;
    this.busy = work;
    const done = await app.attempt(act());
    this.busy = null;
    return done;
  }

  async saveCopy() {
    const written = await this.#do("copy", backend.save_copy);
    if (written) app.say(t("written", { name: written.name, folder: written.folder }));
  }

  async compact() {
    const before = this.view?.size ?? "";
    const view = await this.#do("compact", backend.compact);
    if (!view) return;
    this.view = view;
    app.say(t("compacted", { before, after: view.size }));
  }

  async verify() {
    const found = await this.#do("verify", backend.verify);
    if (found) this.verified = found;
  }

  async repair() {
    const found = await this.#do("repair", backend.repair);
    if (!found) return;
    this.verified = found;
    await this.load();
  }

  async backUp() {
    const view = await this.#do("backup", backend.back_up);
    if (!view) return;
    this.view = view;
    app.say(t("backed-up"));
  }

  /** Opens a copy in the application's own folder; the one in the synced folder stays as it is. */
  async moveHere() {
    const session = await this.#do("move", backend.move_here);
    if (session) app.enter(session);
  }

  async openBeside(index: number) {
    const session = await this.#do("move", () => backend.open_backup(index));
    if (session) app.enter(session);
  }
}

export const about = new About();
