import { expect, test } from 'vitest';
import { type FiledCase, filedCaseSchema } from '../../src/machines/case.ts';
import { type Merging, mergingStep, pressingIn } from '../../src/machines/merging.ts';
import { newConversation } from '../../src/machines/record/record.ts';

const ann = { id: 'ann', name: 'Ann' };
const at = '2026-11-21T10:00:00.000Z';
const waiting: FiledCase = { reference: 'B-1', state: 'waiting', isUrgent: false, history: [], reminders: 0 };

function after(filed: FiledCase, event: Merging) {
  const stepped = mergingStep(newConversation(), filed, event, at);
  if ('kind' in stepped) return stepped;
  return { filed: stepped.conversation.case, acts: stepped.acts.map(({ type }) => type) };
}

test('a case takes a duplicate in once, with how long its customer has waited and how pressing it is', () => {
  const since = '2026-11-20T10:00:00.000Z';
  const absorb = { type: 'absorb', by: ann, from: 'A-1' } as const;
  const pressing = pressingIn({ ...waiting, because: 'danger', isUrgent: true, waitingSince: since });
  const taken = after({ ...waiting, waitingSince: at }, { ...absorb, ...pressing });
  expect(taken).toMatchObject({ filed: { merged: ['A-1'], isUrgent: true, because: 'danger', waitingSince: since } });
  expect(after({ ...waiting, merged: ['A-1'] }, absorb)).toEqual({ kind: 'done' });
  expect(after({ ...waiting, state: 'closed' }, absorb)).toEqual({ kind: 'cannot-merge', because: 'not-open' });
});

test('what is settled has nothing that is pressing', () => {
  expect(pressingIn({ ...waiting, state: 'closed', because: 'danger', isUrgent: true })).toEqual({});
});

test('a message of the other chat reopens what is settled, for whoever had it where it was closed', () => {
  const takeIn = { type: 'takeIn', from: 'A-1', isCourtesy: false } as const;
  expect(after({ ...waiting, state: 'closed', agent: ann }, takeIn)).toMatchObject({
    filed: { state: 'claimed', agent: ann, unanswered: { since: at } },
    acts: ['cameBack'],
  });
  for (const state of ['ruled', 'handed-back', 'closed'] as const)
    expect(after({ ...waiting, state }, takeIn)).toMatchObject({ filed: { state: 'waiting' }, acts: ['reopen'] });
  expect(after(waiting, takeIn)).toEqual({ filed: waiting, acts: [] });
});

test('a courtesy reopens nothing, and waits for no answer', () => {
  const takeIn = { type: 'takeIn', from: 'A-1', isCourtesy: true } as const;
  for (const state of ['claimed', 'ruled', 'closed'] as const)
    expect(after({ ...waiting, state, agent: ann }, takeIn)).toEqual({
      filed: { ...waiting, state, agent: ann },
      acts: [],
    });
});

test('a danger is urgent once, and a declaration leaves its words where they were written', () => {
  const takeIn = { type: 'takeIn', from: 'A-1', isCourtesy: false } as const;
  const inDanger = after(waiting, { ...takeIn, alarm: 'danger' });
  expect(inDanger).toMatchObject({ filed: { because: 'danger', isUrgent: true }, acts: ['becameUrgent'] });
  const twice = after({ ...waiting, because: 'danger', isUrgent: true }, { ...takeIn, alarm: 'danger' });
  expect(twice).toMatchObject({ acts: [] });
  expect(after(waiting, { ...takeIn, alarm: 'declaration' })).toMatchObject({
    filed: { because: 'declaration', history: [{ at, what: 'declared', note: 'A-1' }] },
    acts: ['declarationAdded'],
  });
});

test('what was merged itself takes nothing in, so it goes nowhere in a circle', () => {
  const merged: FiledCase = { ...waiting, state: 'closed', mergedInto: 'C-1' };
  expect(after(merged, { type: 'takeIn', from: 'A-1', isCourtesy: false })).toEqual({ kind: 'no-case' });
});

test('a case whose other one is gone waits for people, and only then', () => {
  const merged: FiledCase = { ...waiting, state: 'closed', mergedInto: 'C-1' };
  expect(after(merged, { type: 'partWays', into: 'C-1' })).toMatchObject({
    filed: { state: 'waiting' },
    acts: ['reopen'],
  });
  expect(after(merged, { type: 'partWays', into: 'D-1' })).toEqual({ kind: 'done' });
  expect(after({ ...waiting, merged: ['A-1'] }, { type: 'letGo', from: 'D-1' })).toEqual({ kind: 'done' });
});

test('a case of before cases were merged is read', () => {
  expect(filedCaseSchema.parse({ reference: 'B-1', state: 'waiting' })).toEqual(waiting);
});
