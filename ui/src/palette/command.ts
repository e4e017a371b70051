// What the palette can run, and how it is found: by its words, whatever the accents and the case.
import type { IconName } from "../components/icons";

export type Command = { id: string; words: string; icon: IconName; shown?: string; run: () => void };

export function matching(commands: Command[], query: string): Command[] {
  const wanted = bare(query).split(/\s+/).filter(Boolean);
  return commands.filter(({ words }) => wanted.every((word) => bare(words).includes(word)));
}

const bare = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
