// What jsdom lacks and the tests need: no layout to observe, nothing to scroll to.
import { vi } from "vitest";

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, "\\$&") } as typeof CSS;
Element.prototype.scrollIntoView ??= vi.fn();
