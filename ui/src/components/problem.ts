// The words for a problem: its own when there are some, else those for an unknown one; and its details, to copy.
import type { ProblemView } from "../backend/types/ProblemView";
import { has, t } from "../words";

export const problemTitle = (problem: ProblemView): string => t(known(problem, ""), problem.params);
export const problemHint = (problem: ProblemView): string => t(known(problem, "-hint"), problem.params);

export function problemDetails(problem: ProblemView, version: string): string {
  const params = Object.entries(problem.params).map(([name, value]) => `${name} ${value}`);
  return [`code ${problem.code}`, ...params, `version ${version}`, problem.detail].filter(Boolean).join("\n");
}

function known(problem: ProblemView, ending: string): string {
  const key = `problem-${problem.code}${ending}`;
  return has(key) ? key : `problem-unknown${ending}`;
}
