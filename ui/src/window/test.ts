// The window on a mocked Rust side, for the tests that need all of it: a session, and answers that a test adds to.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen } from "@testing-library/svelte";
import { vi } from "vitest";
import App from "../App.svelte";
import type { Session } from "../backend/types/Session";
import { app } from "../state.svelte";
import { begin } from "../trail";
import { speak } from "../words";

export type Answers = Record<string, (args: never) => unknown>;

export const calls = vi.fn();
export const refused = (code: string, params: Record<string, string> = {}) => ({ code, params, detail: `about ${code}` });
export const changed = (said: string) => ({ documents: true, figures: true, document: null, figure: null, said });

export function session(given: Partial<Session> = {}): Session {
  return {
    library: { id: "1", name: "Mali", documents: 3, suggested: 1, accepted: 2, read_only: false, sample: false },
    preferences: { coder: "Aïssata K.", language: "fr", theme: "light", scale: 100, text_size: 17 },
    recent: [], first_run: false, version: "0.1.0", undo: "chiffre accepté", redo: null, saved_at: "14:32", notices: [], ...given,
  };
}

/** Shows the window, in Lecture. */
export async function open(answers: Answers, first = session()) {
  const nothing: Answers = {
    start: () => first,
    import_state: () => ({ running: false, stopping: false, done: 0, total: 0, read: 0, known: 0, check: 0, refused: 0, left: null, items: [] }),
    documents: () => ({ total: 0, matching: 0, from: 0, rows: [] }),
    bin: () => [],
    versions: () => [],
    place_of: () => null,
    recovery: () => null,
  };
  Object.assign(app, { session: null, trail: begin("home"), importing: null, problem: null, toast: null, overlay: null, notices: [], history: false, rubric: "display" });
  app.arrivals += 1;
  speak(first.preferences.language);
  calls.mockClear();
  mockIPC(
    (command, args) => {
      calls(command, args);
      const answer = answers[command] ?? nothing[command];
      if (answer) return answer(args as never);
      if (command.startsWith("plugin:")) return null;
      throw refused("unexpected", { command });
    },
    { shouldMockEvents: true },
  );
  render(App);
  await screen.findByRole("main", { name: first.library ? /Lecture|Read/ : /Accueil|Home/ });
}
