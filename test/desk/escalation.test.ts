import { describe, expect, test } from 'vitest';
import type { DeskSink } from '../../src/desk/desk.ts';
import { hearing } from '../../src/desk/escalation.ts';
import type { CaseChange } from '../../src/dialogs/turns/case-changes.ts';

const sink = (kind: string): DeskSink => ({ kind, effects: () => [], handler: async () => ({ kind: 'delivered' }) });
const sinks = ['teams', 'slack', 'webhook'].map(sink);
const told = (order: string[] | undefined, reminders: number): string[] => {
  const change: CaseChange = { reference: 'K7M2-9QXD', what: 'unclaimed', reminders };
  return hearing(sinks, order, change).map(({ kind }) => kind);
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
