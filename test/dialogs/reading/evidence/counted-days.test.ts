import { expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { begin } from '../../../machines/conversation.ts';

const read = (text: string) => {
  const talk = begin('fortnight-shop').says('changed-mind');
  expect(talk.asked()).toBe('delivery');
  return interpret(talk.interview, talk.conversation(), text).event;
};

test.each([
  ['it came 4 days after I ordered it on the 10th', '2026-11-14'],
  ['it was delivered two days after I paid for it on 3 November', '2026-11-05'],
])('a day counted from another is shown back, whatever is asked: "%s"', (text, value) => {
  expect(read(text)).toMatchObject({ isUnsure: true });
  expect(read(text)).toHaveProperty(
    'inferred',
    expect.arrayContaining([{ fact: 'receivedOn', value, source: 'inferred' }]),
  );
});

test('the day from which it is counted is no day of receipt', () => {
  const event = read('I ordered it on the 10th');
  expect(JSON.stringify(event)).not.toContain('receivedOn');
});
