// What the Rust side tells without being asked, one line each.
import { on } from "./tauri";
import type { Changed } from "./types/Changed";
import type { ImportView } from "./types/ImportView";
import type { Session } from "./types/Session";

export const onImport = (handler: (view: ImportView) => void) => on<ImportView>("import", handler);
export const onChanged = (handler: (changed: Changed) => void) => on<Changed>("changed", handler);
export const onSession = (handler: (session: Session) => void) => on<Session>("session", handler);
/** Files dragged over the window; the drop itself is Rust's, no path ever comes here. */
export const onDrag = (handler: (drag: { count: number | null }) => void) => on<{ count: number | null }>("drag", handler);
