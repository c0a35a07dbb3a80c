import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { inferByIntent } from '../../../src/language/statement/facts/by-intent.ts';
import { readingOf } from '../../../src/language/statement/phrases/evidence.ts';
import { type InferredFact, readStatement } from '../../../src/language/statement/statement.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';

const fortnight = lexiconOf(fixturePolicy('fortnight-shop').file);
const tools = lexiconOf(fixturePolicy('tool-shop').file);
const today = '2026-11-21';

function reasonOf(text: string, open?: string): InferredFact | undefined {
  return readStatement(fortnight, text, { today: '2026-11-21', open }).facts.find(({ fact }) => fact === 'reason');
}

describe('a reason that no phrase states is proposed from moderate confidence on', () => {
  test.each([
    ['the hinge is a joke, wobbles all over the place', 'not-working'],
    ['junk, conked out on day three', 'not-working'],
    ['just not my style', 'changed-mind'],
  ])('"%s"', (text, value) => {
    expect(reasonOf(text)).toMatchObject({ value, confidence: 'low', isProposal: true });
  });

  test.each([
    ['Good morning, the noise is too much for my wife', 'changed-mind'],
    ['it works fine but it clashes with my kitchen, not my style', 'changed-mind'],
  ])('words of praise bar only that something does not work: "%s"', (text, value) => {
    expect(reasonOf(text)).toMatchObject({ value, isProposal: true });
  });

  test('also beside the words of a question', () => {
    expect(reasonOf('how do I send back a hoover that has no suction left')).toMatchObject({ value: 'not-working' });
  });

  test('intents that one value is meant by count together', () => {
    const text = 'the program on the device hangs';
    const value = inferByIntent(fortnight.vocabulary, readingOf(fortnight, text), {
      stated: [],
      open: undefined,
      contested: () => [],
    });
    expect(value).toMatchObject([{ fact: 'reason', value: 'not-working' }]);
  });

  test('also where one sign of it is denied and another is stated', () => {
    const { facts } = readStatement(tools, 'the case is not broken, the reader just does not start', {
      today,
      open: 'reason',
    });
    expect(facts[0]).toMatchObject({ fact: 'reason', value: 'not-working', isProposal: true });
  });

  test('a phrase that states it is no proposal', () => {
    expect(reasonOf('it is broken')).toMatchObject({ value: 'not-working', confidence: 'high' });
    expect(reasonOf('it is broken')).not.toHaveProperty('isProposal');
  });
});

describe('no reason is proposed', () => {
  test.each([
    ['where the words say that it is not so', 'it is not broken'],
    ['of praise', 'the kettle works great'],
    ["of somebody else's thing", "my neighbour's fridge packed up within a week"],
    ['of what would only be so under a condition', 'if it packs up after a month, can I return it?'],
    ['of words about the condition of a thing alone', 'dropped it on the floor'],
    ['of small talk', 'good morning everybody'],
  ])('%s', (_, text) => {
    expect(reasonOf(text)).toBeUndefined();
  });

  test('while another question is open', () => {
    expect(reasonOf('the hinge gave up within a month', 'receivedOn')).toBeUndefined();
    expect(reasonOf('the hinge gave up within a month', 'reason')).toMatchObject({ value: 'not-working' });
  });
});
