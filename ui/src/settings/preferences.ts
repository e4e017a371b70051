// Keeps what was changed in the preferences.
import * as backend from "../backend/commands";
import type { Preferences } from "../backend/types/Preferences";
import { app } from "../state.svelte";

export async function prefer(change: Partial<Preferences>) {
  if (!app.session) return;
  const next = await app.attempt(backend.set_preferences({ ...app.session.preferences, ...change }));
  if (next) app.take(next);
}
