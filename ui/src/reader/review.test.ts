// The walk through figures, and where a decision leads.
import { expect, it } from "vitest";
import { figure } from "./figure.fixture";
import { nextToReview, step } from "./review";

const figures = [figure({ id: "a" }), figure({ id: "b", status: "accepted" }), figure({ id: "c" }), figure({ id: "d", status: "rejected" })];

it("walks one by one and stops at the ends", () => {
  expect(step(figures, "a", 1)).toBe("b");
  expect(step(figures, "a", -1)).toBe("a");
  expect(step(figures, "d", 1)).toBe("d");
  expect(step([], null, 1)).toBeNull();
});

it("starts at the first figure that waits", () => {
  expect(step([figures[1], figures[2]], null, 1)).toBe("c");
  expect(step([figures[1]], null, -1)).toBe("b");
});

it("goes on to the next figure that waits, then round, then stays", () => {
  expect(nextToReview(figures, "a")).toBe("c");
  expect(nextToReview(figures, "c")).toBe("a");
  expect(nextToReview([figures[1], figures[3]], "b")).toBe("b");
});
