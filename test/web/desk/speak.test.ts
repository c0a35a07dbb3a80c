import { beforeEach, describe, expect, test } from 'vitest';
import type { CannedReply } from '../../../src/desk/replies/replies.ts';
import type { DeskRequest } from '../../../src/desk/requests.ts';
import { talkOf } from '../../../web/desk/chat/talk.js';
import { Refusal } from '../../../web/desk/model/refusal.js';
import { emptyDesk } from '../../../web/desk/model/state.js';
import { Speak } from '../../../web/desk/speak/model.js';
import { ann, bob, view } from './cases.ts';

const reply = (own: Partial<CannedReply>): CannedReply => ({
  id: '1',
  of: 'shop',
  title: 'Label',
  text: 'Hello',
  ...own,
});

let taken: DeskRequest[];
let isTaken: boolean;
let desk: ConstructorParameters<typeof Speak>[0]['desk'];
let speak: Speak;
let kept: object[];
let refusal: Refusal | undefined;

beforeEach(() => {
  [taken, isTaken] = [[], true];
  desk = {
    state: { ...emptyDesk(0), selected: 'AAAA-AAAA' },
    async take(request) {
      taken.push(request);
      return isTaken;
    },
    get begun() {
      return desk.begunIn('answer');
    },
    begunIn: (form) => desk.state.drafts[`${desk.state.selected} ${form}`]?.text ?? '',
    write: (text) => desk.keepDraft('answer', { text }),
    keepDraft(form, values) {
      desk.state.drafts = { ...desk.state.drafts, [`${desk.state.selected} ${form}`]: values };
    },
    forgetDraft: (_, form) => desk.keepDraft(form, { text: '' }),
  };
  [kept, refusal] = [[], undefined];
  const change = async (reply: object) => {
    if (refusal) throw refusal;
    kept.push(reply);
  };
  const api = {
    colleagues: async () => [bob],
    replies: async (shop: string) => ({ replies: [reply({ title: `Of ${shop}` })], mayKeepShops: true }),
    keepReply: change,
    removeReply: change,
  };
  speak = new Speak({ api, desk, show: () => undefined, focusAnswer: () => undefined });
});

describe('a note', () => {
  test('is kept with the open case, and its box is empty then', async () => {
    speak.writeNote(' Called twice. ');
    await speak.keepNote();
    expect(taken).toEqual([{ action: 'note', text: 'Called twice.' }]);
    expect(speak.begunNote).toBe('');
  });

  test('stays in its box where it was not kept', async () => {
    isTaken = false;
    speak.writeNote('Called twice.');
    await speak.keepNote();
    expect([speak.state.isSending, speak.begunNote]).toEqual([false, 'Called twice.']);
  });

  test('of one case is not that of another', () => {
    speak.writeNote('Called twice.');
    desk.state.selected = 'BBBB-BBBB';
    speak.writeNote('Wants a refund.');
    expect(speak.begunNote).toBe('Wants a refund.');
    desk.state.selected = 'AAAA-AAAA';
    expect(speak.begunNote).toBe('Called twice.');
  });

  test('is not kept without words', async () => {
    speak.writeNote('  ');
    await speak.keepNote();
    expect(taken).toEqual([]);
  });

  test('can call the colleagues who are known when it is begun', async () => {
    await speak.write('note');
    expect(speak.state).toMatchObject({ mode: 'note', colleagues: [bob] });
  });
});

test('notes stand in the talk where they were written', () => {
  const message = { id: '1', at: '2026-11-21T10:00:00Z', who: 'customer' as const, text: 'Hello', files: [] };
  const talk = talkOf(
    view({
      reference: 'AAAA-AAAA',
      transcript: [message, { ...message, id: '2', at: '2026-11-21T10:02:00Z' }],
      history: [
        { at: '2026-11-21T10:00:30Z', what: 'claimed', by: ann },
        { at: '2026-11-21T10:01:00Z', what: 'noted', by: ann, note: 'Odd.' },
      ],
    }),
  );
  expect(talk.map(({ kind, id }) => [kind, id])).toEqual([
    ['message', '1'],
    ['note', 'note 1'],
    ['message', '2'],
  ]);
});

describe('replies', () => {
  test('are those of the shop of the case', async () => {
    await speak.readReplies('tools');
    expect(speak.state).toMatchObject({ replies: [{ title: 'Of tools' }], mayKeepShops: true });
  });

  test('are put behind what was begun, and the list is closed', async () => {
    desk.write('Hello Anna,');
    speak.showReplies(true);
    speak.insert('your label is here.');
    expect(desk.begun).toBe('Hello Anna,\nyour label is here.');
    expect(speak.state.areRepliesOpen).toBe(false);
  });

  test('are kept once, however often that is pressed while it is under way', async () => {
    await Promise.all([speak.keepReply(reply({})), speak.keepReply(reply({}))]);
    expect(kept).toHaveLength(1);
  });

  test('stay in their form with the reason where they are not kept', async () => {
    speak.edit({ title: 'Label' });
    refusal = new Refusal({ code: 'role', message: 'Leads keep these.' });
    await speak.keepReply(reply({}));
    expect(speak.state).toMatchObject({ editing: { title: 'Label' }, mistake: 'Leads keep these.' });
    refusal = undefined;
    await speak.keepReply(reply({}));
    expect(speak.state).toMatchObject({ editing: undefined, mistake: '' });
  });
});
