import { expect, test } from 'vitest';
import { wantsPerson } from '../../../src/language/commands/wanted-person.ts';

test.each([
  'the van is outside and the carton is soaked, give me a human NOW',
  'the lamp hums. Let me talk to someone please.',
  'no light at all, I need a person',
])('a clause that asks for a person does so, whatever else is told: "%s"', (text) =>
  expect(wantsPerson(text)).toBe(true),
);

test.each([
  'the agent on the phone said it was dead, so I sent it in',
  'my aunt wants to speak to you about her lamp',
  'the lamp hums, no person needed, I want my money',
  'a person from the street brought it, it is wet',
])('people who are only mentioned are no wish: "%s"', (text) => expect(wantsPerson(text)).toBe(false));

test('who wants to think first, and to talk to somebody of their own, asks for nobody here', () =>
  expect(wantsPerson('let me sleep on it and talk to the boss')).toBe(false));
