import { describe, expect, test } from 'vitest';
import { commandOf } from '../../../web/desk/keys/commands.js';
import { countsOf } from '../../../web/desk/model/counts.js';
import { nextFocus } from '../../../web/desk/queue/focus.js';
import { timeSince } from '../../../web/desk/words/times.js';
import { ann, summary } from './cases.ts';

describe('the focus in the queue', () => {
  test.each([
    ['from the focused case, not the open one', { focused: 1, open: 3 }, 1, 2],
    ['from the open case', { focused: -1, open: 3 }, -1, 2],
    ['to the first, where there is neither', { focused: -1, open: -1 }, 1, 0],
    ['to the last, where there is neither', { focused: -1, open: -1 }, -1, 4],
    ['no further than the first', { focused: 0, open: -1 }, -1, 0],
    ['no further than the last', { focused: 4, open: -1 }, 1, 4],
  ] as const)('goes %s', (_, at, by, expected) => {
    expect(nextFocus(5, at, by)).toBe(expected);
  });
});

test('what waits, what of that is urgent, and what somebody has is counted', () => {
  const urgent = summary({ reference: 'A', urgent: true });
  const counts = countsOf([
    urgent,
    summary({ reference: 'B' }),
    summary({ reference: 'C', urgent: true, state: 'claimed', agent: ann }),
    summary({ reference: 'D', urgent: true, state: 'closed' }),
  ]);
  expect(counts).toEqual({ waiting: 2, urgent: [urgent], claimed: 1 });
});

describe('how long ago something was', () => {
  const minutes = (count: number) => timeSince('2026-11-21T10:00:00Z', Date.UTC(2026, 10, 21, 10, count));
  test.each([
    [-5, { unit: 'now' }],
    [0, { unit: 'now' }],
    [1, { unit: 'minutes', count: 1 }],
    [59, { unit: 'minutes', count: 59 }],
    [60, { unit: 'hours', hours: 1, minutes: 0 }],
    [48 * 60 - 1, { unit: 'hours', hours: 47, minutes: 59 }],
    [48 * 60, { unit: 'days', count: 2 }],
  ])('%i minutes', (count, expected) => {
    expect(minutes(count)).toEqual(expected);
  });
});

describe('a key', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  const pressed = (key: string, isTyping = false, held = {}) => commandOf({ ...plain, key, ...held }, { isTyping });

  test('is a command, but a letter where somebody types', () => {
    expect([pressed('j'), pressed('?'), pressed('y'), pressed('constructor')]).toEqual([
      'next',
      'keys',
      undefined,
      undefined,
    ]);
    expect(pressed('j', true)).toBeUndefined();
  });
  test('leaves, also where somebody types', () => {
    expect([pressed('Escape'), pressed('Escape', true)]).toEqual(['leave', 'leave']);
  });
  test.each(['ctrlKey', 'metaKey', 'altKey'])('belongs to the browser with %s', (held) => {
    expect(pressed('k', false, { [held]: true })).toBeUndefined();
  });
});
