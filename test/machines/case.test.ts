import { describe, expect, test } from 'vitest';
import { type Agent, type CaseEvent, caseStep, type FiledCase } from '../../src/machines/case.ts';

const ann: Agent = { id: 'ann', name: 'Ann' };
const bob: Agent = { id: 'bob', name: 'Bob' };
const at = '2026-11-21T10:00:00.000Z';
const waiting: FiledCase = { reference: 'K7M2-9QXD', state: 'waiting', isUrgent: false, history: [], reminders: 0 };
const ruling = { ruling: 'approve', resolution: 'return', isException: true, reason: 'A good customer.' } as const;

const following = (...events: CaseEvent[]): FiledCase =>
  events.reduce((filed, event) => {
    const stepped = caseStep(filed, event, at);
    if (!('filed' in stepped)) throw new Error(stepped.kind);
    return stepped.filed;
  }, waiting);

describe('a case', () => {
  test('is claimed, ruled and closed, and keeps who did what and when', () => {
    const filed = following(
      { type: 'claim', by: ann },
      { type: 'rule', by: ann, ruling },
      { type: 'close', by: ann, note: 'Done.' },
    );
    expect(filed.state).toBe('closed');
    expect(filed.history).toEqual([
      { at, what: 'claimed', by: ann },
      { at, what: 'ruled', by: ann, note: 'A good customer.' },
      { at, what: 'closed', by: ann, note: 'Done.' },
    ]);
    expect(filed.ruling).toEqual({ ...ruling, by: ann });
  });

  test('that somebody has is taken for everybody else', () => {
    const claimed = following({ type: 'claim', by: ann });
    for (const event of [
      { type: 'claim', by: bob },
      { type: 'rule', by: bob, ruling },
      { type: 'release', by: bob },
      { type: 'handBack', by: bob, summary: '' },
      { type: 'close', by: bob, note: '' },
    ] as const) {
      expect(caseStep(claimed, event, at)).toEqual({ kind: 'taken', by: ann });
    }
  });

  test('claimed twice by the same person is claimed once', () => {
    const claimed = following({ type: 'claim', by: ann });
    expect(caseStep(claimed, { type: 'claim', by: ann }, at)).toEqual({ filed: claimed });
  });

  test('is ruled in one step by whoever rules it', () => {
    expect(following({ type: 'rule', by: bob, ruling })).toMatchObject({ state: 'ruled', agent: bob });
  });

  test('given back to the queue belongs to nobody', () => {
    const released = following({ type: 'claim', by: ann }, { type: 'release', by: ann });
    expect(released.state).toBe('waiting');
    expect(released.agent).toBeUndefined();
  });

  test('can be cancelled by the customer only while nobody has it', () => {
    expect(following({ type: 'cancel' }).state).toBe('closed');
    const claimed = following({ type: 'claim', by: ann });
    expect(caseStep(claimed, { type: 'cancel' }, at)).toEqual({ kind: 'not-in-this-state', state: 'claimed' });
  });

  test('that is settled waits again when it is reopened', () => {
    const reopened = following({ type: 'rule', by: ann, ruling }, { type: 'reopen' });
    expect(reopened.state).toBe('waiting');
    expect(reopened.agent).toBeUndefined();
    expect(reopened.history.map(({ what }) => what)).toEqual(['ruled', 'reopened']);
  });
});
