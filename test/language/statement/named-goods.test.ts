import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readStatement } from '../../../src/language/statement/statement.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';

const { file } = examinePolicy(
  `
id: clock-shop
version: '2026-11-01'
name: Clock Shop
language: en
timeZone: Europe/Berlin
theme: { accent: '#7a4a12' }
greeting: Hello!
statutoryNote: This is the shop's own policy.
facts:
  kind:
    type: choice
    label: Kind
    question: What is it?
    values:
      gadget: { title: A gadget, likelihood: 40, phrases: [<electronics>] }
      gear: { title: Gear, likelihood: 20, phrases: [<outdoor-gear>] }
      service: { title: A service, likelihood: 20, phrases: [<service>] }
      ours: { title: Made to order, likelihood: 20, phrases: [<made-for-me>] }
  place:
    type: choice
    label: Place
    question: Where is it?
    values:
      here: { title: Here, likelihood: 100, phrases: [<received>] }
clauses:
  kind: { section: Clocks, title: Kinds, text: There are many. }
decisions:
  - { id: gadget, when: { kind: gadget }, resolution: return, clauses: [kind] }
  - { id: else, resolution: human-review }
source: { title: Clocks, sentences: [{ at: '1', clauses: [kind] }] }
`,
  'clock-shop.yaml',
).policy;

function factsIn(text: string): Record<string, unknown> {
  const { facts } = readStatement(lexiconOf(file), text, { today: '2026-11-21' });
  return Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
}

describe('what is done to a device is a service, not the device', () => {
  test.each([
    'your engineer was to configure the router for us',
    'the setting up of three laptops by your people',
    'you were meant to install the dashcam',
    'I booked a calibration for my multimeter',
  ])('"%s"', (text) => expect(factsIn(text)).toEqual({ kind: 'service' }));

  test.each(['I tried to configure the router and gave up', 'the router does not let me install anything'])(
    'but not where the customer does it: "%s"',
    (text) => expect(factsIn(text)).toEqual({ kind: 'gadget' }),
  );
});

describe('what is made for somebody is that, whatever it is', () => {
  test.each([
    'a tent sewn to my measurements',
    'one watch, silver, with my initials',
    'the compass that you engraved for my father',
    'you made a hammock after my sketch',
  ])('"%s"', (text) => expect(factsIn(text)).toEqual({ kind: 'ours' }));
});

describe('of two nouns in a row the last one tells', () => {
  test.each([
    ['the compass watch', 'gadget'],
    ['a helmet cam', 'gadget'],
    ['a tent', 'gear'],
  ])('"%s"', (text, kind) => expect(factsIn(text)).toEqual({ kind }));

  test('a noun of several words is heard beside where it is', () => {
    expect(factsIn('the coffee machine came already')).toEqual({ kind: 'gadget', place: 'here' });
  });
});

test('an order for a thing is an order of it', () => {
  expect(factsIn('my order for the camera')).toEqual({ kind: 'gadget' });
  expect(factsIn('a thing for the camera')).toEqual({});
});
