import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { type Situation, situation } from './situations.ts';

function read(where: Situation, text: string) {
  const { interview, conversation } = situation(where);
  return readMessage(interview, conversation, { text });
}

describe('an answer in words that no rule knows is asked back, as people have meant it before', () => {
  test.each<[Situation, string, string, unknown]>([
    ['the discount is asked', 'a third came off the ticket price', 'discounted', true],
    ['the discount is asked', 'what the page said, nothing came off', 'discounted', false],
    ['the checklist is asked', 'a repair man in town had it on his bench', 'condition', ['unauthorised-repair']],
    ['damage of the device is asked', 'only dents in the cardboard', 'deviceDamaged', false],
  ])('%s: %s', (where, text, fact, value) =>
    expect(read(where, text)).toMatchObject({
      type: 'statement',
      inferred: expect.arrayContaining([{ fact, value, source: 'inferred' }]),
      isUnsure: true,
    }),
  );
});

describe('it is none where the message is about something else', () => {
  test.each<[Situation, string]>([
    ['the discount is asked', 'who pays for sending it back?'],
    ['the discount is asked', 'let me talk to a human about that'],
    ['the discount is asked', 'the weather is lovely here today'],
  ])('%s: %s', (where, text) => expect(read(where, text)).not.toMatchObject({ type: 'statement' }));
});

test('a no that plays down the very thing is asked back as a yes', () =>
  expect(read('the discount is asked', 'no, just the usual ten percent for members')).toMatchObject({
    inferred: [{ fact: 'discounted', value: true, source: 'inferred' }],
    isUnsure: true,
  }));

test('what the rules are sure of is not asked back, however others meant such words', () =>
  expect(read('the discount is asked', 'no')).toMatchObject({ type: 'answer', answer: { value: false } }));

describe('of what was shown back, a likely agreement is never taken', () => {
  test.each(['you have a way with words', 'that is a thing one could say'])('%s', (text) =>
    expect(read('a device is shown back', text)).not.toMatchObject({ type: 'yes' }),
  );
});

describe('what a message turns around is not proposed by the words before', () => {
  test.each<[Situation, string]>([
    ['the discount is asked', 'my cousin got his on offer, and I was daft enough to come a week late'],
    ['the discount is asked', 'there was an offer on but the one I took was not among it'],
    ['the discount is asked', 'not reduced'],
  ])('%s: %s', (where, text) =>
    expect(JSON.stringify(read(where, text))).not.toContain('"fact":"discounted","value":true'),
  );
});

describe('a value is never proposed by a word that the message denies', () => {
  test.each(['not arrived', 'still not delivered'])('%s', (text) =>
    expect(JSON.stringify(read('the place of the parcel is asked', text))).not.toContain(
      '"fact":"delivery","value":"received"',
    ),
  );
});
