import { describe, expect, test } from 'vitest';
import { readReply } from '../../../../src/dialogs/reading/answers/direct-answers.ts';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { questionOf } from '../../../../src/dialogs/wording/questions.ts';
import { newConversation } from '../../../../src/machines/record/record.ts';
import { fixturePolicy } from '../../../fixtures/policies.ts';

const interview = {
  policy: fixturePolicy('trail-shop'),
  language: 'en',
  today: '2026-11-21',
  lookUps: { orders: false, warranties: 'never' },
} as const;
const read = (text: string) =>
  readReply(interview, questionOf(interview, newConversation(), { id: 'tier', unclear: 0 }), text);
const answer = (value: string) => ({ type: 'answer', answer: { fact: 'tier', value, source: 'stated' } });

describe('a choice of which one value is a yes and the other a no', () => {
  test.each([
    ['nope', 'standard'],
    ['not at all', 'standard'],
    ['no, thanks', 'standard'],
    ['yep', 'gold'],
    ['of course', 'gold'],
    ['yes, gold', 'gold'],
    ['gold', 'gold'],
  ])('is answered by "%s"', (text, value) => expect(read(text)).toEqual(answer(value)));

  test.each(['yes, of another club', 'no and neither do I plan to'])('is at most shown back after "%s"', (text) =>
    expect(read(text).type).not.toBe('answer'),
  );

  test('is not known after "not sure", which counts as its default', () => {
    expect(read('not sure')).toEqual(answer('unknown'));
  });

  test('stays open after what tells more than that', () => {
    expect(read('no idea, my wife does that')).toMatchObject({ type: 'unclear' });
  });
});

test('words that may deny all choices are not taken at once for one of them', () => {
  const conversation = { ...newConversation(), open: { id: 'reason', unclear: 0 } };
  const event = readMessage(interview, conversation, { text: 'nothing fits' });
  expect(event).toMatchObject({ type: 'statement', inferred: [{ fact: 'reason' }] });
});
