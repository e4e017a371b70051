// Opening and closing the panel of the history: the focus goes to its field, and back to where it was.
import { tick } from "svelte";
import { app } from "../state.svelte";
import { acts } from "./acts.svelte";

let before: Element | null = null;

export async function openHistory() {
  if (!app.history) before = document.activeElement;
  app.history = true;
  await tick();
  document.querySelector<HTMLElement>("[data-history-filter]")?.focus();
}

export async function closeHistory() {
  app.history = false;
  acts.forget();
  await tick();
  const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null;
  (back ?? document.querySelector<HTMLElement>("[data-history]"))?.focus();
}
