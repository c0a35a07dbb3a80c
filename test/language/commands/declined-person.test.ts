import { describe, expect, test } from 'vitest';
import { declinesPerson } from '../../../src/language/commands/declined-person.ts';

describe('a person who is not wanted', () => {
  test.each([
    "I don't want to talk to a human",
    'no humans please',
    'no need to speak to anybody',
    'I do not need a person, just an answer',
    'can I settle it without talking to anyone',
  ])('"%s"', (text) => expect(declinesPerson(text)).toBe(true));

  test.each([
    "I don't want to talk to a bot",
    "I don't want to talk to anyone but a manager, get me one, I need it now",
    'no human there?',
    'talk to a human',
    "I don't need somebody who reads a script, let me talk to a person",
    'why do I have no person to talk to',
  ])('"%s" is something else', (text) => expect(declinesPerson(text)).toBe(false));
});
