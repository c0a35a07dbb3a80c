import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createCore } from '../../../src/core.ts';
import { createLog } from '../../../src/log.ts';

/** A chat with a demonstration shop: what is asked, what is decided, what the last messages say. */
async function chat(policyId: 'equipment-shop' | 'fourteen-day-shop', ...says: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'returns-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const core = await createCore(readConfig({ DATA_DIR: folder, TODAY: '2026-11-21' }), createLog('silent'));
  await core.conversations.open({ id: 'c', channel: 'directline', policyId, userId: 'dl_c' });
  let said = 0;
  const say = async (text: string) => {
    said += 1;
    const activity = { type: 'message', text };
    const turn = await core.conversations.receive({ conversationId: 'c', key: `k${said}`, activity });
    const replies = (turn?.replies ?? []).map((reply) => reply.activity);
    const data = replies.map(
      ({ channelData }) => (channelData as { returns?: Record<string, unknown> })?.returns ?? {},
    );
    return {
      text: replies.map(({ text }) => String(text)).join('\n'),
      question: data.find(({ kind }) => kind === 'question'),
      decision: data.find(({ kind }) => kind === 'decision'),
    };
  };
  let last = await say(says[0] ?? '');
  for (const text of says.slice(1)) last = await say(text);
  return { last, say };
}

describe('an order in two parcels', () => {
  const unwanted = ['I changed my mind', 'FD-1015', 'carla@example.com'];

  test('the chair that came two days ago is not refused by the day of the desk', async () => {
    const { last, say } = await chat('fourteen-day-shop', ...unwanted);
    expect(last.question).toMatchObject({ id: 'item', choices: [{ title: 'Desk' }, { title: 'Chair' }] });
    expect((await say('the chair')).decision).toMatchObject({ resolution: 'return', deadline: '2026-12-03' });
  });

  test('the desk that came twenty days ago is', async () => {
    const { say } = await chat('fourteen-day-shop', ...unwanted);
    expect((await say('Desk')).decision).toMatchObject({ resolution: 'not-eligible' });
  });

  test.each(['actually the chair', 'sorry, I meant the chair', 'no, the chair'])(
    'and the chair is decided where that was meant: "%s"',
    async (text) => {
      const { say } = await chat('fourteen-day-shop', ...unwanted, 'Desk');
      const told = await say(text);
      expect(told.text).toContain('no longer counts');
      expect(told.decision).toMatchObject({ resolution: 'return', deadline: '2026-12-03' });
    },
  );

  test.each(['the chair is fine, actually', 'actually I like the chair', 'actually the desk', 'the chair too, sorry'])(
    'the answer on the desk stands beside what is said of the chair: "%s"',
    async (text) => {
      const { say } = await chat('fourteen-day-shop', ...unwanted, 'Desk');
      expect((await say(text)).text).not.toContain('no longer counts');
    },
  );
});

test('a line that was returned already is said at once, with a person as the way on', async () => {
  const { last, say } = await chat('fourteen-day-shop', 'it does not work', 'FD-1016', 'deniz@example.com');
  expect(last.question).toMatchObject({
    id: 'item',
    choices: [{ title: 'Kettle (returned already)' }, { title: 'Hand mixer' }],
  });
  const told = await say('the kettle');
  expect(told.text).toContain('"Kettle" has been returned already');
  expect(told.question).toMatchObject({ id: 'offerHuman' });
  expect((await say('no')).question).toMatchObject({ id: 'item' });
});

describe('two alike in one line', () => {
  const unwanted = ['I changed my mind', 'EQ-1015', 'odile@example.com'];

  test.each([
    ['just one', 1, { amount: '31.33', fee: '2.00', currency: 'EUR' }],
    ['both', 2, { amount: '62.66', fee: '4.00', currency: 'EUR' }],
  ])('"%s" of them is what the refund and the form are for', async (text, quantity, refund) => {
    const { last, say } = await chat('equipment-shop', ...unwanted);
    expect(last.question).toMatchObject({ id: 'pieces', input: 'number', choices: [], allowsUnknown: true, atMost: 1 });
    expect(last.text).toContain('Your order has 2 of "Test probe TP-5". How many of them is this about?');
    const { decision } = await say(text);
    expect(decision).toMatchObject({ resolution: 'cancellation', refund });
    const token = new URL(String(decision?.formUrl)).searchParams.get('token') ?? '';
    expect(decodeJwt(token)).toMatchObject({ return: { quantity, refund, item: { id: 'probes' } } });
  });

  test('more than were ordered is no answer, and says why', async () => {
    const { say } = await chat('equipment-shop', ...unwanted);
    const { text, question } = await say('3');
    expect(text).toContain('any number from 1 to 2');
    expect(question).toMatchObject({ id: 'pieces' });
  });
});
