import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readStatement } from '../../../src/language/statement/statement.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { phraseProblem } from '../../../src/policy/format/phrase.ts';

const shop = (hears: string) => `
id: lamp-shop
version: '2026-11-01'
name: Lamp Shop
language: en
timeZone: Europe/Berlin
theme: { accent: '#7a4a12' }
greeting: Hello!
statutoryNote: This is the shop's own policy.
facts:
  state:
    type: choice
    label: State
    question: What is the matter?
    values:
      dark: { title: It stays dark, likelihood: 60, phrases: [${hears}] }
      other: { title: Something else, likelihood: 40 }
clauses:
  dark: { section: Lamps, title: Dark lamps, text: Dark lamps come back. }
decisions:
  - { id: dark, when: { state: dark }, resolution: return, clauses: [dark] }
  - { id: else, resolution: human-review }
source: { title: Lamps, sentences: [{ at: '1', clauses: [dark] }] }
`;

function hears(phrase: string, text: string): boolean {
  const { file } = examinePolicy(shop(phrase), 'lamp-shop.yaml').policy;
  return readStatement(lexiconOf(file), text, { today: '2026-11-21' }).facts.length > 0;
}

describe('a policy that no code knows is understood by its phrases', () => {
  test.each([
    ['no light', 'There is no light at all'],
    ['no light', 'no more light'],
    ['flicker', 'it flickers and flickered'],
    ['(not|never) (shine|glow)', 'it never glows'],
    ['(not|never) (shine|glow)', 'it doesn\u2019t shine'],
    ['bulb * black', 'the bulb has gone completely black'],
    ['(very|) dark', 'dark'],
    ['bulb ** black', 'the bulb was white, but now it is black'],
    ['((stay|is) (very|)|remains) dark', 'it stays very dark'],
    ['shines!', 'it shines'],
    ['<electronics>', 'my lamp'],
    ['dark <electronics>', 'a dark television'],
    ['(very|) <not-working>', 'it has stopped working'],
  ])('"%s" is heard in "%s"', (phrase, text) => {
    expect(hears(phrase, text)).toBe(true);
  });

  test.each([
    ['no light', 'light'],
    ['no light', 'no idea. Light the candles'],
    ['bulb * black', 'the bulb, they say, is black'],
    ['bulb * black', 'the bulb is one of the many that had been painted black'],
    ['shines!', 'it shone, it was shining'],
    ['bulb ** black', 'the bulb is white. The cat is black'],
    ['dark', 'it is not dark'],
    ['<electronics>', 'I watched it'],
  ])('"%s" is not heard in "%s"', (phrase, text) => {
    expect(hears(phrase, text)).toBe(false);
  });
});

describe('a malformed phrase has a problem', () => {
  test.each([
    '(no|not light',
    'no) light',
    'no|not light',
    '* light',
    'light *',
    'no * * light',
    'no ** * light',
    '** light',
    '(|no)',
    '',
    'stopp(ed) work',
    'light?',
    '((((((a))))))',
    '<no-such-name>',
    '<electronics',
  ])('%j', (phrase) => {
    expect(phraseProblem(phrase)).toMatch(/\w/);
  });

  test.each([
    'light',
    'no light',
    "won't (light|shine) (up|)",
    'bulb * black',
    'shines!',
    '(came|arrived)! dark',
    'x-ray',
    '<electronics>',
    'my (old|) <electronics> is dark',
  ])('%j has none', (phrase) => {
    expect(phraseProblem(phrase)).toBeUndefined();
  });
});
