import { describe, expect, test } from 'vitest';
import type { CaseView } from '../../../src/desk/case/case-view.ts';
import { noteOf, readNote } from '../../../src/desk/case/change-note.ts';
import { changeText } from '../../../src/desk/case/text/change-text.ts';
import { transcriptText } from '../../../src/desk/case/text/transcript-text.ts';
import { wordsIn } from '../../../src/dialogs/wording/catalog/words.ts';
import { spoken } from '../../../src/dialogs/wording/replies/case-replies.ts';
import { asJson } from '../../../src/json.ts';
import type { Agent } from '../../../src/machines/case.ts';
import type { JsonObject } from '../../../src/store/store.ts';
import { aCase } from './a-case.ts';

const at = '2026-11-21T11:00:00.000Z';
const ann = { id: 'slack:ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };
const ruling = {
  ruling: 'approve',
  resolution: 'return',
  isException: true,
  reason: 'They were ill.',
  by: ann,
} as const;

function told(what: Parameters<typeof noteOf>[0]['what'], view: CaseView, reminders = 0) {
  return changeText(readNote(noteOf({ reference: view.reference, what, reminders })), view, at);
}

function said(id: number, who: 'customer' | 'bot' | 'agent', text: string, more: object = {}) {
  return { id: String(id), at, who, text, files: [], ...more };
}

describe('a change of a case', () => {
  test('that makes it urgent calls out, and says that somebody is in danger', () => {
    const urgent = told('became-urgent', aCase({ urgent: true }));
    expect(urgent).toEqual({ kind: 'notice', text: 'This case is urgent now.', callsOut: true });
    const alarm = told('became-urgent', aCase({ urgent: true, because: 'danger' }));
    expect(alarm).toMatchObject({ text: expect.stringContaining('in danger'), callsOut: true });
  });

  test('that is a declaration calls out', () => {
    expect(told('declared', aCase())).toMatchObject({ text: expect.stringContaining('declaration'), callsOut: true });
  });

  test('is told by who did it then, whoever has the case now', () => {
    const history = [
      { at: '2026-11-21T10:30:00.000Z', what: 'handed-back', by: ann } as const,
      { at: '2026-11-21T12:00:00.000Z', what: 'handed-back', by: bob } as const,
    ];
    expect(told('handed-back', aCase({ history, agent: bob }))).toMatchObject({
      text: 'Ann has handed the customer back to the assistant.',
    });
  });

  test('that merges two cases names the other in both', () => {
    const history = [{ at, what: 'merged', by: ann, note: 'K7M2-9QXD' } as const];
    const text = (view: CaseView) => told('merged', view);
    expect(text(aCase({ history }))).toMatchObject({
      text: 'This case is looked after together with case K7M2-9QXD now.',
    });
    const merged = { history, mergedInto: 'K7M2-9QXD' };
    const gone = 'This case was merged into case K7M2-9QXD, and is looked after there.';
    expect(text(aCase(merged))).toMatchObject({ text: `${gone} The customer was told.` });
    expect(text(aCase({ ...merged, isCaller: true }))).toMatchObject({ text: `${gone} Please tell the customer.` });
    const over = [{ at, what: 'unmerged', note: 'K7M2-9QXD' } as const];
    expect(told('unmerged', aCase({ history: over }))).toMatchObject({
      text: 'Case K7M2-9QXD is looked after by itself again.',
    });
  });

  test('calls out where somebody has to see it now', () => {
    const calls = (['released', 'reopened', 'unclaimed', 'closed', 'cancelled'] as const).map((what) => {
      const change = told(what, aCase(), 2);
      return change?.kind === 'notice' && change.callsOut;
    });
    expect(calls).toEqual([true, true, true, false, false]);
    expect(told('unclaimed', aCase(), 2)).toMatchObject({ text: expect.stringContaining('reminder 2') });
  });

  test('that is a ruling says whether the customer knows, and gives the form to whoever has to tell them', () => {
    const transcript = [said(1, 'bot', 'Approved', { formUrl: 'https://shop.example/form' })];
    const sentence = 'Ann approved: return (an exception to the policy). Reason: They were ill.';
    expect(told('ruled', aCase({ ruling, transcript }))).toEqual({
      kind: 'notice',
      text: `${sentence} The customer was told.`,
      callsOut: false,
    });
    expect(told('ruled', aCase({ ruling, transcript, isCaller: true }))).toMatchObject({
      text: `${sentence} Please tell the customer.`,
      formUrl: 'https://shop.example/form',
    });
  });

  test('that is a message quotes it with its files, under the name of who wrote it', () => {
    const change = (what: 'agent-message' | 'customer-message', by: Agent, message: JsonObject) =>
      changeText(readNote(noteOf({ reference: 'K7M2-9QXD', reminders: 0, what, by, message })), aCase(), at);
    const star = { id: 'star', name: 'Ann *B*: Chief' };
    expect(change('agent-message', star, asJson(spoken(wordsIn('en'), star, '**Note:** Hello')))).toMatchObject({
      kind: 'quote',
      who: 'Ann *B*: Chief',
      text: '**Note:** Hello',
      isCustomers: false,
    });
    const attachments = [{ name: 'label.pdf' }];
    expect(change('customer-message', ann, { text: '**Ann:** Hello', attachments })).toMatchObject({
      who: 'Customer',
      text: '**Ann:** Hello\n[file: label.pdf]',
      isCustomers: true,
    });
  });

  test('that waited in the outbox of an earlier version is read as it was meant', () => {
    const old = {
      reference: 'K7M2-9QXD',
      what: 'agent-message',
      reminders: 0,
      text: 'Hello',
      files: ['a.png'],
      by: 'Ann',
    };
    expect(readNote(old)).toMatchObject({ message: { text: 'Hello', files: ['a.png'] }, by: { name: 'Ann' } });
    expect(readNote({ reference: 'K7M2-9QXD', what: 'claimed', files: [] }).message).toBeUndefined();
    expect(() => readNote({ reference: 'K7M2-9QXD', what: 'painted' })).toThrow('Invalid option');
  });
});

describe('the conversation so far', () => {
  const view = aCase({
    transcript: [said(1, 'bot', '**Hello**, \\*you\\*'), said(2, 'customer', '**I**'), said(3, 'agent', 'Yes')],
  });

  test('shows the words of the assistant without its marks, and those of a customer as they are', () => {
    expect(transcriptText(view, { inAll: 1_000, inLine: 100 })).toEqual({
      title: 'The conversation so far',
      lines: [
        { who: 'Assistant', text: 'Hello, *you*' },
        { who: 'Customer', text: '**I**' },
        { who: 'Agent', text: 'Yes' },
      ],
    });
  });

  test('is its end where there is no room for all of it, and says so', () => {
    expect(transcriptText(view, { inAll: 26, inLine: 100 })).toEqual({
      title: 'The conversation so far (earlier messages, on the desk: 1)',
      lines: [
        { who: 'Customer', text: '**I**' },
        { who: 'Agent', text: 'Yes' },
      ],
    });
  });

  test('is nothing where nobody has said anything', () => {
    expect(transcriptText(aCase(), { inAll: 100, inLine: 100 })).toBeUndefined();
  });
});
