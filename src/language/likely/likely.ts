import { pointAsked } from './asked.ts';
import { NO_ANSWER } from './labels.ts';
import { sharesOf, storedLearnt } from './model.ts';

/** What a reply most likely answers: values of the question or what `labels.ts` names, with its probability. */
export interface LikelyAnswer {
  says: string[];
  confidence: number;
}

export interface AskedOf {
  question: string;
  kind: 'yes-no' | 'choice' | 'list';
  /** The answers that it has; those to yes or no are the two. */
  values: readonly string[];
}

/** A member of a list counts as said where it is nearly as likely as the likeliest. */
const SAID_AS_WELL = 0.5;

/**
 * What a reply in quite its own words is likely to answer, learnt from the replies of people to questions with the same
 * point; undefined where no such question was learnt. It is a guess, to be asked back and never taken.
 */
export function likelyAnswer({ question, values, kind }: AskedOf, text: string): LikelyAnswer | undefined {
  const point = pointAsked(question, kind === 'yes-no');
  const learnt = storedLearnt().get(point);
  const shares = learnt && sharesOf(learnt, { text, point }, (label) => isNoValue(label) || values.includes(label));
  const [best] = shares?.toSorted((one, other) => other.share - one.share) ?? [];
  if (!shares || !best) return undefined;
  if (kind !== 'list' || isNoValue(best.label)) return { says: [best.label], confidence: best.share };
  const said = shares.filter(({ label, share }) => !isNoValue(label) && share >= SAID_AS_WELL * best.share);
  return { says: said.map(({ label }) => label), confidence: said.reduce((sum, { share }) => sum + share, 0) };
}

/** True of the labels that are no value of a question. */
function isNoValue(label: string): boolean {
  return !/^\w/.test(label);
}

/** True if a likely answer is one at all. */
export function isLikelyAnswer({ says }: LikelyAnswer): boolean {
  return !says.includes(NO_ANSWER);
}
