import { expect, test } from 'vitest';
import { isDontKnow, readDontKnow } from '../../../src/language/commands/dont-know.ts';

test.each([
  ["my sister signed for it, and she doesn't know the day"],
  ['there is no way for me to try it before Monday'],
  ["not that I'd recall"],
  ['neither of us remembers'],
  ["my flatmate can't say which day and neither could I"],
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
  ['havent got the faintest clue'],
  ['not the slightest idea'],
  ['idr'],
  ['that date is not known to us'],
  ["it isn't written anywhere"],
  ['nowhere printed'],
  ['skip this one'],
  ['uhm pass'],
  ["couldn't test it yet"],
  ["don't ask me which day"],
  ['none to be found anywhere'],
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
  ['it is written on the card'],
  ['I know what caused it'],
  [''],
])('%s is an answer, or something else', (text) => expect(isDontKnow(text)).toBe(false));

test('what else is told beside it is left over', () => {
  expect(readDontKnow('no idea, it was a gift')?.rest).toBe('gift');
  expect(readDontKnow('a friend bought it, so I don’t know')?.rest).toBe('friend bought');
  expect(readDontKnow('dunno')?.rest).toBe('');
  expect(readDontKnow('idk mum ordered it')?.rest).toBe('mum ordered');
  expect(readDontKnow('haven’t dared, it smells odd')?.rest).toBe('smells odd');
  expect(readDontKnow("not sure it's worth it")).toBeUndefined();
  expect(readDontKnow("I don't know but it works")).toBeUndefined();
  expect(readDontKnow('in May')).toBeUndefined();
});

test('to a question whether something was looked at, not having looked is an answer', () => {
  expect(isDontKnow("I haven't checked", 'Did you check it?')).toBe(false);
  expect(isDontKnow("I haven't checked", 'Is it damaged?')).toBe(true);
});

test('whoever has lost what would tell does not know, where papers would tell', () => {
  const asked = 'When did you buy it?';
  for (const text of [
    'lost the receipt',
    "can't find that e-mail",
    'the bill is gone',
    'nothing on the receipt about it',
    'the card does not mention it',
    "I don't have the papers here",
  ])
    expect(readDontKnow(text, asked)?.rest).toBe('');
  for (const text of ['I have the receipt', 'the receipt is here', 'I lost the lid'])
    expect(readDontKnow(text, asked)).toBeUndefined();
  for (const other of ['Do you still have the receipt?', 'Is it damaged?', undefined])
    expect(readDontKnow('lost the receipt', other)).toBeUndefined();
});

test('who cannot say that something fails knows that it does not', () => {
  for (const text of [
    "can't say it doesn't",
    "I couldn't say that it isn't, I used all of it",
    'I cannot say it fails',
  ])
    expect(readDontKnow(text, 'Does it work?'), text).toBeUndefined();
  expect(readDontKnow("can't say if it does", 'Does it work?')).toBeDefined();
});

test('to a question about the cause, not knowing the cause is not knowing', () => {
  const asked = 'Did any of this cause the defect?';
  expect(isDontKnow('no idea what the reason is', asked)).toBe(true);
  expect(isDontKnow("don't know why it happened", asked)).toBe(true);
  expect(isDontKnow("don't know why it happened", 'Is it damaged?')).toBe(false);
});

test.each(['how would I know that?', "shouldn't you tell me?", "no idea, shouldn't you know?"])(
  'a question back is no answer: "%s"',
  (text) => expect(readDontKnow(text)).toBeUndefined(),
);

test.each(['the stamp is smeared', "I can't read the date", 'the corner with the date is torn off'])(
  'what stands written and cannot be read is not known: "%s"',
  (text) => {
    expect(readDontKnow(text, 'How long is the warranty?') ?? readDontKnow(text, 'When does it end?')).toBeDefined();
    expect(readDontKnow(text, 'Is it damaged?')).toBeUndefined();
  },
);
