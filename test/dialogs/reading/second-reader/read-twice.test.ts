import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../../src/config.ts';
import { createCore } from '../../../../src/core.ts';
import { createLog } from '../../../../src/log.ts';
import { fixtureSettings } from '../../../fixtures/settings.ts';

const model = 'http://model.example';

let dataDir: string;
let core: Awaited<ReturnType<typeof createCore>>;
let count: number;

beforeEach(async () => {
  nock.disableNetConnect();
  dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  count = 0;
  const settings = {
    ...fixtureSettings,
    DATA_DIR: dataDir,
    TODAY: '2026-11-21',
    LLM_URL: `${model}/v1`,
    LLM_MODEL: 'tiny',
  };
  core = await createCore(readConfig({ ...settings, LLM_TIMEOUT_MS: '300' }), createLog('silent'));
  await core.conversations.open({
    id: 'anna',
    channel: 'directline',
    policyId: 'tool-shop',
    userId: 'dl_anna',
  });
});
afterEach(async () => {
  await core.store.close();
  rmSync(dataDir, { recursive: true });
  nock.cleanAll();
  nock.enableNetConnect();
});

/** What the model answers from now on. */
function modelSays(content: unknown): { requests: number } {
  const seen = { requests: 0 };
  const choices = [{ message: { role: 'assistant', content: JSON.stringify(content) } }];
  const reply = (): object => {
    seen.requests += 1;
    return { choices };
  };
  nock(model).persist().post('/v1/chat/completions').reply(200, reply);
  return seen;
}

async function says(text: string) {
  count += 1;
  const activity = { type: 'message', text };
  const exchange = await core.conversations.receive({ conversationId: 'anna', key: String(count), activity });
  return (exchange?.replies ?? []).map((one) => one.activity as { text: string; channelData?: { returns?: Said } });
}
type Said = { kind: string; id?: string; [key: string]: unknown };
const lastOf = (replies: Awaited<ReturnType<typeof says>>): Said | undefined => replies.at(-1)?.channelData?.returns;

/** Words that our own reader makes nothing of. */
const opaque = 'zorble the quux yesternight, flimflam innit';
const lie = (evidence: string) => ({
  facts: [
    { fact: 'reason', value: 'not-working', evidence },
    { fact: 'goods', value: 'device', evidence },
    { fact: 'delivery', value: 'received', evidence },
    { fact: 'discounted', value: false, evidence },
    { fact: 'purchasedOn', value: '2026-11-01', evidence },
    { fact: 'warrantyMonths', value: 24, evidence },
    { fact: 'condition', value: [], evidence },
  ],
  intent: null,
  resolution: 'return',
  formUrl: 'https://evil.example',
});

describe('a second reader that lies', () => {
  test('gets its facts asked about, and opens nothing', async () => {
    modelSays(lie(opaque));
    const replies = await says(opaque);
    expect(lastOf(replies)).toMatchObject({ kind: 'question', id: 'confirm' });
    expect(JSON.stringify(replies)).not.toContain('formUrl');
    expect(JSON.stringify(replies)).not.toContain('evil.example');
  });

  test('is stopped by a customer who says no', async () => {
    modelSays(lie(opaque));
    await says(opaque);
    expect(lastOf(await says('no'))).toMatchObject({ kind: 'question', id: 'changeWhich' });
    expect((await core.store.decisions({ limit: 99 })).length).toBe(0);
  });

  test('agrees to nothing in the place of the customer', async () => {
    modelSays(lie(opaque));
    await says(opaque);
    const replies = await says('flimflam zorble quux quux innit yesternight');
    expect(lastOf(replies)).toMatchObject({ kind: 'question', id: 'confirm' });
    expect((await core.store.decisions({ limit: 99 })).length).toBe(0);
  });

  test('changes nothing that is decided', async () => {
    const answers: Record<string, string> = { reason: 'changed-mind', goods: 'device', delivery: 'received' };
    for (let id = 'reason'; id !== undefined; ) {
      const said = lastOf(await says(answers[id] ?? "I don't know"));
      id = (said?.kind === 'question' ? said.id : undefined) as string;
    }
    expect((await core.store.decisions({ limit: 99 }))[0]).toMatchObject({ state: 'issued' });
    modelSays(lie(opaque));
    await says(opaque);
    expect((await core.store.decisions({ limit: 99 }))[0]).toMatchObject({ state: 'issued' });
  });

  test('does not overrule what the customer said', async () => {
    await says('changed-mind');
    modelSays(lie(opaque));
    await says(opaque);
    await says('yes');
    const record = JSON.stringify((await core.store.conversation('anna'))?.record);
    expect(record).toContain('"changed-mind"');
    expect(record).not.toContain('"not-working"');
  });

  test('offers a person, and calls none', async () => {
    modelSays({ facts: [], intent: 'talk_to_human' });
    expect(lastOf(await says(opaque))).toMatchObject({ kind: 'question', id: 'offerHuman' });
    expect(await core.store.cases({ limit: 99 })).toEqual([]);
  });
});

describe('a second reader that fails', () => {
  test.each([
    [
      'never answers',
      () =>
        nock(model)
          .post('/v1/chat/completions')
          .reply(() => new Promise(() => {})),
    ],
    ['refuses', () => nock(model).post('/v1/chat/completions').reply(429, 'no')],
    ['talks nonsense', () => nock(model).post('/v1/chat/completions').reply(200, '<html>')],
    ['cannot be reached', () => nock(model).post('/v1/chat/completions').replyWithError('down')],
  ])('leaves the turn to our own, when it %s', async (_, fail) => {
    fail();
    const replies = await says('my laptop is broken, I bought it at full price');
    expect(lastOf(replies)).toMatchObject({ kind: 'question', id: 'confirm' });
    expect(replies.at(-1)?.text).toContain('does not work');
  });
});

test('a message goes to it without addresses and numbers', async () => {
  let seen = '';
  nock(model)
    .post('/v1/chat/completions', (body) => {
      seen = JSON.stringify(body);
      return true;
    })
    .reply(200, { choices: [] });
  await says('zorble flimflam quux, write to anna@example.com about EQ-1001 please');
  expect(seen).toContain('zorble');
  expect(seen).not.toMatch(/anna@example|EQ-1001/);
});

test('a plain answer is never sent to it', async () => {
  const seen = modelSays(lie('x'));
  await says('It does not work properly');
  await says('2');
  expect(seen.requests).toBe(0);
  expect((await core.store.conversation('anna'))?.record).toMatchObject({
    conversation: { answers: [{ fact: 'reason', value: 'not-working', source: 'stated' }] },
  });
});
