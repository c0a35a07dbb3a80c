import { expect, test } from 'vitest';
import { withoutHurry } from '../../../src/language/yes-no/hurry.ts';

test.each([
  ['yes yes hurry up please', 'yes yes'],
  ["correct, I'm in a rush", 'correct'],
  ["right, now get going, I've got a meeting at nine", 'right'],
])('"%s" says "%s", and is in haste', (said, rest) => expect(withoutHurry(said)).toBe(rest));

test.each(['hurry up', 'yes, but not the date', 'I am waiting for the parcel'])('"%s" is left as it is', (said) =>
  expect(withoutHurry(said)).toBe(said),
);
