import { describe, expect, test } from 'vitest';
import { readAfterwards } from '../../../src/language/commands/afterwards.ts';

describe('who wants after all', () => {
  test.each([
    "I'd rather keep it",
    'ok I will keep it after all',
    'actually, I am keeping the scanner',
    'never mind, I keep it',
    "I don't want to return it anymore",
    'please cancel my return',
    'I would like to withdraw the return request',
    "don't cancel my order",
    "I won't be sending it back",
    "I've decided to keep it",
  ])('to keep it: "%s"', (text) => expect(readAfterwards(text)).toBe('keeps-it'));

  test.each([
    'I have lost the form',
    'where is the link?',
    'please send me the link once more',
    'can you show me the form again?',
    'the link does not work',
    'how can I send it back?',
    'where do I send it?',
    "I can't find the form any more",
    'how do I ship the item back',
  ])('the form again: "%s"', (text) => expect(readAfterwards(text)).toBe('form-again'));

  test.each([
    'what was my reference?',
    'I forgot the reference number',
    'give me my return number please',
    'reference number?',
  ])('the reference: "%s"', (text) => expect(readAfterwards(text)).toBe('reference'));

  test.each([
    'I want to send it back',
    'I want to withdraw from the contract',
    'cancel my order',
    'I received it in a form I did not expect',
    'the warranty form says 24 months',
    'keep going',
    'it keeps crashing',
    'how do I send it back if the box is gone?',
    'I want to keep it but have it repaired',
    'my reference letter was in the box',
  ])('and nothing of the kind: "%s"', (text) => expect(readAfterwards(text)).toBeUndefined());
});
