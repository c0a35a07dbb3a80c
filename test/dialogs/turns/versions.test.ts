import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../../src/config.ts';
import { createCore } from '../../../src/core.ts';
import { keepPolicies } from '../../../src/dialogs/turns/policies.ts';
import { createLog } from '../../../src/log.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import { examinePolicy, parseKeptPolicy } from '../../../src/policy/format/parse.ts';
import type { StoredConversation } from '../../../src/store/store.ts';
import { ordersUrl } from '../../fixtures/order-system.ts';
import { fixtureText } from '../../fixtures/policies.ts';
import { withoutExamples, writePolicy } from '../../policy/written.ts';

const shipped = withoutExamples(fixtureText('fortnight-shop'));
/** Last year the shop took everything back for 500 days. */
const lastYear = version('2025-01-01', 500);

function version(since: string, days: number): string {
  return shipped
    .replace("version: '2026-11-01'", `version: '${since}'`)
    .replace('length: { days: 14 }', `length: { days: ${days} }`);
}

/** A shop with these files, on a data folder that outlives its processes. */
function shop(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'returns-versions-'));
  const policiesDir = join(folder, 'policies');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const put = (all: Record<string, string>): void => {
    rmSync(policiesDir, { recursive: true, force: true });
    mkdirSync(policiesDir);
    for (const [name, text] of Object.entries(all)) writePolicy(join(policiesDir, name), text);
  };
  put(files);
  const settings = {
    POLICIES_DIR: policiesDir,
    DATA_DIR: join(folder, 'data'),
    TODAY: '2026-11-21',
    ORDERS_URL: ordersUrl,
  };
  const start = () => createCore(readConfig({ ...settings, DEFAULT_POLICY: 'fortnight-shop' }), createLog('silent'));
  const logged: string[] = [];
  const log = createLog('info', { write: (line: string) => void logged.push(line) });
  const startLogging = () => createCore(readConfig({ ...settings, DEFAULT_POLICY: 'fortnight-shop' }), log);
  return { put, start, startLogging, logged };
}

