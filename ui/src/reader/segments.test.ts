// The sweep that cuts a block at its marks.
import { describe, expect, it } from "vitest";
import type { Mark } from "../backend/types/Mark";
import { clicked, look, segments } from "./segments";

const text = "Depuis 2017, plus de 44.000 Maliens, dont plus de 33.000 réintégrés.";
const mark = (words: string, kind: Mark["kind"], figure: string): Mark => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind, figure };
};

describe("segments", () => {
  it("gives back the whole text, whatever the marks", () => {
    const marks = [mark(text, "sentence", "a"), mark("Depuis 2017", "period", "a"), mark("plus de 44.000 Maliens", "number", "a"), mark("Maliens, dont", "period", "b")];
    const pieces = segments(text, marks);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.find((piece) => piece.text === "Maliens")).toEqual({ text: "Maliens", numbers: ["a"], periods: ["b"], sentences: ["a"] });
  });

  it("leaves an unmarked text in one piece and an empty one in none", () => {
    expect(segments(text, [])).toHaveLength(1);
    expect(segments("", [])).toEqual([]);
  });

  it("cuts a mark that leaves the text, and forgets an empty one", () => {
    const pieces = segments("abc", [{ start: 1, end: 9, kind: "number", figure: "a" }, { start: 2, end: 2, kind: "period", figure: "b" }]);
    expect(pieces.map((piece) => piece.text)).toEqual(["a", "bc"]);
  });

  it("lets two figures share a sentence", () => {
    const pieces = segments(text, [mark(text, "sentence", "a"), mark(text, "sentence", "b"), mark("plus de 33.000", "number", "b")]);
    const number = pieces.find((piece) => piece.numbers.length > 0)!;
    expect(clicked(number)).toBe("b");
    expect(look(number, "a")).toBe("fig sentence");
    expect(look(number, "b")).toBe("fig on sentence");
    expect(look(pieces[0], null)).toBe("");
  });
});
