import { describe, expect, test } from 'vitest';
import { readYesNo } from '../../../src/language/yes-no/yes-no.ts';

const OFFER = 'Would you like a person to take over?';
const RIGHT = 'Is all of that right?';

describe('an offer is taken or declined by the sense of the words', () => {
  test.each([
    ['no objections', 'yes'],
    ['no objection from my side, pass it on', 'yes'],
    ['no problem with that', 'yes'],
    ["I've got nothing against it", 'yes'],
    ["wouldn't mind that", 'yes'],
    ['that answer is no help, so let a colleague look', 'yes'],
    ['not that we expect much, but yes, let somebody try', 'yes'],
    ['let her have a go', 'yes'],
    ['I was going to ask for that', 'yes'],
    ['a person would tell me the same, so let us not bother', 'no'],
    ["thanks, I'll just throw it away", 'no'],
    ['we can live with it', 'no'],
    ["what for, it's clear", 'no'],
    ['there is no need for that', 'no'],
    ['kind of you, not necessary', 'no'],
    ['you are nice, but I have sorted it with the maker, no need', 'no'],
  ])('%s', (text, says) => expect(readYesNo(text, OFFER)).toBe(says));
});

describe('a question in return agrees to nothing', () => {
  test.each(['and if they are, what then?', 'if so, how long does it take?', 'and if it is'])('%s', (text) => {
    expect(readYesNo(text, OFFER)).toBeUndefined();
    expect(readYesNo(text, RIGHT)).toBeUndefined();
  });
});
