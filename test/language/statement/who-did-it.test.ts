import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readStatement } from '../../../src/language/statement/statement.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';

const { file } = examinePolicy(
  `
id: tea-shop
version: '2026-11-01'
name: Tea Shop
language: en
timeZone: Europe/Berlin
theme: { accent: '#7a4a12' }
greeting: Hello!
statutoryNote: This is the shop's own policy.
facts:
  mistake:
    type: choice
    label: Mistake
    question: What went wrong?
    values:
      ours: { title: We did it, likelihood: 50, phrases: [<sent-wrong>] }
      theirs: { title: The customer did it, likelihood: 50, phrases: [<ordered-wrong>] }
clauses:
  mistake: { section: Tea, title: Mistakes, text: They happen. }
decisions:
  - { id: ours, when: { mistake: ours }, resolution: return, clauses: [mistake] }
  - { id: else, resolution: human-review }
source: { title: Tea, sentences: [{ at: '1', clauses: [mistake] }] }
`,
  'tea-shop.yaml',
).policy;

function mistakeIn(text: string): unknown {
  return readStatement(lexiconOf(file), text, { today: '2026-11-21' }).facts[0]?.value;
}

describe('the mistake of the shop is never the customer\u2019s', () => {
  test.each([
    'you sent me the wrong tea pot',
    'Received a wrong item',
    'wrong colour was delivered',
    'got something else than I ordered',
    'this is not the model I ordered',
    'they shipped the wrong size',
    'I ordered green, but you sent me black',
    'u delivered the small one, we ordered the large one',
    'the parcel contained a wrong product',
    'somebody else\u2019s order was in my box',
  ])('%s', (text) => {
    expect(mistakeIn(text)).toBe('ours');
  });

  test.each([
    'I ordered the wrong one',
    'accidentally bought the wrong size',
    'ordered it by mistake',
    'clicked the wrong item',
  ])('nor the customer\u2019s the shop\u2019s: %s', (text) => {
    expect(mistakeIn(text)).toBe('theirs');
  });

  test('whose it was is not assumed', () => {
    expect(mistakeIn('wrong product')).toBeUndefined();
  });
});
