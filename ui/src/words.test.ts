// The words: the same keys in both languages, all that the code asks for, and the spaces of French typography.
import { afterEach, describe, expect, it } from "vitest";
import english from "../../data/words/en.ftl?raw";
import french from "../../data/words/fr.ftl?raw";
import { helpGroups } from "./components/help";
import { has, speak, t } from "./words";

const keys = (source: string) => [...source.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1]).sort();
const sources = import.meta.glob<string>(["./**/*.svelte", "./**/*.ts", "!./**/*.test.ts"], { query: "?raw", import: "default", eager: true });

afterEach(() => speak("fr"));

describe("the two files", () => {
  it("have the same keys, each once", () => {
    expect(keys(french)).toEqual(keys(english));
    expect(new Set(keys(french)).size).toBe(keys(french).length);
  });

  it("hold every key that the code names", () => {
    const asked = Object.values(sources).flatMap((source) => [...source.matchAll(/\bt\("([a-z-]+)"/g)].map((found) => found[1]));
    const made = [
      ...["suggested", "accepted", "rejected"].map((status) => `status-${status}`),
      ...["waiting", "read", "known", "check", "refused"].map((outcome) => `outcome-${outcome}`),
      ...["read", "known", "check", "refused"].map((outcome) => `count-${outcome}`),
      ...["choose", "draw", "export"].map((step) => `step-${step}`),
      ...["system", "light", "dark"].map((theme) => `theme-${theme}`),
      ...["png", "svg", "report", "library"].flatMap((way) => [`export-${way}`, `export-${way}-more`]),
      ...["home", "read", "series", "settings"],
      ...helpGroups.flatMap((group) => [group.title, ...group.lines.flatMap((line) => [line.words, ...line.keys.filter((key) => key.startsWith("key-"))])]),
    ];
    expect(asked.length).toBeGreaterThan(100);
    expect([...asked, ...made].filter((key) => !has(key))).toEqual([]);
  });

  it("write French with its spaces: fine before ; ! ?, unbreakable before : and inside « »", () => {
    const values = french.split("\n").filter((line) => !line.startsWith("#")).join("\n");
    expect(values.match(/[^\u202f] ?[;!?]/g)).toBeNull();
    expect(values.match(/[^\u00a0]:/g)).toBeNull();
    expect(values.match(/«[^\u00a0{]|[^\u00a0}]»/g)).toBeNull();
  });
});

describe("t", () => {
  it("speaks the language of the session", () => {
    expect(t("read")).toBe("Lecture");
    speak("en");
    expect(t("read")).toBe("Read");
  });

  it("fills in names and counts", () => {
    expect(t("undo", { act: "chiffre accepté" })).toBe("Annuler\u00a0: chiffre accepté");
    expect([0, 1, 2].map((count) => t("documents-count", { count }))).toEqual(["0 document", "1 document", "2 documents"]);
    speak("en");
    expect(t("documents-count", { count: 0 })).toBe("0 documents");
  });

  it("shows an unknown key as it is", () => expect(t("no-such-key")).toBe("no-such-key"));
});
