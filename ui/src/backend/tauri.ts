// The one door to the Rust side: a call that rejects with a ProblemView and nothing else, and a way to listen.
// No other folder may import @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { ProblemView } from "./types/ProblemView";

export async function call<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (error) {
    throw problem(error);
  }
}

export function on<T>(event: string, handler: (payload: T) => void): Promise<() => void> {
  return listen<T>(event, ({ payload }) => handler(payload));
}

/** Whatever was thrown, as something that can be shown: our own problems pass, the rest becomes "unknown". */
export function problem(error: unknown): ProblemView {
  if (typeof error === "object" && error !== null && "code" in error && "params" in error) return error as ProblemView;
  return { code: "unknown", params: {}, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
