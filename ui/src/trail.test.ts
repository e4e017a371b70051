// Where one has been.
import { expect, it } from "vitest";
import { amend, back, begin, forward, visit } from "./trail";

it("comes back to the point of the chart that opened a text", () => {
  const chart = visit(begin("read"), { screen: "series", indicator: "returns", step: "draw" });
  const text = visit(amend(chart, { figure: "a" }), { screen: "read", document: "d", figure: "a" });
  const again = back(text);
  expect(again.here).toMatchObject({ screen: "series", step: "draw", figure: "a" });
  expect(forward(again).here).toMatchObject({ screen: "read", document: "d" });
});

it("does not count another figure of the same text as a step", () => {
  const text = visit(begin("read"), { document: "d" });
  expect(visit(text, { figure: "b" }).past).toHaveLength(1);
  expect(amend(text, { figure: "b" }).here.figure).toBe("b");
});

it("stays where it is at both ends, and forgets the way forward after a turn", () => {
  const start = begin("home");
  expect(back(start)).toBe(start);
  expect(forward(start)).toBe(start);
  const turned = visit(back(visit(start, { screen: "read" })), { screen: "settings" });
  expect(turned.future).toEqual([]);
});
