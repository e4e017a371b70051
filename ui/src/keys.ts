// The keys that work everywhere. Digits are read by their place on the keyboard (AZERTY has none unshifted), letters
// by what they type. Ctrl+Alt is left alone: it is AltGr, and types characters.

export type Act =
  | "palette" | "undo" | "redo" | "read" | "series" | "settings" | "open" | "import" | "saved" | "help"
  | "plain" | "back" | "forward" | "next-region" | "previous-region" | "list" | "close";

/** What a key asks for; null when it asks for nothing here. */
export function shortcut(event: KeyboardEvent): Act | null {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.altKey) return null;
  if (control) return withControl(event);
  if (event.altKey) return event.key === "ArrowLeft" ? "back" : event.key === "ArrowRight" ? "forward" : null;
  switch (event.key) {
    case "F1": return "help";
    case "F6": return event.shiftKey ? "previous-region" : "next-region";
    case "F11": return "plain";
    case "Escape": return "close";
    case "?": return inField(event.target) ? null : "help";
    default: return null;
  }
}

function withControl(event: KeyboardEvent): Act | null {
  if (event.code === "Digit1") return "read";
  if (event.code === "Digit3") return "series";
  // A field has its own undo.
  const field = inField(event.target);
  switch (event.key.toLowerCase()) {
    case "k": return "palette";
    case "z": return field ? null : event.shiftKey ? "redo" : "undo";
    case "y": return field ? null : "redo";
    case "b": return "list";
    case "o": return "open";
    case "i": return "import";
    case "s": return "saved";
    case ",": return "settings";
    default: return null;
  }
}

/** Where letters are typed, so where single keys mean nothing else. */
export function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable='true']") !== null;
}

/** A button or a link does its own thing on Enter and Delete. */
export function onControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button, a, summary, [role='separator'], [role='option']") !== null;
}
