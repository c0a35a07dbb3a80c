import { expect, test } from 'vitest';
import { mentionsIn } from '../../../../src/language/danger/scenes/concepts.ts';

test('every place of a concept is found, from its first word to its last', () => {
  const mentions = mentionsIn('the socket and my left hand are red hot'.split(' '));
  expect(mentions.get('plug')).toEqual([{ first: 1, last: 1 }]);
  expect(mentions.get('ownBody')).toEqual([{ first: 3, last: 5 }]);
  expect(mentions.get('veryHot')).toEqual([{ first: 7, last: 8 }]);
});

test('a word that only begins like another mentions nothing', () => {
  expect(mentionsIn(['cellophane']).has('battery')).toBe(false);
});
