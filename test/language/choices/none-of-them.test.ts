import { expect, test } from 'vitest';
import { saysRestIsNone } from '../../../src/language/choices/none-of-them.ts';

test.each([
  'nothing else',
  'the rest is fine',
  'other than that it is ok',
  'otherwise intact',
  "and that's all",
  'no to all the others',
  'no',
])('"%s" says that nothing more applies', (part) => expect(saysRestIsNone(part)).toBe(true));

test.each(['the rest is torn', 'otherwise scratched', 'apart from the lid', 'the other one', 'fine by me', ''])(
  '"%s" does not',
  (part) => expect(saysRestIsNone(part)).toBe(false),
);
