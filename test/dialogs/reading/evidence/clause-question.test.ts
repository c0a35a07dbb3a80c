import { expect, test } from 'vitest';
import { clauseQuestionIn } from '../../../../src/dialogs/reading/evidence/clause-question.ts';
import type { Intent } from '../../../../src/language/intents/intents.ts';
import { fixturePolicy } from '../../../fixtures/policies.ts';

const { file } = fixturePolicy('tool-shop');
const asked = (text: string, intent: Intent, confidence: number) =>
  clauseQuestionIn(file, text, { intent, confidence, ranking: [] })?.kind;

test('a question for the policy is answered by its clause', () =>
  expect(asked('who pays the return shipping?', 'policy_question', 0.9)).toBe('answered'));

test('one that is surely about a case or a refund under way is answered by none', () => {
  expect(asked('who pays the return shipping?', 'case_status', 0.9)).toBeUndefined();
  expect(asked('who pays the return shipping?', 'case_status', 0.5)).toBe('answered');
});

test('one about nothing of a shop is answered only where more than a word of it is known', () => {
  expect(asked('discounted?', 'out_of_scope', 0.9)).toBeUndefined();
  expect(asked('who pays the return shipping?', 'out_of_scope', 0.9)).toBe('answered');
});
