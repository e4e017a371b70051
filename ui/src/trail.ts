// Where the analyst is and has been, as Alt+← and Alt+→ walk it. Pure: each act gives a new trail.

export type Screen = "home" | "read" | "series" | "settings";
export type Step = "choose" | "draw" | "export";
export type Place = { screen: Screen; document: string | null; figure: string | null; indicator: string | null; step: Step };
export type Trail = { past: Place[]; here: Place; future: Place[] };

const LONGEST = 100;

export function begin(screen: Screen): Trail {
  return { past: [], here: { screen, document: null, figure: null, indicator: null, step: "choose" }, future: [] };
}

/** Goes to a new place, which becomes the last of the trail. Going where one is only amends. */
export function visit(trail: Trail, change: Partial<Place>): Trail {
  const here = { ...trail.here, ...change };
  if (sameView(here, trail.here)) return { ...trail, here };
  return { past: [...trail.past, trail.here].slice(-LONGEST), here, future: [] };
}

/** Changes the present place without a step in the trail: another figure of the same text. */
export function amend(trail: Trail, change: Partial<Place>): Trail {
  return { ...trail, here: { ...trail.here, ...change } };
}

export function back(trail: Trail): Trail {
  const here = trail.past.at(-1);
  return here ? { past: trail.past.slice(0, -1), here, future: [trail.here, ...trail.future] } : trail;
}

export function forward(trail: Trail): Trail {
  const [here, ...future] = trail.future;
  return here ? { past: [...trail.past, trail.here], here, future } : trail;
}

function sameView(a: Place, b: Place): boolean {
  return a.screen === b.screen && a.document === b.document && a.indicator === b.indicator && a.step === b.step;
}
