import { isAsked } from '../policy/fact-types/fact-types.ts';
import { type Interview, knownAnswers } from './interview.ts';
import type { Answer, Conversation, Range } from './record/record.ts';

/** What is known of a fact: its answer, the days between which it lies, or the members of it that were named. */
export type Known =
  | ({ kind: 'answer' } & Answer)
  | ({ kind: 'range' } & Range)
  | { kind: 'mentioned'; fact: string; value: string[] };

/** What a customer can answer anew, once a fact: answers, days known roughly and members named in passing. */
export function changeableFacts(interview: Interview, conversation: Conversation): Known[] {
  const { ranges, mentioned } = conversation;
  const known: Known[] = [
    ...knownAnswers(interview, conversation).map((answer) => ({ kind: 'answer', ...answer }) as const),
    ...ranges.map((range) => ({ kind: 'range', ...range }) as const),
    ...Object.entries(mentioned).map(([fact, value]) => ({ kind: 'mentioned', fact, value }) as const),
  ];
  const isFirst = ({ fact }: Known, index: number): boolean => known.findIndex((one) => one.fact === fact) === index;
  return known.filter((one, index) => isAsked(interview.policy.file.facts[one.fact]) && isFirst(one, index));
}
