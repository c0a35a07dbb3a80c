import { describe, expect, it } from 'vitest';
import { questionIndexOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readClauseQuestion } from '../../../src/language/policy-questions/policy-questions.ts';
import type { PolicyFile } from '../../../src/policy/format/schema.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';

const toolShop = fixturePolicy('tool-shop').file;
const fortnightShop = fixturePolicy('fortnight-shop').file;

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
    expect(clausesOf(toolShop, text)).toEqual(clauses);
  });

  it.each([
    ['What is your return policy?', ['return-14-days']],
    ['how many days do I have', ['return-14-days']],
    ['When does the warranty start?', ['warranty-from-receipt']],
    ['I spilled coffee on it, is that covered?', ['foreign-matter']],
  ])('%s (the other shop)', (text, clauses) => {
    expect(clausesOf(fortnightShop, text)).toEqual(clauses);
  });

  it.each([
    'who pays the shipping?',
    'How long do refunds take?',
    'why 6 %?',
    'Do I need the original packaging?',
    'where is the return form',
    'how long is the warranty?',
  ])('on which the shop is silent is not answered with the nearest clause: %s', (text) => {
    expect(readClauseQuestion(questionIndexOf(fortnightShop), text)).toEqual(unanswered);
  });

  it('that the policy answers in the help of a fact names the fact', () => {
    expect(readClauseQuestion(questionIndexOf(toolShop), 'What counts as a device?')).toMatchObject({
      kind: 'answered',
      clauses: [],
      facts: ['goods'],
    });
    expect(readClauseQuestion(questionIndexOf(toolShop), 'what counts as signs of use?')).toMatchObject({
      facts: ['condition'],
    });
  });

  it('is the one that can be answered, where a message asks two', () => {
    expect(clausesOf(toolShop, 'How long do refunds take? And who pays the shipping?')).toEqual(['buyer-pays-return']);
  });
});

describe('a question about money is answered by no clause that is about something else', () => {
  it.each([
    ['who pays for the parcel?', 'insured'],
    ['who pays if I take it out of the box?', 'insured'],
  ])('%s', (text, clause) => {
    expect(clausesOf(toolShop, text) ?? []).not.toContain(clause);
  });

  const trailShop = fixturePolicy('trail-shop').file;

  it('a fee on one ground is none on another, and what members get is more than one clause says', () => {
    expect(clausesOf(trailShop, "do I pay a fee if it doesn't fit?") ?? []).not.toContain('restocking');
    expect(clausesOf(trailShop, 'what do gold members get?') ?? []).not.toContain('restocking');
  });
});
