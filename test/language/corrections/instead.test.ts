import { expect, test } from 'vitest';
import { insteadOfTakenBack } from '../../../src/language/corrections/instead.ts';

test.each([
  ['not the 3rd as I told you but the 4th', 'the 4th'],
  ['it was not in May but in June', 'in june'],
  ['not 24 like we said, 36', '36'],
  ['3 May, no wait, 4 May', '4 may'],
  ['Tuesday, sorry, Wednesday', 'wednesday'],
])('what replaces what is taken back is read: "%s"', (text, instead) => expect(insteadOfTakenBack(text)).toBe(instead));

test.each(['3 May', 'not yet', 'I did not keep the invoice', 'no idea', 'no, I meant 24 months'])(
  'nothing is taken back in "%s"',
  (text) => expect(insteadOfTakenBack(text)).toBeUndefined(),
);
