import { describe, expect, it } from 'vitest';
import { questionIndexOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readClauseQuestion } from '../../../src/language/policy-questions/policy-questions.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import type { PolicyFile } from '../../../src/policy/format/schema.ts';
import { type Asked, corpus, noQuestions } from './corpus.ts';

const shop = (id: string): PolicyFile => loadPolicy(`policies/${id}`).file;
const equipmentShop = shop('equipment-shop');
const fourteenDayShop = shop('fourteen-day-shop');

const unanswered = { kind: 'unanswered' };
const clausesOf = (policy: PolicyFile, text: string) => {
  const reading = readClauseQuestion(questionIndexOf(policy), text);
  return reading?.kind === 'answered' ? reading.clauses : reading?.kind;
};

describe('a question about the policy', () => {
  it.each([
    ['Who pays the shipping?', ['buyer-pays-return']],
    ['Why 6 %?', ['fee-purpose']],
    ['What counts as signs of use?', ['signs-of-use']],
    ['can I return opened software', ['digital-after-activation', 'non-physical']],
    ['What is your return policy?', ['warranty-return']],
    ['how many days do I have', ['warranty-return']],
    ['who decdes about the refnud?', ['manufacturer-decides']],
    ['I threw the box away. Is that a problem?', ['packaging']],
    ['I bought a scanner last week and it is dead. Who pays for the return shipping?', ['buyer-pays-return']],
  ])('%s', (text, clauses) => {
    expect(clausesOf(equipmentShop, text)).toEqual(clauses);
  });

  it.each([
    ['What is your return policy?', ['return-14-days']],
    ['how many days do I have', ['return-14-days']],
    ['When does the warranty start?', ['warranty-from-receipt']],
    ['I spilled coffee on it, is that covered?', ['foreign-matter']],
  ])('%s (the other shop)', (text, clauses) => {
    expect(clausesOf(fourteenDayShop, text)).toEqual(clauses);
  });

  it.each([
    'who pays the shipping?',
    'How long do refunds take?',
    'why 6 %?',
    'Do I need the original packaging?',
    'where is the return form',
    'how long is the warranty?',
  ])('on which the shop is silent is not answered with the nearest clause: %s', (text) => {
    expect(readClauseQuestion(questionIndexOf(fourteenDayShop), text)).toEqual(unanswered);
  });

  it('that the policy answers in the help of a fact names the fact', () => {
    expect(readClauseQuestion(questionIndexOf(equipmentShop), 'What counts as a device?')).toEqual({
      kind: 'answered',
      clauses: [],
      facts: ['goods'],
    });
    expect(readClauseQuestion(questionIndexOf(equipmentShop), 'what counts as signs of use?')).toMatchObject({
      facts: ['condition'],
    });
  });

  it('is the one that can be answered, where a message asks two', () => {
    expect(clausesOf(equipmentShop, 'How long do refunds take? And who pays the shipping?')).toEqual([
      'buyer-pays-return',
    ]);
  });
});

describe.each(Object.entries(corpus))('what customers ask the %s', (id, asked) => {
  const policy = shop(id);
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