async function conversation(core: Awaited<ReturnType<typeof createCore>>, id = 'anna') {
  let said = 0;
  if (!(await core.store.conversation(id))) {
    await core.conversations.open({ id, channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_anna' });
  } else said = (await core.store.activities(id, 0, 1_000)).length;
  return {
    async say(text: string): Promise<string> {
      said += 1;
      const key = `k${said}`;
      const activity = { type: 'message', text };
      const turn = await core.conversations.receive({ conversationId: id, key, activity });
      return (turn?.replies ?? []).map((reply) => String(reply.activity.text)).join('\n');
    },
    async decision(): Promise<Decision | undefined> {
      const [last] = (await core.store.decisions({ limit: 99 })).filter(({ state }) => state === 'issued').slice(-1);
      return last?.decision as Decision | undefined;
    },
    async pinned(): Promise<string> {
      const { record } = (await core.store.conversation(id)) as StoredConversation;
      return (record as { policy: { digest: string } }).policy.digest;
    },
  };
}

test('taken anew, a new version is in force for those who come then; with a mistake the old one stays, and the log says so', async () => {
  const { put, startLogging, logged } = shop({ shop: shipped });
  const core = await startLogging();
  const days = () => core.policies.current('fortnight-shop')?.file.derived.returnWindow?.length;

  const silent = version('2026-11-20', 30).replace(
    /( {2}- id: damage-unchecked-too-late(?:.|\n)*?)\n {4}clauses: .*/,
    '$1',
  );
  put({ shop: silent });
  await core.reload();
  expect(days()).toEqual({ days: 14 });
  const [said] = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg.startsWith('policies not taken'));
  expect(said.problem).toMatch(/shop\/policy\.yaml:\d+:\d+: .*unexplained-refusal/);

  put({ shop: version('2026-11-20', 30) });
  await core.reload();
  expect(days()).toEqual({ days: 30 });
  expect(logged.at(-1)).toContain('fortnight-shop 2026-11-20');
  const inForce = core.policies.current('fortnight-shop');
  await core.reload();
  expect(core.policies.current('fortnight-shop')).toBe(inForce);

  put({});
  await core.reload();
  expect(days()).toEqual({ days: 30 });
  expect(logged.at(-1)).toContain('no longer has fortnight-shop');
});

const bothYears = { 'shop-2025': lastYear, shop: shipped };
const termsOfDay = 'so the terms of that day apply';

test('an order of last year is judged by the file of last year, and the customer hears so', async () => {
  const core = await shop(bothYears).start();
  const { say, decision } = await conversation(core);
  await say('it does not work');
  await say('FD-1004');
  const found = await say('rosa@example.com');
  expect(found).toContain(termsOfDay);
  expect(await decision()).toMatchObject({ resolution: 'return', policy: { version: '2025-01-01' } });
  const [stored] = await core.store.decisions({ limit: 99 });
  expect(stored).toMatchObject({ decidedOn: '2026-11-21', policyDigest: (await decision())?.policy.digest });
  await core.store.close();
});

test('an order of today is judged by the file of today, and nothing is said of it', async () => {
  const core = await shop({ 'shop-2025': lastYear, shop: shipped }).start();
  const { say, decision } = await conversation(core);
  await say('I changed my mind');
  await say('FD-1001');
  const found = await say('olga@example.com');
  expect(found).not.toContain(termsOfDay);
  expect(await decision()).toMatchObject({ resolution: 'return', deadline: '2026-11-21' });
  await core.store.close();
});

test('without an order the newest version in force today counts, not one of tomorrow', async () => {
  const tomorrow = version('2026-11-22', 30);
  const core = await shop({ ...bothYears, tomorrow: tomorrow }).start();
  expect(core.policies.current('fortnight-shop')?.file.version).toBe('2026-11-01');
  const { say, decision } = await conversation(core);
  await say('I changed my mind');
  await say("I don't know");
  await say('received');
  await say('2026-10-31');
  expect(await decision()).toMatchObject({ resolution: 'not-eligible', policy: { version: '2026-11-01' } });
  await core.store.close();
});

test('an order older than every version is judged by the first', async () => {
  const core = await shop({
    'shop-2025': version('2026-11-10', 500),
    shop: version('2026-11-20', 14),
  }).start();
  const { say, decision } = await conversation(core);
  await say('it does not work');
  await say('FD-1004');
  expect(await say('rosa@example.com')).toContain(termsOfDay);
  expect(await decision()).toMatchObject({ resolution: 'return', policy: { version: '2026-11-10' } });
  await core.store.close();
});

test('an answer that the version of the order does not know is asked again, the others are kept', async () => {
  const without = withoutReason('changed-mind', lastYear);
  const core = await shop({ 'shop-2025': without, shop: shipped }).start();
  const { say, decision } = await conversation(core);
  await say('I changed my mind');
  await say('FD-1004');
  expect(await say('rosa@example.com')).toContain('What is the matter with your purchase?');
  await say('it does not work');
  expect(await decision()).toMatchObject({ resolution: 'return', policy: { version: '2025-01-01' } });
  await core.store.close();
});

test('when the order is given up the version of the start counts again', async () => {
  const core = await shop(bothYears).start();
  const { say, pinned } = await conversation(core);
  const before = await pinned();
  await say('it does not work');
  await say('FD-1004');
  await say('rosa@example.com');
  expect(await pinned()).not.toBe(before);
  const answer = await say('back');
  expect(await pinned()).toBe(before);
  expect(answer).toContain('e-mail');
  await say('FD-1004');
  await say('rosa@example.com');
  await say('start over');
  expect(await pinned()).toBe(before);
  await core.store.close();
});

test('after a restart with a newer file in place an open conversation keeps its policy', async () => {
  const { put, start } = shop({ shop: shipped });
  const first = await start();
  const before = await conversation(first);
  await before.say('I changed my mind');
  const digest = await before.pinned();
  await first.store.close();

  put({ shop: version('2026-11-15', 30) });
  const core = await start();
  expect(core.policies.current('fortnight-shop')?.digest).not.toBe(digest);
  const { say, pinned, decision } = await conversation(core);
  await say('FD-1002');
  expect(await say('pavel@example.com')).not.toContain(termsOfDay);
  expect(await pinned()).toBe(digest);
  expect(await decision()).toMatchObject({ resolution: 'not-eligible', policy: { digest } });
  const other = await conversation(core, 'boris');
  await other.say('I changed my mind');
  await other.say('FD-1002');
  await other.say('pavel@example.com');
  expect(await other.decision()).toMatchObject({ resolution: 'return', policy: { version: '2026-11-15' } });
  await core.store.close();
});

test('a conversation begun in a policy of an earlier program finds it again, under its digest', async () => {
  const { store } = await shop({ shop: shipped }).start();
  const text = readFileSync(new URL('../../fixtures/old-policies/kettle-shop-of-2026.yaml', import.meta.url), 'utf8');
  const kept = { id: 'kettle-shop', version: '2026-03-01', digest: 'sha256:of-that-day', text };
  await store.keepPolicy(kept);
  const policies = await keepPolicies(new Map(), store, () => '2026-11-21');
  const policy = await policies.pinned(kept.digest);
  expect(policy).toMatchObject({ digest: kept.digest, file: { id: 'kettle-shop' } });
  expect(policy?.file.clauses.warranty?.sampleQuestions).toEqual(['how long is the warranty', 'is it under warranty']);
  await store.close();
});

test('an old version that several turns need at once is read once, and all wait until it is ready', async () => {
  const { store } = await shop({ shop: shipped }).start();
  const kept = { id: 'kept-shop', version: '2026-03-01', digest: 'sha256:of-that-day', text: shipped };
  await store.keepPolicy(kept);
  const steps: string[] = [];
  const policies = await keepPolicies(new Map(), store, () => '2026-11-21', {
    parse: async (one) => {
      steps.push(`read ${one.name}`);
      return parseKeptPolicy(one, one.name);
    },
    onLoad: async () => void steps.push('planned'),
    ready: async () => void steps.push('ready'),
  });
  const [one, other] = await Promise.all([policies.pinned(kept.digest), policies.pinned(kept.digest)]);
  expect(one).toBe(other);
  expect(steps).toEqual(['read kept-shop 2026-03-01', 'planned', 'ready', 'ready']);
  await store.close();
});

test('two files in force from the same day are an error that names both', async () => {
  const { start } = shop({ one: shipped, two: shipped.replace('id:', '# another\nid:') });
  await expect(start()).rejects.toThrow(/two\/policy\.yaml:7:1: version: .*2026-11-01 in .*one/);
});

/** The policy in one file, as if it had never known this reason. */
function withoutReason(reason: string, text: string): string {
  const { decisions, facts, ...rest } = structuredClone(examinePolicy(text, 'shop').values) as {
    decisions: { id: string; when?: { reason?: string | string[] } }[];
    facts: { reason: { values: Record<string, unknown> } };
  };
  delete facts.reason.values[reason];
  const others = decisions.flatMap(({ when, ...row }) => {
    if (!when?.reason) return [{ ...row, ...(when && { when }) }];
    const reasons = [when.reason].flat().filter((one) => one !== reason);
    return reasons.length > 0 ? [{ ...row, when: { ...when, reason: reasons } }] : [];
  });
  return stringify({ ...rest, facts, decisions: others });
}
