// The keys, as data: what the help shows. A key that starts with "key-" is named in the language of the window.

export type HelpLine = { words: string; keys: string[] };
export type HelpGroup = { title: string; lines: HelpLine[] };

export const helpGroups: HelpGroup[] = [
  {
    title: "help-everywhere",
    lines: [
      { words: "help-palette", keys: ["key-ctrl", "K"] },
      { words: "undo-short", keys: ["key-ctrl", "Z"] },
      { words: "redo", keys: ["key-ctrl", "Y"] },
      { words: "read", keys: ["key-ctrl", "1"] },
      { words: "series", keys: ["key-ctrl", "3"] },
      { words: "settings", keys: ["key-ctrl", ","] },
      { words: "help-region", keys: ["F6"] },
      { words: "help-open", keys: ["key-ctrl", "O"] },
      { words: "import-act", keys: ["key-ctrl", "I"] },
      { words: "shortcuts", keys: ["F1"] },
    ],
  },
  {
    title: "help-reading",
    lines: [
      { words: "help-next-document", keys: ["key-ctrl", "key-page-down"] },
      { words: "help-previous-document", keys: ["key-ctrl", "key-page-up"] },
      { words: "previous-reading", keys: ["key-alt", "←"] },
      { words: "next-reading", keys: ["key-alt", "→"] },
      { words: "help-next-figure", keys: ["J"] },
      { words: "help-previous-figure", keys: ["K"] },
      { words: "accept", keys: ["key-enter"] },
      { words: "reject", keys: ["key-delete"] },
      { words: "help-edit-figure", keys: ["E"] },
      { words: "figure-from-selection", keys: ["F"] },
    ],
  },
  {
    title: "help-window",
    lines: [
      { words: "help-list", keys: ["key-ctrl", "B"] },
      { words: "help-bin", keys: ["key-delete"] },
      { words: "help-plain", keys: ["F11"] },
      { words: "help-close", keys: ["key-escape"] },
      { words: "help-saved", keys: ["key-ctrl", "S"] },
    ],
  },
];
