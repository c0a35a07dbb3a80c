import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;
const read = (talk: Talk, text: string) => interpret(talk.interview, talk.conversation(), text);
const about = (kind: string) => expect.objectContaining({ event: { type: 'digress', about: { kind } } });

const open = () => begin('tool-shop').says('not-working');
const refused = () => begin('tool-shop').says('not-working').says('device').says([]).says(true);
const waiting = () => refused().does({ type: 'human' });

describe('after a decision', () => {
  test.each([
    'why?',
    'Why not?!',
    'says who',
    'that makes no sense',
    "I don't understand",
    'why is it refused',
    'explain',
  ])('"%s" asks for its reasons', (text) => expect(read(refused(), text)).toEqual(about('why')));

  test('and after the case is handed over, too', () => expect(read(waiting(), 'but why?')).toEqual(about('why')));

  test('what can be done now is asked for', () => expect(read(refused(), 'ok what now')).toEqual(about('what-now')));

  test('what would have been is not judged', () =>
    expect(read(refused(), 'what if it had been full price')).toEqual(about('what-if')));

  test('a question that a clause answers gets the clause', () =>
    expect(read(refused(), 'why is there a 6 % fee?').event).toMatchObject({ about: { kind: 'policy-question' } }));

  test('why a refund is late is no question for our reasons', () =>
    expect(read(refused(), 'why have I not received my refund')).toEqual(about('refund-status')));
});

describe('while a question is open', () => {
  test.each(['why?', 'why do you need that', 'what has that got to do with it'])('"%s" asks what it is for', (text) =>
    expect(read(open(), text)).toEqual(about('why-asked')),
  );

  test('"I don\'t understand" wants help', () => expect(read(open(), "I don't understand").event.type).toBe('help'));
});

test('a person who talks with the customer is not interrupted', () => {
  const talk = waiting();
  const filed = talk.conversation().case;
  const claimed = { ...talk.conversation(), ...(filed && { case: { ...filed, state: 'claimed' as const } }) };
  expect(interpret(talk.interview, claimed, 'why?').event.type).toBe('unclear');
});
