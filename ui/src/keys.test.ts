// The keys of the whole window.
import { expect, it } from "vitest";
import { inField, onControl, shortcut } from "./keys";

const key = (init: KeyboardEventInit, target?: HTMLElement) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, ...init });
  if (target) document.body.append(target);
  (target ?? document.body).dispatchEvent(event);
  return shortcut(event);
};

it("reads digits by their place, so that AZERTY works, and letters by what they type", () => {
  expect(key({ ctrlKey: true, code: "Digit1", key: "&" })).toBe("read");
  expect(key({ ctrlKey: true, code: "Digit3", key: "\"" })).toBe("series");
  expect(key({ ctrlKey: true, code: "KeyW", key: "z" })).toBe("undo");
  expect(key({ ctrlKey: true, shiftKey: true, key: "Z" })).toBe("redo");
  expect(key({ metaKey: true, key: "k" })).toBe("palette");
});

it("leaves AltGr alone", () => expect(key({ ctrlKey: true, altKey: true, key: "k" })).toBeNull());

it("walks the history and the regions", () => {
  expect(key({ altKey: true, key: "ArrowLeft" })).toBe("back");
  expect(key({ altKey: true, key: "ArrowRight" })).toBe("forward");
  expect(key({ key: "F6" })).toBe("next-region");
  expect(key({ key: "F6", shiftKey: true })).toBe("previous-region");
});

it("keeps out of fields: their undo is theirs, a question mark is typed", () => {
  expect(key({ ctrlKey: true, key: "z" }, document.createElement("input"))).toBeNull();
  expect(key({ key: "?" }, document.createElement("textarea"))).toBeNull();
  expect(key({ key: "?" })).toBe("help");
  expect(key({ ctrlKey: true, key: "s" }, document.createElement("input"))).toBe("saved");
});

it("knows what keeps its own keys", () => {
  const button = document.createElement("button");
  button.innerHTML = "<span></span>";
  expect(onControl(button.firstElementChild)).toBe(true);
  expect(onControl(document.body)).toBe(false);
  expect(inField(button)).toBe(false);
});
