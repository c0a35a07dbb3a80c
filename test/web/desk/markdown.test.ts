import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../web/desk/chat/markdown.js';

describe('the Markdown of our own messages', () => {
  test('has bold text and links to web addresses', () => {
    expect(partsOf('Your **reference**: [the form](https://shop.example/form?a=1).')).toEqual([
      { kind: 'text', text: 'Your ' },
      { kind: 'bold', text: 'reference' },
      { kind: 'text', text: ': ' },
      { kind: 'link', text: 'the form', address: 'https://shop.example/form?a=1' },
      { kind: 'text', text: '.' },
    ]);
  });

  test.each(['[x](javascript:alert(1))', '[x](//other.example)', '<img src=x onerror=alert(1)>', '**never closed'])(
    'leaves anything else as it is: %s',
    (text) => {
      expect(partsOf(text)).toEqual([{ kind: 'text', text }]);
    },
  );

  test('shows an escaped mark as it is, inside of marks, too', () => {
    const text = (markdown: string) =>
      partsOf(markdown)
        .map((part) => part.text)
        .join('');
    expect(text('2 \\* 3 \\[x\\]\\(https://a.example\\)')).toBe('2 * 3 [x](https://a.example)');
    expect(partsOf('**a\\*b**')).toEqual([{ kind: 'bold', text: 'a*b' }]);
  });
});
