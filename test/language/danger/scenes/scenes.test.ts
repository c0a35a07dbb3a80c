import { describe, expect, test } from 'vitest';
import { readDanger } from '../../../../src/language/danger/danger.ts';
import { conceptNames } from '../../../../src/language/danger/scenes/concepts.ts';
import { scenes } from '../../../../src/language/danger/scenes/scenes.ts';

const conceptsOf = (one: (typeof scenes)[number]) => [
  one.event,
  ...one.with.flat(),
  ...one.somewhere.flat(),
  ...one.unless,
];

describe('the scenes', () => {
  test('are made of concepts that there are', () => {
    expect(scenes.flatMap(conceptsOf).filter((concept) => !conceptNames.has(concept))).toEqual([]);
  });

  test('use every concept', () => {
    const used = new Set(scenes.flatMap(conceptsOf));
    expect([...conceptNames].filter((concept) => !used.has(concept))).toEqual([]);
  });

  test.each([
    ['in either order', 'the sheath of the cable drips, it is red hot', 'red hot cable, and now its sheath drips'],
    ['with words between', 'a splinter in my thumb', 'a splinter of the lid is in my left thumb'],
  ])('are found %s', (_, one, other) => {
    expect(readDanger(one)).toBeDefined();
    expect(readDanger(other)).toBeDefined();
  });

  test('are not found where their parts stand far apart', () => {
    expect(readDanger('the socket you sent is the one I wanted and the wall I painted has gone brown')).toBeUndefined();
    expect(readDanger('the socket has gone brown')).toBeDefined();
  });

  test('are not found where what happens is denied or imagined', () => {
    expect(readDanger('the fuse holder never glows')).toBeUndefined();
    expect(readDanger('what if the fuse holder glows')).toBeUndefined();
    expect(readDanger('the fuse holder glows')).toBeDefined();
  });

  test('are not found beside what makes them everyday', () => {
    expect(readDanger('the charger has a light that glows red')).toBeUndefined();
    expect(readDanger('the charger glows red')).toBeDefined();
  });

  test('can need a word elsewhere in the message', () => {
    expect(readDanger('I broke my wrist')).toBeUndefined();
    expect(readDanger('The ladder snapped. I broke my wrist.')).toBeDefined();
  });

  test('rest on the characters from the first of their parts to the last', () => {
    const text = 'Hello, the plug was all but GLOWING, I want my money back.';
    const { start = 0, end = 0 } = readDanger(text) ?? {};
    expect(text.slice(start, end)).toBe('plug was all but GLOWING');
  });
});
