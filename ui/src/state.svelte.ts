// What the whole window shares: the session, the place on screen, the import, the message of the moment. Views read
// it and call its acts; what belongs to one view stays in that view's folder.
import { mayRecover } from "./recovery/recoverable";
import { problem } from "./backend/tauri";
import type { Changed } from "./backend/types/Changed";
import type { ImportView } from "./backend/types/ImportView";
import type { ProblemView } from "./backend/types/ProblemView";
import type { Session } from "./backend/types/Session";
import { amend, back, begin, forward, visit, type Place, type Trail } from "./trail";
import { t } from "./words";

/** What was done, and the way back that the toast offers. */
export type Toast = { text: string; offer: "undo" | "redo" | null };
export type Overlay = "palette" | "help" | null;
/** The pages of Réglages. */
export type Rubric = "display" | "coder" | "library" | "backups";

class App {
  session = $state.raw<Session | null>(null);
  trail = $state.raw<Trail>(begin("home"));
  importing = $state.raw<ImportView | null>(null);
  /** Number of files dragged over the window; null when there are none. */
  dragged = $state<number | null>(null);
  problem = $state.raw<ProblemView | null>(null);
  notices = $state.raw<ProblemView[]>([]);
  toast = $state.raw<Toast | null>(null);
  overlay = $state<Overlay>(null);
  /** The history stands in place of the right pane. */
  history = $state(false);
  /** The page of Réglages that is open. */
  rubric = $state<Rubric>("display");
  /** F11: the text alone. */
  plain = $state(false);
  /** Counters that grow when something was changed: an effect that reads one refetches. */
  documentsAge = $state(0);
  figuresAge = $state(0);
  /** How many libraries were opened or closed: a view that sees it grow starts afresh. */
  arrivals = $state(0);

  get place(): Place {
    return this.trail.here;
  }

  go(change: Partial<Place>) {
    this.trail = visit(this.trail, change);
  }

  mark(change: Partial<Place>) {
    this.trail = amend(this.trail, change);
  }

  goBack() {
    this.trail = back(this.trail);
  }

  goForward() {
    this.trail = forward(this.trail);
  }

  /** Takes a session as Rust tells it; a library that came or went changes the screen. */
  take(session: Session) {
    const before = this.session?.library?.id ?? null;
    const after = session.library?.id ?? null;
    const translated = this.session !== null && this.session.preferences.language !== session.preferences.language;
    this.session = session;
    this.hear(session.notices);
    // Views come ready to show, so another language means other views.
    if (translated) this.refetch({ documents: true, figures: true });
    if (before === after) return;
    if (after === null) this.history = false;
    // An import may open the library it fills: its list of files stays in view.
    const stay = before === null && this.importing?.running;
    this.arrive(after === null || stay ? "home" : "read");
  }

  /** What the shell says beside its answers; a library that cannot be read is more than a passing word. */
  private hear(notices: ProblemView[]) {
    const grave = notices.find(mayRecover);
    if (grave) this.problem = grave;
    this.notices = [...this.notices, ...notices.filter((notice) => notice !== grave)];
  }

  /** Opens, makes or closes a library; null means that the dialog was cancelled. */
  async open(work: Promise<Session | null>) {
    const session = await this.attempt(work);
    if (session) this.enter(session);
  }

  /** A library that was just opened or closed. */
  enter(session: Session) {
    this.take(session);
    this.arrive(session.library ? "read" : "home");
  }

  /** An act on the library: what it changed is refetched, and a toast says what was done. */
  async act(work: Promise<Changed>, offer: Toast["offer"] = "undo"): Promise<Changed | null> {
    const changed = await this.attempt(work);
    if (changed) this.took(changed, offer);
    return changed;
  }

  /** What an act changed, once it is done. */
  took(changed: Changed, offer: Toast["offer"] = "undo") {
    this.refetch(changed);
    if (changed.said) this.toast = { text: changed.said, offer };
  }

  refetch(changed: Pick<Changed, "documents" | "figures">) {
    if (changed.documents) this.documentsAge += 1;
    if (changed.figures) this.figuresAge += 1;
  }

  /** Waits for a command; a refusal is shown in the one error dialog. Gives null then. */
  async attempt<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.problem = problem(error);
      return null;
    }
  }

  /** A line that passes, without anything to undo. */
  say(text: string) {
    this.toast = { text, offer: null };
  }

  saySaved() {
    const time = this.session?.saved_at;
    this.say(time ? t("saved-already", { time }) : t("saved-nothing"));
  }

  private arrive(screen: "home" | "read") {
    this.trail = begin(screen);
    this.toast = null;
    this.arrivals += 1;
    this.refetch({ documents: true, figures: true });
  }
}

export const app = new App();
