import { describe, expect, test } from 'vitest';

import { type DeskNotifier, recipients } from '../../src/desk/notifier.ts';
import type { CaseChange } from '../../src/dialogs/turns/writes/case-changes.ts';

const notifier = (kind: string): DeskNotifier => ({
  kind,
  effects: () => [],
  handler: async () => ({ kind: 'delivered' }),
});
const notifiers = ['teams', 'slack', 'webhook'].map(notifier);
const told = (order: string[] | undefined, reminders: number): string[] => {
  const change: CaseChange = { reference: 'K7M2-9QXD', what: 'unclaimed', reminders };
  return recipients(notifiers, order, change).map(({ kind }) => kind);
};

describe('who hears of a case', () => {
  test('is everybody where no order is set', () => {
    expect(told(undefined, 0)).toEqual(['teams', 'slack', 'webhook']);
  });

  test('is the first desk of an order at once, and the next after each reminder', () => {
    expect(told(['slack', 'teams'], 0)).toEqual(['slack', 'webhook']);
    expect(told(['slack', 'teams'], 1)).toEqual(['teams', 'slack', 'webhook']);
  });
});
