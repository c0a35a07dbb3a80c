import { expect, test } from 'vitest';
import { presenceOf } from '../../../web/desk/speak/customer-line.js';

const [seenAt, later] = ['2026-11-21T10:00:00Z', '2026-11-21T10:07:00Z'];

test.each([
  ['is connected', { isHere: true, seenAt, canBeMailed: true }, [{ say: 'here' }]],
  [
    'left an address',
    { isHere: false, seenAt, canBeMailed: true },
    [{ say: 'left', at: seenAt }, { say: 'willBeMailed' }],
  ],
  [
    'was written to since they left',
    { isHere: false, seenAt, canBeMailed: true, mailedAt: later },
    [
      { say: 'left', at: seenAt },
      { say: 'mailed', at: later },
    ],
  ],
  [
    'was written to the last time that they were away',
    { isHere: false, seenAt: later, canBeMailed: true, mailedAt: seenAt },
    [{ say: 'left', at: later }, { say: 'willBeMailed' }],
  ],
  [
    'left no address',
    { isHere: false, seenAt, canBeMailed: false },
    [{ say: 'left', at: seenAt }, { say: 'noAddress' }],
  ],
  ['was never connected', { isHere: false, canBeMailed: false }, [{ say: 'neverSeen' }, { say: 'noAddress' }]],
])('a customer who %s', (_, customer, said) => {
  expect(presenceOf({ customer })).toEqual(said);
});

test('nothing is said where nobody knows, as in other channels', () => {
  expect(presenceOf({})).toEqual([]);
});
