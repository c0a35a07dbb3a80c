import { describe, expect, it } from 'vitest';
import { questionIndexOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readClauseQuestion } from '../../../src/language/policy-questions/policy-questions.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import type { PolicyFile } from '../../../src/policy/format/schema.ts';
import { shopPath } from '../book.ts';
import { type Asked, corpus, noQuestions } from '../questions/corpus.ts';

/** How a shop's customers are answered who ask about its policy in words of their own. */
export function askedShop(shopId: keyof typeof corpus): void {
  describe(`what customers ask the ${shopId}`, () => {
    const asked = corpus[shopId];
    const policy = loadPolicy(shopPath(shopId)).file;
    // The rules are made from the even half; the odd half measures them.
    const frozen = asked.filter((_, at) => at % 2 === 1);

    it('is answered with the right clause or not at all, and mostly answered', () => {
      const score = scoreOf(policy, frozen);
      expect(score.precision).toBeGreaterThanOrEqual(0.95);
      expect(score.recall).toBeGreaterThanOrEqual(0.85);
    });

    it('is mostly called unanswered where the policy is silent', () => {
      expect(scoreOf(policy, asked).silent).toBeGreaterThanOrEqual(0.9);
    });

    it('is nothing where a message is an answer, a story, a request or a question about something else', () => {
      const misread = noQuestions.filter((text) => readClauseQuestion(questionIndexOf(policy), text) !== undefined);
      expect(misread.length / noQuestions.length, misread.join(' | ')).toBeLessThanOrEqual(0.03);
    });
  });
}

/** Of the answers those with a right clause first, of the questions with an answer those that got it, and of the others those called unanswered. */
function scoreOf(policy: PolicyFile, asked: readonly Asked[]) {
  const read = asked.map(([text, clauses]) => {
    const reading = readClauseQuestion(questionIndexOf(policy), text);
    const first = reading?.kind === 'answered' ? (reading.clauses[0] ?? '') : undefined;
    const isRight = first !== undefined && clauses.split(' ').includes(first);
    return { isAnswerable: clauses !== '', first, isRight, isUnanswered: reading?.kind === 'unanswered' };
  });
  const share = (part: number, of: number) => (of === 0 ? 1 : part / of);
  const right = read.filter(({ isRight }) => isRight).length;
  const silent = read.filter(({ isAnswerable }) => !isAnswerable);
  return {
    precision: share(right, read.filter(({ first }) => first !== undefined).length),
    recall: share(right, read.length - silent.length),
    silent: share(silent.filter(({ isUnanswered }) => isUnanswered).length, silent.length),
  };
}
