// The words on screen. They live in data/words/{fr,en}.ftl, shared with the Rust side; here they are looked up in the
// language of the session. `t` is reactive: what was rendered with it changes when the language does.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { SvelteMap } from "svelte/reactivity";
import english from "../../data/words/en.ftl?raw";
import french from "../../data/words/fr.ftl?raw";
import type { Language } from "./backend/types/Language";

export type Args = Record<string, string | number>;

const bundles: Record<Language, FluentBundle> = { fr: bundle("fr", french), en: bundle("en", english) };

// A map with one entry, because a plain .ts file has no runes and a SvelteMap is reactive anywhere.
const chosen = new SvelteMap<"language", Language>([["language", "fr"]]);

export const language = (): Language => chosen.get("language") ?? "fr";
export const speak = (next: Language) => void chosen.set("language", next);

/** True when there are words for this key; for the messages whose key comes from the Rust side. */
export const has = (key: string): boolean => bundles[language()].hasMessage(key);

/** The words for a key. An unknown key is shown as it is: ugly on purpose, and a test looks for it. */
export function t(key: string, args?: Args): string {
  const spoken = bundles[language()];
  const message = spoken.getMessage(key);
  return message?.value ? spoken.formatPattern(message.value, args, []) : key;
}

function bundle(name: Language, source: string): FluentBundle {
  // No isolation marks: everything is written left to right, and tests compare plain words.
  const made = new FluentBundle(name, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}
