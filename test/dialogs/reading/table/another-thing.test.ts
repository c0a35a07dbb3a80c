import { expect, test } from 'vitest';
import { afterMessages } from '../../../shops/customers/after-messages.ts';

const known = (...messages: string[]) => {
  const { stated, inferred } = afterMessages('fourteen-day-shop', messages);
  return { ...stated, ...inferred };
};

test.each(["my sister's one came on Friday", 'my colleague received his on the 15th'])(
  'the day of somebody else answers nothing: "%s"',
  (text) => expect(known('I changed my mind', 'I have received it', text)).not.toHaveProperty('receivedOn'),
);

test('the own day beside it does', () =>
  expect(known('I changed my mind', 'I have received it', 'on 3 November')).toHaveProperty('receivedOn'));
