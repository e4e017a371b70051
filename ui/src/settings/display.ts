// What the preferences change in the page: theme, scale, size of the article text, language. Sizes are rem, so that the
// root size alone carries the interface scale.
import type { Preferences } from "../backend/types/Preferences";
import { speak } from "../words";

export function display(preferences: Preferences, root: HTMLElement) {
  if (preferences.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = preferences.theme;
  root.style.fontSize = `${(16 * preferences.scale) / 100}px`;
  root.style.setProperty("--text-read", `${preferences.text_size / 16}rem`);
  root.lang = preferences.language;
  speak(preferences.language);
}
