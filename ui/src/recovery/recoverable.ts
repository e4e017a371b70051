// Which problems are those of a library that cannot be read or written as it is: something can be done about them.
import type { ProblemView } from "../backend/types/ProblemView";

const CODES = ["library-damaged", "library-not-one", "library-stopped"];

export const mayRecover = (problem: ProblemView): boolean => CODES.includes(problem.code);
