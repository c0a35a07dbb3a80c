import { describe, expect, it } from 'vitest';
import { clauseQuestionIn } from '../../../src/dialogs/reading/evidence/clause-question.ts';
import { readIntent } from '../../../src/language/intents/intents.ts';
import type { ClauseQuestion } from '../../../src/language/policy-questions/policy-questions.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import type { PolicyFile } from '../../../src/policy/format/schema.ts';
import { shopPath } from '../book.ts';
import { type Asked, corpus, noQuestions } from '../questions/corpus.ts';
import { further } from '../questions/further.ts';

/** How a shop's customers are answered who ask about its policy in words of their own. */
export function askedShop(shopId: keyof typeof corpus): void {
  describe(`what customers ask the ${shopId}`, () => {
    const asked = corpus[shopId];
    const policy = loadPolicy(shopPath(shopId)).file;
    // The rules are made from the even half; the odd half measures them.
    const isFrozen = (_: Asked, at: number): boolean => at % 2 === 1;
    const frozen = asked.filter(isFrozen);

    it('is answered with the right clause or not at all, and mostly answered', () => {
      const score = scoreOf(policy, frozen);
      expect(score.precision).toBeGreaterThanOrEqual(0.95);
      expect(score.recall).toBeGreaterThanOrEqual(0.85);
    });

    it('is answered so when it is asked another way, too', () => {
      const score = scoreOf(policy, further[shopId].filter(isFrozen));
      expect(score.precision).toBeGreaterThanOrEqual(0.85);
      expect(score.recall).toBeGreaterThanOrEqual(0.6);
    });

    it('is mostly called unanswered where the policy is silent', () => {
      expect(scoreOf(policy, asked).silent).toBeGreaterThanOrEqual(0.9);
    });

    it('is nothing where a message is an answer, a story, a request or a question about something else', () => {
      const misread = noQuestions.filter((text) => read(policy, text) !== undefined);
      expect(misread.length / noQuestions.length, misread.join(' | ')).toBeLessThanOrEqual(0.03);
    });
  });
}

function read(policy: PolicyFile, text: string): ClauseQuestion | undefined {
  return clauseQuestionIn(policy, text, readIntent(text));
}

/** Of the answers those with a right clause first, of the questions with an answer those that got it, and of the others those called unanswered. */
function scoreOf(policy: PolicyFile, asked: readonly Asked[]) {
  const readings = asked.map(([text, clauses]) => {
    const reading = read(policy, text);
    const first = reading?.kind === 'answered' ? (reading.clauses[0] ?? '') : undefined;
    const isRight = first !== undefined && clauses.split(' ').includes(first);
    return { isAnswerable: clauses !== '', first, isRight, isUnanswered: reading?.kind === 'unanswered' };
  });
  const share = (part: number, of: number) => (of === 0 ? 1 : part / of);
  const right = readings.filter(({ isRight }) => isRight).length;
  const silent = readings.filter(({ isAnswerable }) => !isAnswerable);
  return {
    precision: share(right, readings.filter(({ first }) => first !== undefined).length),
    recall: share(right, readings.length - silent.length),
    silent: share(silent.filter(({ isUnanswered }) => isUnanswered).length, silent.length),
  };
}
