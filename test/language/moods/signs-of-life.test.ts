import { expect, test } from 'vitest';
import { readSignOfLife } from '../../../src/language/moods/signs-of-life.ts';

test.each([
  ['Hello?? is anybody there', 'presence'],
  ['are you still there?', 'presence'],
  ['hold on a sec', 'waiting'],
  ['let me have a look first', 'waiting'],
  ['k', 'acknowledged'],
  ['Okayyy', undefined],
  ['hahaha', 'acknowledged'],
  ['🙈🙈', 'acknowledged'],
  ['...', 'acknowledged'],
  ['our toddler bought it', 'no-reason'],
  ['something is not quite right', 'no-reason'],
  ['simply not good enough', 'no-reason'],
  ['our toddler bought it in May', undefined],
  ['123', undefined],
  ['1️⃣', undefined],
  ['ok it was in March', undefined],
  ['wait, it was full price', undefined],
  ['', undefined],
])('"%s" is %s', (text, sign) => expect(readSignOfLife(text)).toBe(sign));
