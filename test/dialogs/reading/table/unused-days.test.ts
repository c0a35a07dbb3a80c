import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import type { Interview } from '../../../../src/machines/interview.ts';
import { newConversation } from '../../../../src/machines/record/record.ts';
import { step } from '../../../../src/machines/returns.ts';
import { fixturePolicy } from '../../../fixtures/policies.ts';
import { shownFor } from '../../wording/shown.ts';

/** What is not used of a message to the trail shop, behind others, and what its customer reads. */
function told(...says: string[]) {
  const interview: Interview = {
    policy: fixturePolicy('trail-shop'),
    language: 'en',
    today: '2026-11-21',
    lookUps: { orders: false, warranties: 'never' },
  };
  let { conversation, acts } = step({ interview, conversation: newConversation(), reference: 'R' }, { type: 'begin' });
  let unused: string[] | undefined;
  for (const text of says) {
    const event = readMessage(interview, conversation, { text });
    unused = event.unusedDays;
    ({ conversation, acts } = step({ interview, conversation, reference: 'R' }, event));
  }
  const text = shownFor(acts, { interview, conversation }).map((reply) => reply.text);
  return { unused, text: text.join('\n') };
}

describe('a day that no fact takes', () => {
  test.each([
    'I changed my mind, the trip starts on 20 December',
    'it does not fit. My holiday begins on 20 December 2026.',
  ])('is said, and not dropped: %s', (text) => {
    const { unused, text: shown } = told(text);
    expect(unused).toEqual([expect.stringContaining('20 December')]);
    expect(shown).toContain('You also said "on 20 December');
  });

  test('is said in reply to a question, too', () => {
    expect(told('I changed my mind', 'the trip starts on 20 December').unused).toEqual(['on 20 December']);
  });

  test.each([
    ['I changed my mind, I received it on 3 November'],
    ['I changed my mind', 'received it', 'a jacket or so', '3 November 2026'],
    ['I changed my mind, I received it between 1 and 5 November'],
    ['Can I return it until 20 December?'],
    ['I received it 3 days after I ordered it on 1 November'],
  ])('is none that is used, asked about or only counted from: %s', (...says) => {
    expect(told(...says).unused).toBeUndefined();
  });
});

test('the end of a year that answers is its last day, and used: "to the end of next year"', () => {
  const interview: Interview = {
    policy: fixturePolicy('tool-shop'),
    language: 'en',
    today: '2026-11-21',
    lookUps: { orders: false, warranties: 'never' },
  };
  const conversation = { ...newConversation(), open: { id: 'warrantyUntil', unclear: 0 } };
  const event = readMessage(interview, conversation, { text: 'the card says the end of next year' });
  expect(event.unusedDays).toBeUndefined();
});
