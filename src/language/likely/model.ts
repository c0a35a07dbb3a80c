import { z } from 'zod';
import { featuresOf, hashOf } from '../intents/features.ts';
import { decoded, type Model, scoresUnder, weightsSchema } from '../intents/model.ts';
import file from './model.json' with { type: 'json' };

/** What was learnt of the replies to questions of one kind. */
const learntSchema = weightsSchema.extend({
  /** The points of the questions, which share what they have in common. */
  asked: z.array(z.string()),
  labels: z.array(z.string()),
});

export const likelyFileSchema = z.object({
  /** The digest of the replies that it was made of, and of what was noticed in them. */
  made: z.string(),
  learnt: z.array(learntSchema),
});
export type LikelyFile = z.infer<typeof likelyFileSchema>;

/** What was learnt of the replies to a question, ready to score with. */
export interface Learnt {
  asked: readonly string[];
  labels: readonly string[];
  model: Model;
}

/** How much of a reply is the same to all questions of a kind. */
const SHARED = 0.5;

/** The features of a reply to a question: beside its point, and those that it shares with others of its kind. */
export function replyFeatures(text: string, point: string, isShared: boolean): Map<number, number> {
  const plain = featuresOf(text);
  if (!isShared) return plain;
  const own = hashOf(point);
  const features = new Map<number, number>();
  for (const [hash, value] of plain) {
    features.set(hash, value * SHARED);
    features.set((Math.imul(hash, 31) ^ own) >>> 0, value);
  }
  return features;
}

/** Learnt by the point of each question. */
export type LearntByPoint = ReadonlyMap<string, Learnt>;

/** What a file of weights says, by the point of each question. */
export function learntOf(parsed: LikelyFile): LearntByPoint {
  const all = parsed.learnt.map(({ asked, labels, ...weights }) => ({
    asked,
    labels,
    model: decoded({ ...weights, labels }),
  }));
  return new Map(all.flatMap((learnt) => learnt.asked.map((point) => [point, learnt] as const)));
}

let shipped: LearntByPoint | undefined;
/** What ships with the product, decoded once, when it is first needed. */
export function storedLearnt(): LearntByPoint {
  shipped ??= learntOf(likelyFileSchema.parse(file));
  return shipped;
}

/** Runs something with other weights than those that ship: those of other hands, to see what holds for a new one. */
export function withLearnt<T>(learnt: LearntByPoint, run: () => T): T {
  const before = storedLearnt();
  shipped = learnt;
  try {
    return run();
  } finally {
    shipped = before;
  }
}

/** The probability of each label that a question allows; undefined for a text without any word. */
export function sharesOf(
  { asked, labels, model }: Learnt,
  { text, point }: { text: string; point: string },
  isAllowed: (label: string) => boolean,
): { label: string; share: number }[] | undefined {
  const features = replyFeatures(text, point, asked.length > 1);
  if (features.size === 0) return undefined;
  const scores = scoresUnder(model, features);
  const powers = labels.map((label, at) => (isAllowed(label) ? Math.exp(scores[at] ?? 0) : 0));
  const sum = powers.reduce((all, one) => all + one, 0);
  return labels.map((label, at) => ({ label, share: (powers[at] ?? 0) / sum }));
}
