import { describe, expect, test } from 'vitest';
import { asksIdentity } from '../../../src/language/commands/identity-question.ts';

describe('who asks whom they are talking to', () => {
  test.each([
    'are you a bot?',
    'is this not a human?',
    "aren't you a person",
    'am I not talking to a person?',
    'is it even a real person',
  ])('%s', (text) => expect(asksIdentity(text)).toBe(true));

  test.each(['I want a person', 'is this a computer problem', 'not a person please', 'can a person call me'])(
    'is not who says "%s"',
    (text) => expect(asksIdentity(text)).toBe(false),
  );
});

test.each(['Are you not a human? You had me fooled', 'is this a bot? just asking'])(
  'with a remark on it: "%s"',
  (text) => expect(asksIdentity(text)).toBe(true),
);

test('with a complaint it is left to the complaint: are you a bot? my lamp is broken', () =>
  expect(asksIdentity('are you a bot? my lamp is broken')).toBe(false));
