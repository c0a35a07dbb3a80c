import { isOpenCase } from '../../../machines/case.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import type { Words } from '../catalog/words.ts';
import { inferredLine } from '../summary.ts';

/**
 * The facts that a customer has told otherwise, or for the first time, after the decision that stands: it does not rest
 * on them, and the people who have the case see them. Empty if there are none.
 */
export function toldSince(words: Words, { policy }: Interview, conversation: Conversation): string {
  const { decision, answers, ranges, case: filed } = conversation;
  if (!decision || !filed || !isOpenCase(filed)) return '';
  const isNews = (fact: string, value: unknown): boolean =>
    JSON.stringify(decision.facts[fact]) !== JSON.stringify(value);
  const facts = inferredLine(words, policy, {
    answers: answers.filter(({ fact, value }) => isNews(fact, value)),
    // A decision by a rough day is made of the first that it may be.
    ranges: ranges.filter(({ fact, from }) => isNews(fact, from)),
  });
  return facts && words.say('why.since', { facts });
}
