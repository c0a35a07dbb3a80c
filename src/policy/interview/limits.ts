/** The work that the search for the best question may take. */
export interface Limits {
  /** States of the interview that are gone through. */
  states: number;
  /** Steps on the diagram, see `Diagram.within`. */
  steps: number;
}

/** Where nobody else waits, as on the command line: a second. */
export const thorough: Limits = { states: 20_000, steps: 2_000_000 };

/** In the turn of a customer, beside whom others wait: a hundredth of a second. */
export const prompt: Limits = { states: 300, steps: 8_000 };

/** At the start of the server, for each policy: a tenth of a second. */
export const atStart: Limits = { states: 2_000, steps: 200_000 };

/** The smaller of two limits. */
export function least(a: Limits, b: Limits): Limits {
  return { states: Math.min(a.states, b.states), steps: Math.min(a.steps, b.steps) };
}
