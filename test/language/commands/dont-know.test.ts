import { expect, test } from 'vitest';
import { isDontKnow, readDontKnow } from '../../../src/language/commands/dont-know.ts';

test.each([
  ["I don't know"],
  ['I DON’T KNOW!'],
  ['i dont know'],
  ['idk'],
  ['dunno'],
  ['no idea'],
  ['no clue'],
  ['not sure'],
  ["I'm not really sure"],
  ["I'm not 100% sure"],
  ["can't remember"],
  ["I honestly don't remember the exact date"],
  ["I don't know when I bought it"],
  ['unknown'],
  ['I forgot'],
  ["haven't got a clue"],
  ['sorry, no idea'],
  ['hard to say'],
  ["I'm not actually sure"],
  ["that I don't know"],
  ['which one I really couldn’t say'],
  ["can't see inside"],
  ["can't tell from here"],
  ['not opened yet'],
  ["I haven't unpacked it"],
  ["haven't checked"],
  ['no idea tbh'],
  ['how am I supposed to know'],
  ["couldn't tell you"],
  ['would have to look'],
  ["I'd need to ask my wife"],
  ['God knows'],
  ['your guess is as good as mine'],
  ['no way of telling from outside'],
  ["it doesn't say anywhere"],
  ['nobody told me'],
])('%s', (text) => expect(isDontKnow(text)).toBe(true));

test.each([
  ['yes'],
  ['no'],
  ['sure'],
  ['I know'],
  ["I don't know, maybe 3 May"],
  ['not sure but I think in May'],
  ['not sure what you mean'],
  ["I don't know why it broke"],
  ['I forgot it on the train'],
  ["I don't have it"],
  ["not sure it's worth it"],
  ['not sure if I want to keep it'],
  ["don't know what to do"],
  ['no idea why it stopped'],
  ["can't see any damage"],
  ['not that I know of'],
  ['I have to send it back'],
  ["haven't used it"],
  ['nothing'],
  [''],
])('%s is an answer, or something else', (text) => expect(isDontKnow(text)).toBe(false));

test('what else is told beside it is left over', () => {
  expect(readDontKnow('no idea, it was a gift')?.rest).toBe('gift');
  expect(readDontKnow('a friend bought it, so I don’t know')?.rest).toBe('friend bought');
  expect(readDontKnow('dunno')?.rest).toBe('');
  expect(readDontKnow("I don't know but it works")).toBeUndefined();
  expect(readDontKnow('in May')).toBeUndefined();
});

test('to a question whether something was looked at, not having looked is an answer', () => {
  expect(isDontKnow("I haven't checked", 'Did you check it?')).toBe(false);
  expect(isDontKnow("I haven't checked", 'Is it damaged?')).toBe(true);
});
