// What is laid out by counting: chips in the margin, rows of a long list, chunks of a long text.
import { describe, expect, it } from "vitest";
import type { Piece } from "../backend/types/Piece";
import { placeChips } from "./chips";
import { above, around, chunkOf, guess, inChunks } from "./chunks";
import { drawn, led, placeOf, pixelOf, scrolled } from "./strip";
import { scrollFor, visibleRows } from "./window";

describe("chips", () => {
  it("stand at their sentence when there is room", () => {
    expect([...placeChips([{ id: "a", y: 10, height: 40 }, { id: "b", y: 100, height: 40 }])]).toEqual([["a", 10], ["b", 100]]);
  });

  it("go down, four pixels apart, when they would meet; the one above never moves", () => {
    const wanted = [{ id: "b", y: 12, height: 40 }, { id: "a", y: 10, height: 40 }, { id: "c", y: 60, height: 40 }];
    expect([...placeChips(wanted)]).toEqual([["a", 10], ["b", 54], ["c", 98]]);
  });

  it("keep the order of the text on one line", () => {
    expect([...placeChips([{ id: "a", y: 5, height: 20 }, { id: "b", y: 5, height: 20 }]).keys()]).toEqual(["a", "b"]);
  });
});

describe("rows of a long list", () => {
  it("mount those in view and a few around", () => {
    expect(visibleRows(1000, 300, 100, 5000, 2)).toEqual({ first: 8, last: 15 });
  });

  it("stop at both ends", () => {
    expect(visibleRows(0, 300, 100, 2)).toEqual({ first: 0, last: 2 });
    expect(visibleRows(99999, 300, 100, 10, 2)).toEqual({ first: 8, last: 10 });
  });

  it("scroll only as far as needed", () => {
    expect(scrollFor(3, 0, 500, 100)).toBe(0);
    expect(scrollFor(7, 0, 500, 100)).toBe(300);
    expect(scrollFor(1, 400, 500, 100)).toBe(100);
  });
});

describe("a list higher than an engine draws", () => {
  const size = { whole: 91_000_000, view: 700 };

  it("is drawn shorter, and a short one as it is", () => {
    expect([drawn(size.whole), drawn(2_184)]).toEqual([16_000_000, 2_184]);
    expect(led(1_300, { whole: 2_184, view: 700 })).toEqual({ at: 1_300, pixel: 1_300 });
  });

  it("has both its ends, and every place in between, at a pixel of its own", () => {
    expect([pixelOf(0, size), pixelOf(91_000_000 - 700, size)]).toEqual([0, 16_000_000 - 700]);
    for (const at of [0, 91, 1_999_999, 2_500_000, 45_500_000, 88_999_000, 90_999_300]) expect(placeOf(pixelOf(at, size), size)).toBeCloseTo(at, 2);
  });

  it("moves by what a wheel says, and jumps where the bar is dragged", () => {
    const middle = led(45_500_000, size);
    expect(scrolled(middle, middle.pixel + 120, size).at).toBe(45_500_120);
    expect(scrolled(middle, 16_000_000 - 700, size).at).toBe(91_000_000 - 700);
    expect(scrolled(middle, 0, size).at).toBe(0);
  });

  it("shows no row twice and none beyond the end", () => {
    const end = led(Infinity, size);
    expect(visibleRows(end.at, 700, 91, 1_000_000)).toEqual({ first: 999_984, last: 1_000_000 });
  });
});

describe("chunks of a long text", () => {
  const block = (id: number): Piece => ({ piece: "block", id, kind: "body", text: "x".repeat(130), marks: [] });
  const pieces = Array.from({ length: 120 }, (_, i) => block(i));

  it("hold fifty pieces each", () => {
    expect(inChunks(pieces).map((chunk) => chunk.length)).toEqual([50, 50, 20]);
    expect(chunkOf(inChunks(pieces), 70)).toBe(1);
    expect(chunkOf(inChunks(pieces), 999)).toBe(-1);
  });

  it("are guessed from their letters", () => {
    expect(guess([block(0)], 65, 20)).toBe(50);
  });

  it("are mounted when they touch the stretch in view", () => {
    expect(around([100, 100, 100], 150, 180)).toEqual([1, 1]);
    expect(around([100, 100, 100], 50, 250)).toEqual([0, 2]);
    expect(around([100, 100, 100], -900, -800)).toEqual([0, 0]);
    expect(around([100, 100, 100], 900, 950)).toEqual([2, 2]);
    expect(above([100, 50, 100], 2)).toBe(150);
  });
});
