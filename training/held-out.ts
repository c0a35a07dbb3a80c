import { type Counted, learn, scoresUnder } from './regression.ts';

/** An example and its scores under a model that has not seen it. */
export interface Held {
  example: Counted;
  scores: Float64Array;
}

const PARTS = 3;

/** Every example scored by a model of the others' parts. */
export function held(examples: readonly Counted[]): Held[] {
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) =>
    scored(
      examples.filter((_, at) => at % PARTS !== part),
      examples.filter((_, at) => at % PARTS === part),
    ),
  );
}

/** The examples of each register scored by a model of the other registers. */
export function heldByRegister(examples: readonly Counted[]): Held[] {
  return [...new Set(examples.map(({ register }) => register))].flatMap((left) =>
    scored(
      examples.filter(({ register }) => register !== left),
      examples.filter(({ register }) => register === left),
    ),
  );
}

function scored(seen: readonly Counted[], unseen: readonly Counted[]): Held[] {
  const regression = learn(seen);
  return unseen.map((example) => ({ example, scores: scoresUnder(regression, example) }));
}
