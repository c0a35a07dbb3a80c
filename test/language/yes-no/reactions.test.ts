import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/language/yes-no/reply.ts';
import { readYesNo } from '../../../src/language/yes-no/yes-no.ts';

const DAMAGE = 'Can you see damage on the device itself, not only on the packaging?';
const RIGHT = 'Is that right?';

describe.each([
  [
    'hesitates',
    [
      'ok wait',
      'hang on',
      'yes wait',
      'hmm',
      'just a sec',
      'one moment please',
      'let me check',
      'give me a minute',
      'hold on a second',
      'yes, hang on',
      "I'll have a look",
      'bear with me',
      'not so fast',
      'wait what',
      'give me five minutes',
      'back in ten minutes',
    ],
  ],
  [
    'complains',
    [
      'absolutely disgusting service',
      'never again',
      'unbelievable',
      'what a joke',
      'this is ridiculous',
      'you people are a disgrace',
      'worst shop ever',
      'what an awful company',
      'I am so angry',
      'waste of time',
      'totally unacceptable',
      'are you kidding me',
    ],
  ],
  [
    'undecided',
    [
      "I think so but I'm not sure",
      "we believe it was, though we're not entirely certain",
      'i guess so, not positive',
      'mostly right',
      'almost',
      'partly',
      'more or less',
      'kind of',
      'half of it',
      'some of it is right',
      'pretty much',
      'yes and no',
      'to some extent',
      'it depends',
      'maybe',
      'nearly right',
      'only partly',
      'I guess',
    ],
  ],
  [
    'unsure',
    [
      "I'm not actually sure",
      "that I don't know",
      "can't see inside",
      'not opened yet',
      "haven't looked",
      'no idea tbh',
      'how should I know',
      "couldn't tell you",
      'would have to look',
      'no idea, it was a gift',
      "it was a gift, so I don't know",
    ],
  ],
] as const)('%s', (says, replies) => {
  test.each(replies)('%s', (said) => {
    for (const question of [DAMAGE, RIGHT]) {
      expect(readReply(said, question)?.says).toBe(says);
      expect(['yes', 'no']).not.toContain(readYesNo(said, question));
    }
  });
});

test('a plain yes or no in a complaint answers', () => {
  expect(readReply('no, what a disgrace', DAMAGE)).toMatchObject({ says: 'no', rest: 'what disgrace' });
});

test('strictness leaves alone what is neither yes nor no', () => {
  expect(readReply('hang on', RIGHT, { isStrict: true })?.says).toBe('hesitates');
});

test('who has not looked answers whether it was looked at', () => {
  expect(readReply("I haven't opened it", 'Have you opened it?')?.says).toBe('no');
  expect(readReply("I haven't opened it", DAMAGE)?.says).toBe('unsure');
});
