// The chart under the keyboard: one tab stop, arrows over the points, the row that lights up, Enter to the sentence.
import { fireEvent, render, screen } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import type { SeriesView } from "../backend/types/SeriesView";
import Draw from "./Draw.svelte";
import { walk } from "./walk";

const spot = (figure: string, name: string) => ({ figure, document: "d", x: 10, y: 10, width: 8, height: 8, name });
const row = (figure: string, value: string) =>
  ({ figure, document: "d", bound: "exact", value, period: "2024", before: "Il y a eu ", number: value, after: " retours.", corrected: null, outlet: "OIM", published: "2025" }) as const;
const view: SeriesView = {
  indicator: "returns", title: "Retours", subtitle: "", svg: "<svg xmlns='http://www.w3.org/2000/svg'/>", width: 454, height: 200, alt: "Retours en 2024",
  spots: [spot("a", "12 173, 2019"), spot("b", "Plus de 44 000, 2025")], rows: [row("a", "12 173"), row("b", "plus de 44 000")],
  summary: "2 chiffres", note: null, choices: [], sample: true,
};
const draw = (figure: string | null = null) => {
  const onopen = vi.fn();
  render(Draw, { view, figure, onopen, onback: () => {}, onnext: () => {} });
  return onopen;
};

it("walks the keys without going round", () => {
  expect([walk("ArrowRight", 0, 3), walk("ArrowRight", 2, 3), walk("ArrowUp", 1, 3), walk("End", 0, 3), walk("Home", 2, 3)]).toEqual([1, 2, 0, 2, 0]);
  expect(walk("a", 0, 3)).toBeNull();
  expect(walk("Home", 0, 0)).toBeNull();
});

it("shows the drawing as an image with its words", () => {
  draw();
  expect(screen.getByRole("img", { name: "Retours en 2024" }).getAttribute("src")).toMatch(/^blob:/);
});

it("walks the points by the arrows, lights their rows and opens the sentence", async () => {
  const onopen = draw();
  const [first, second] = ["12 173, 2019", "Plus de 44 000, 2025"].map((name) => screen.getByRole("button", { name }));
  expect([first.tabIndex, second.tabIndex]).toEqual([0, -1]);
  first.focus();
  await fireEvent.keyDown(first, { key: "ArrowRight" });
  expect(document.activeElement).toBe(second);
  expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]);
  expect(screen.getByRole("row", { selected: true }).textContent).toContain("plus de 44 000");
  await fireEvent.click(second);
  expect(onopen).toHaveBeenCalledWith("d", "b");
});

it("lights the point of a row, and the figure one comes back from", async () => {
  draw("b");
  expect(document.querySelector(".spot.lit")?.getAttribute("aria-label")).toBe("Plus de 44 000, 2025");
  await fireEvent.focusIn(screen.getByRole("button", { name: /Il y a eu 12 173 retours/ }));
  expect(document.querySelector(".spot.lit")?.getAttribute("aria-label")).toBe("12 173, 2019");
});
