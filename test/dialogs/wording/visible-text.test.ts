import { expect, test } from 'vitest';
import { visibleName, visibleText } from '../../../src/dialogs/wording/visible-text.ts';

test.each([
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\u2066b\u2069c', 'abc'],
  ['bell\u0007 and null\u0000', 'bell and null'],
  ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
  ['שלום\u200f, hello', 'שלום\u200f, hello'],
  ['Zoë 👩‍🔧', 'Zoë 👩‍🔧'],
])('of %j people see %j', (text, seen) => expect(visibleText(text)).toBe(seen));

test('a name is one line without marks of direction', () => {
  expect(visibleName(' photo\u200f\n1.png\u202e ')).toBe('photo 1.png');
});
