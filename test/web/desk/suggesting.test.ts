import { describe, expect, test } from 'vitest';
import { askedAt, inserted, isFound } from '../../../web/desk/speak/suggesting.js';

/** Where the caret stands is marked by a bar. */
function asked(text: string) {
  const caret = text.indexOf('|');
  return askedAt(text.replace('|', ''), caret, ['@', '/']);
}

describe('something is offered', () => {
  test.each([
    ['@|', { sign: '@', query: '', start: 0 }],
    ['please look, @an|', { sign: '@', query: 'an', start: 13 }],
    ['Hello /lab| and more', { sign: '/', query: 'lab', start: 6 }],
    ['a line\n/|', { sign: '/', query: '', start: 7 }],
    ['(@bob|', { sign: '@', query: 'bob', start: 1 }],
  ])('in "%s"', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  test.each(['ann@example|', 'and/or|', '1/2|', 'https://x|', '@ann |', 'no sign|', `/${'x'.repeat(41)}|`])(
    'and nothing in "%s"',
    (text) => {
      expect(asked(text)).toBeUndefined();
    },
  );

  test('only behind the signs that mean something in this box', () => {
    expect(askedAt('/x', 2, ['@'])).toBeUndefined();
  });
});

test('what is taken stands in the place of what it was asked with, and the text goes on behind it', () => {
  expect(inserted('Ask @bo please', 7, { start: 4 }, { insert: '@Bob' })).toEqual({
    text: 'Ask @Bob please',
    caret: 9,
  });
  expect(inserted('/lab', 4, { start: 0 }, { insert: 'Your label:' })).toEqual({ text: 'Your label: ', caret: 12 });
});

test.each([
  ['', true],
  ['lab', true],
  ['return lab', true],
  ['LABEL', true],
  ['abel', false],
  ['label refund', false],
])('"%s" finds a return label: %s', (query, expected) => {
  expect(isFound(query, ['Return label', 'Please print it'])).toBe(expected);
});
