import { expect, test } from 'vitest';
import { isDontKnow } from '../../../src/language/commands/dont-know.ts';

test.each([
  ["I don't know"],
  ['I DON’T KNOW!'],
  ['i dont know'],
  ['idk'],
  ['dunno'],
  ['no idea'],
  ['no clue'],
  ['not sure'],
  ["I'm not really sure"],
  ["I'm not 100% sure"],
  ["can't remember"],
  ["I honestly don't remember the exact date"],
  ["I don't know when I bought it"],
  ['unknown'],
  ['I forgot'],
  ["haven't got a clue"],
  ['sorry, no idea'],
  ['hard to say'],
])('%s', (text) => expect(isDontKnow(text)).toBe(true));

test.each([
  ['yes'],
  ['no'],
  ['sure'],
  ['I know'],
  ["I don't know, maybe 3 May"],
  ['not sure but I think in May'],
  ['not sure what you mean'],
  ["I don't know why it broke"],
  ['I forgot it on the train'],
  ["I don't have it"],
  ['nothing'],
  [''],
])('%s is an answer, or something else', (text) => expect(isDontKnow(text)).toBe(false));
