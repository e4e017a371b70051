// One act of a menu: its words, its keys as the platform names them and as they are printed.
export type MenuItem = { words: string; run: () => void; keys?: string; shown?: string };
