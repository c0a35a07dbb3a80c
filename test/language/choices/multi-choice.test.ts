import { describe, expect, test } from 'vitest';
import { readChoices } from '../../../src/language/choices/multi-choice.ts';

const CONDITION = [
  { value: 'seal', title: 'The seal is damaged' },
  { value: 'use', title: 'Signs of use' },
  { value: 'packaging', title: 'Packaging missing or damaged' },
  { value: 'foreign', title: 'Liquid, sand and insects inside', synonyms: ['got wet'] },
];
const read = (text: string) => readChoices(text, CONDITION);

describe('several choices, in the order they were offered', () => {
  test.each([
    ['1, 3', ['seal', 'packaging']],
    ['3 and 1', ['seal', 'packaging']],
    ['1 3', ['seal', 'packaging']],
    ['1,1,1', ['seal']],
    ['#2 & #4', ['use', 'foreign']],
    ['the first and the last', ['seal', 'foreign']],
    ['seal', ['seal']],
    ['seal, packaging', ['seal', 'packaging']],
    ['signs of use; the seal is damaged', ['seal', 'use']],
    ['- signs of use\n- got wet', ['use', 'foreign']],
    ['Liquid, sand and insects inside', ['foreign']],
    ['liquid, sand and insects inside, and signs of use', ['use', 'foreign']],
    ['packging and seal', ['seal', 'packaging']],
    ['all of them', ['seal', 'use', 'packaging', 'foreign']],
  ])('%s', (text, values) => expect(read(text)).toEqual({ kind: 'choices', values }));
});

describe('a choice that is named among other words may be denied by them', () => {
  test.each([
    ['the seal is intact', ['seal']],
    ['the seal is still there', ['seal']],
    ['my packaging is fine, signs of use', ['use', 'packaging']],
    ['I think the packaging is in the cellar', ['packaging']],
    ['it got wet by the way', ['foreign']],
  ])('%s', (text, values) => expect(read(text)).toEqual({ kind: 'choices', values, certainty: 'likely' }));

  test.each([['it was the seal'], ['yes, just the seal']])('%s names it alone', (text) =>
    expect(read(text)).not.toHaveProperty('certainty'),
  );
});

describe('none of them', () => {
  test.each([
    ['none'],
    ['None.'],
    ['none of these'],
    ['none of the above'],
    ['nothing'],
    ['no'],
    ['nope'],
    ['no, nothing'],
    ['neither'],
    ['none apply'],
  ])('%s', (text) => expect(read(text)).toEqual({ kind: 'none-of-them' }));
});

describe('unclear unless every part is read', () => {
  test.each([
    ['1, 9', ['9']],
    ['0', ['0']],
    ['seal, banana', ['banana']],
    ['none and 1', ['none']],
    ['damaged', ['damaged']],
    ['no signs of use', ['no signs of use']],
    ['all except the seal', ['all except the seal']],
    ['seal or packaging', ['seal or packaging']],
    ['1-3', ['1-3']],
    ['1 to 3', ['1 to 3']],
  ])('%s', (text, unread) => expect(read(text)).toEqual({ kind: 'unclear', unread }));

  test('nothing to read', () => {
    expect(read('😀')).toEqual({ kind: 'unclear' });
    expect(read('')).toEqual({ kind: 'unclear' });
  });
});
