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

describe('a duplicate', () => {
  const merge = { type: 'merge', by: ann, into: 'B-1' } as const;

  test('is closed with the case that stays, whether it waits, is one’s own or is closed, and reopening ends that', () => {
    const befores: CaseEvent[][] = [[], [{ type: 'claim', by: ann }], [{ type: 'close', by: bob, note: '' }]];
    for (const before of befores) {
      const merged = following(...before, merge);
      expect(merged).toMatchObject({ state: 'closed', mergedInto: 'B-1' });
      expect(merged.history.at(-1)).toEqual({ at, what: 'merged', by: ann, note: 'B-1' });
      const reopened = following(...before, merge, { type: 'reopen', by: bob });
      expect(reopened).toMatchObject({ state: 'claimed', agent: bob });
      expect(reopened).not.toHaveProperty('mergedInto');
    }
  });

  test('that a colleague has is merged by whoever leads, and by nobody else', () => {
    const claimed = following({ type: 'claim', by: bob });
    expect(caseStep(claimed, merge, at)).toEqual({ kind: 'taken', by: bob });
    expect(caseStep(claimed, { ...merge, isLead: true }, at)).toMatchObject({ filed: { mergedInto: 'B-1' } });
  });

  test('is not merged twice, nor after a ruling, nor where others were merged into it', () => {
    const refused = { kind: 'not-in-this-state' };
    expect(caseStep(following(merge), merge, at)).toMatchObject(refused);
    expect(caseStep(following({ type: 'rule', by: ann, ruling }), merge, at)).toMatchObject(refused);
    expect(caseStep({ ...waiting, merged: ['A-1'] }, merge, at)).toMatchObject(refused);
  });
});

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

  test('that a person opens again is theirs, whether it was ruled, closed or handed back', () => {
    const ends: CaseEvent[] = [
      { type: 'rule', by: ann, ruling },
      { type: 'close', by: ann, note: '' },
      { type: 'handBack', by: ann, summary: '' },
    ];
    for (const end of ends) {
      const reopened = following({ type: 'claim', by: ann }, end, { type: 'reopen', by: bob });
      expect(reopened).toMatchObject({ state: 'claimed', agent: bob });
      expect(reopened.history.at(-1)).toEqual({ at, what: 'reopened', by: bob });
    }
  });

  test('written to by the customer after a person has closed it is with that person again', () => {
    const closed = following({ type: 'close', by: ann, note: '' });
    expect(caseStep(closed, { type: 'comeBack' }, at)).toMatchObject({ filed: { state: 'claimed', agent: ann } });
    const cancelled = following({ type: 'cancel' });
    expect(caseStep(cancelled, { type: 'comeBack' }, at)).toEqual({ kind: 'not-in-this-state', state: 'closed' });
  });

  test('is taken over from a colleague, and both names are kept', () => {
    const taken = following({ type: 'claim', by: ann }, { type: 'takeOver', by: bob, from: 'ann' });
    expect(taken).toMatchObject({ state: 'claimed', agent: bob });
    expect(taken.history.at(-1)).toEqual({ at, what: 'taken-over', by: bob, who: ann });
  });

  test('is not taken over from somebody who has it without one’s knowing', () => {
    const claimed = following({ type: 'claim', by: ann });
    const fromCleo: CaseEvent = { type: 'takeOver', by: bob, from: 'cleo' };
    expect(caseStep(claimed, fromCleo, at)).toEqual({ kind: 'taken', by: ann });
    expect(caseStep(waiting, { type: 'takeOver', by: bob }, at)).toMatchObject({ kind: 'not-in-this-state' });
    expect(caseStep(claimed, { type: 'takeOver', by: ann }, at)).toEqual({ filed: claimed });
  });

  test('is assigned by whoever has it, while it waits by anybody, and by a lead in any case', () => {
    const toBob = (by: Agent, isLead = false): CaseEvent => ({ type: 'assign', by, to: bob, isLead });
    const cleo = { id: 'cleo', name: 'Cleo' };
    expect(following(toBob(cleo))).toMatchObject({ state: 'claimed', agent: bob });
    const claimed = following({ type: 'claim', by: ann });
    expect(following({ type: 'claim', by: ann }, toBob(ann)).agent).toEqual(bob);
    expect(caseStep(claimed, toBob(cleo), at)).toEqual({ kind: 'taken', by: ann });
    expect(following({ type: 'claim', by: ann }, toBob(cleo, true)).history.at(-1)).toEqual({
      ...{ at, what: 'assigned', by: cleo, who: bob },
    });
  });

  test('of somebody who is away is given back by a lead', () => {
    const released = following({ type: 'claim', by: ann }, { type: 'release', by: bob, isLead: true });
    expect(released.state).toBe('waiting');
    expect(released.history.at(-1)).toEqual({ at, what: 'released', by: bob, who: ann });
  });

  test('is ruled on once more, which corrects the ruling', () => {
    const wrong = { ruling: 'uphold', resolution: 'not-eligible', isException: false, reason: 'Too late.' } as const;
    const corrected = following(
      { type: 'rule', by: ann, ruling: wrong },
      { type: 'rule', by: bob, ruling, corrects: 1 },
    );
    expect(corrected.ruling).toEqual({ ...ruling, by: bob });
    expect(corrected.history.map(({ what }) => what)).toEqual(['ruled', 'corrected']);
    const ruled = following({ type: 'rule', by: ann, ruling: wrong });
    expect(caseStep(ruled, { type: 'rule', by: bob, ruling }, at)).toEqual({
      kind: 'not-in-this-state',
      state: 'ruled',
    });
  });

  test('whose ruling is withdrawn has none, and is with whoever withdrew it', () => {
    const ruled = following({ type: 'rule', by: ann, ruling });
    const stepped = caseStep(ruled, { type: 'withdraw', by: bob, note: 'A mistake.' }, at);
    expect(stepped).toMatchObject({ filed: { state: 'claimed', agent: bob } });
    expect(stepped).not.toHaveProperty('filed.ruling');
    const claimed = following({ type: 'claim', by: ann });
    expect(caseStep(claimed, { type: 'withdraw', by: ann, note: 'x' }, at)).toMatchObject({
      kind: 'not-in-this-state',
    });
  });
});
