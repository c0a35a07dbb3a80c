import { describe, expect, test } from 'vitest';
import { readYesNo } from '../../../src/language/yes-no/yes-no.ts';

const FACT = 'Has it been used?';

describe('an idiom answers whatever was asked', () => {
  test.each([
    ['totally', 'yes'],
    ['hell yeah', 'yes'],
    ['it sure is', 'yes'],
    ['you bet', 'yes'],
    ['no question about it', 'yes'],
    ['not a chance', 'no'],
    ['never ever', 'no'],
    ['not that I know of', 'no'],
    ['not to my knowledge', 'no'],
    ['far from it', 'no'],
    ['not in the slightest', 'no'],
    ['as if', 'no'],
    ['I wish', 'no'],
    ['well, if I must answer, no', 'no'],
    ['all good, yes', 'yes'],
    ['certainly, we always did', 'yes'],
    ['absolutely we did', 'yes'],
  ] as const)('%s: %s', (said, reading) => {
    expect(readYesNo(said, FACT)).toBe(reading);
    expect(readYesNo(said)).toBe(reading);
  });
});

describe('a reply to an offer says nothing of a fact', () => {
  test.each([
    ['go ahead then please', 'yes'],
    ['by all means', 'yes'],
    ["let's do it", 'yes'],
    ['everything is correct', 'yes'],
    ['that sounds good', 'yes'],
    ["that's all", 'no'],
    ["I'm good thanks", 'no'],
    ["I'd rather not", 'no'],
    ["I don't think it's really necessary", 'no'],
    ["we don't believe we need that", 'no'],
    ['nothing else', 'no'],
    ["please don't do that", 'no'],
    ['you misunderstood me', 'no'],
    ["that's not what I said", 'no'],
  ] as const)('%s: %s', (said, reading) => expect(readYesNo(said)).toBe(reading));

  test.each([["that's all"], ['everything is correct'], ['you misunderstood me'], ['that sounds good']])(
    '%s: nothing',
    (said) => expect(readYesNo(said, FACT)).toBeUndefined(),
  );
});

describe('slips of the keyboard', () => {
  test.each([
    ['tes', 'yes'],
    ['yse please', 'yes'],
    ['yesplease', 'yes'],
    ['okthanks', 'yes'],
    ['bo', 'no'],
    ['nothank you', 'no'],
    ['nothign', 'no'],
  ] as const)('%s: %s', (said, reading) => expect(readYesNo(said)).toBe(reading));

  test.each([['yesterday'], ['yrs'], ['okra'], ['note'], ['north'], ['yet'], ['eyes'], ["can't wait"], ["don't stop"]])(
    '%s is another word',
    (said) => expect(readYesNo(said)).toBeUndefined(),
  );
});
