import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { type InferredFact, readStatement } from '../../../src/language/statement/statement.ts';
import { tokensOf } from '../../../src/language/statement/tokens/tokens.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';

const { file } = examinePolicy(
  `
id: lamp-shop
version: '2026-11-01'
name: Lamp Shop
language: en
timeZone: Europe/Berlin
theme: { accent: '#7a4a12' }
greeting: Hello!
statutoryNote: This is the shop's own policy.
facts:
  matter:
    type: choice
    label: Matter
    question: What is the matter?
    values:
      broken: { title: Broken, likelihood: 40, phrases: [<not-working>], intents: [defective] }
      unwanted: { title: Not wanted, likelihood: 30, phrases: [<change-of-mind>], intents: [change_of_mind] }
      damaged: { title: Damaged, likelihood: 20, phrases: [<damaged-on-the-way>], intents: [damaged_on_delivery] }
      else: { title: Something else, likelihood: 10, phrases: [<overdue>] }
  place:
    type: choice
    label: Place
    question: Where is it?
    values:
      door: { title: At the door, likelihood: 10, phrases: [<at-the-door>] }
      packed: { title: Packed, likelihood: 5, phrases: [<packed>] }
      way: { title: On its way, likelihood: 5, phrases: [<under-way>] }
      here: { title: Here, likelihood: 80, phrases: [<received>, <in-use>] }
  treated:
    type: set
    label: Treated
    question: What was done to it?
    values:
      opened: { title: Opened, likelihood: 10, phrases: [opened it] , clause: matter }
      repaired: { title: Repaired, likelihood: 10, phrases: [repaired], clause: matter }
impossible:
  - { id: breaks-after-receipt, when: { matter: broken, place: [door, way] }, fact: place, because: it has to be here first }
clauses:
  matter: { section: Lamps, title: Matters, text: They happen. }
decisions:
  - { id: broken, when: { matter: broken }, resolution: return, clauses: [matter] }
  - { id: else, resolution: human-review }
source: { title: Lamps, sentences: [{ at: '1', clauses: [matter] }] }
`,
  'lamp-shop.yaml',
).policy;

function statementOf(text: string): ReturnType<typeof readStatement> {
  return readStatement(lexiconOf(file), text, { today: '2026-11-21' });
}

function factIn(text: string, id: string): InferredFact | undefined {
  return statementOf(text).facts.find(({ fact }) => fact === id);
}

describe('what was opened, worn or tried has been received', () => {
  test.each([
    'opened the parcel this morning, one bulb is dead',
    'the dimmer died in the first night',
    'unused, all tags still on',
    'it is still sealed in the original carton',
  ])('"%s"', (text) => {
    expect(factIn(text, 'place')).toMatchObject({ value: 'here', isImplied: true });
  });

  test('but where the words say where it is, that counts', () => {
    expect(factIn('the courier is here and we opened the box', 'place')).toMatchObject({ value: 'door' });
    expect(factIn('it is still on its way, unused of course', 'place')).toMatchObject({ value: 'way' });
  });

  test('what is stated is not called a conclusion', () => {
    expect(factIn('I received it and opened the box', 'place')).not.toHaveProperty('isImplied');
  });

  test('and denials of other facts stay what they were', () => {
    const { denied, mentioned } = statementOf('it was not opened or repaired');
    expect(mentioned).toEqual([]);
    expect(denied).toMatchObject([{ value: 'repaired' }]);
  });
});

describe('what is late is the matter only if nothing else is', () => {
  test('alone', () => {
    expect(factIn('the parcel was supposed to come on Friday', 'matter')).toMatchObject({ value: 'else' });
  });

  test('beside a reason', () => {
    const text = 'the parcel was supposed to come on Friday, I changed my mind';
    expect(factIn(text, 'matter')).toMatchObject({ value: 'unwanted' });
  });
});

describe('two reasons that cannot both be', () => {
  test('are asked about by the likelier one', () => {
    const text = 'arrived with a huge dent in the side, and it rattles';
    expect(factIn(text, 'matter')).toMatchObject({ value: 'damaged', isProposal: true });
  });

  test('or by none if no one of them is likelier', () => {
    const text = 'I changed my mind and the parcel box is crushed and it does not turn on';
    const read = factIn(text, 'matter');
    expect(read === undefined || read.isProposal).toBe(true);
  });
});

describe('a single word gives way to the message as a whole', () => {
  test('as a proposal', () => {
    const text = 'half of the bulbs were broken when the parcel got to us';
    expect(factIn(text, 'matter')).toMatchObject({ value: 'damaged', isProposal: true });
  });

  test('unless that is about the same', () => {
    expect(factIn('it is broken, the switch does not do a thing', 'matter')).not.toHaveProperty('isProposal');
  });
});

test('where the parcel is counts for more than what a fault sounds like', () => {
  const text = 'the courier is at the door and something in the parcel rattles';
  expect(factIn(text, 'place')).toMatchObject({ value: 'door' });
  expect(factIn(text, 'matter')?.value).not.toBe('broken');
});

describe('damage in the next clause belongs to the arrival', () => {
  test.each(['it arrived on Monday, one leg bent', 'the lamp came today, but the glass is cracked'])('"%s"', (text) => {
    expect(factIn(text, 'matter')).toMatchObject({ value: 'damaged' });
  });

  test.each(['it arrived on Monday, and after two weeks the arm snapped', 'came in May, then the cord got torn'])(
    'not what happened later: "%s"',
    (text) => {
      const read = factIn(text, 'matter');
      expect(read?.value === 'damaged' && !read.isProposal).toBe(false);
    },
  );
});

test('the full stop of "no." ends no sentence', () => {
  expect(tokensOf('serial no. I gave')[2]).toMatchObject({ word: 'i', pause: 'none' });
  expect(tokensOf('it says no. I gave up')[3]).toMatchObject({ word: 'i', pause: 'sentence' });
});

test('a box is not a thing that is boxed', () => {
  expect(factIn('the bulb lay loose in its box', 'place')?.value).not.toBe('packed');
  expect(factIn('it is all boxed up', 'place')).toMatchObject({ value: 'packed' });
});
