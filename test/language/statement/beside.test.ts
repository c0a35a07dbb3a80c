import { describe, expect, test } from 'vitest';
import { isOnlyBeside } from '../../../src/language/statement/named/beside.ts';
import { tokensOf } from '../../../src/language/statement/tokens/tokens.ts';

function isBeside(text: string, noun: string): boolean {
  const tokens = tokensOf(text);
  return isOnlyBeside(
    tokens,
    tokens.findIndex(({ word }) => word === noun),
  );
}

describe('a noun that is only beside the item', () => {
  test.each([
    ['it does not work when connected to my new TV', 'tv'],
    ['bought as a present for my old phone', 'phone'],
    ['the phone case is torn', 'phone'],
    ['the cable is not found by the scanner', 'scanner'],
    ['the app says it is dead', 'app'],
    ['the software does not recognise it', 'software'],
    ['your colleague told me so on the phone', 'phone'],
    ['please phone me', 'phone'],
    ['it is louder than the vacuum', 'vacuum'],
  ])('%s', (text, noun) => {
    expect(isBeside(text, noun)).toBe(true);
  });

  test.each([
    ['a problem with my phone', 'phone'],
    ['a refund for the printer', 'printer'],
    ['the screen on my laptop is black', 'laptop'],
    ['I would like to return the drone', 'drone'],
    ['the app crashes', 'app'],
    ['my watch is slow', 'watch'],
  ])('and one that is the item: %s', (text, noun) => {
    expect(isBeside(text, noun)).toBe(false);
  });
});
