import { describe, expect, test } from 'vitest';
import { readDetail } from '../../../../src/dialogs/reading/answers/details.ts';

describe('an e-mail address that is asked for', () => {
  test.each(['no', 'I do not want to tell', 'I would rather not', "I don't want to share that", 'I have none'])(
    'is refused by "%s"',
    (text) => expect(readDetail('email', text)).toEqual({ email: null }),
  );

  test('is not refused by who corrects the number of the order', () => {
    expect(readDetail('email', 'no wait, it is EQ-1002')).toEqual({ orderNumber: 'EQ-1002' });
  });

  test('is found beside a number', () => {
    expect(readDetail('email', 'no, EQ-1002 and name@example.com')).toEqual({ email: 'name@example.com' });
  });
});
