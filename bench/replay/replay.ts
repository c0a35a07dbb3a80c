import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipped, replayDecisions } from '../../src/commands/diff/stored-decisions.ts';
import { keepPolicies } from '../../src/dialogs/turns/policies.ts';
import { addDays } from '../../src/policy/calendar.ts';
import { decide } from '../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import { readPolicyText } from '../../src/policy/format/parts/policy-text.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Json, StoredDecision } from '../../src/store/store.ts';
import { rngOf } from '../../test/random.ts';
import { randomFacts } from '../../test/shops/random-customers.ts';
import type { ShopId } from '../../test/shops/tables.ts';

/** Stored decisions of both shops over a year, replayed by their own policies and compared by a changed one. */
const wanted = 100_000;
const perConversation = 1_000;
const limitSeconds = 30;
const lastDay = '2026-11-21';

const texts = {
  'equipment-shop': readPolicyText('policies/equipment-shop'),
  'fourteen-day-shop': readPolicyText('policies/fourteen-day-shop'),
} satisfies Record<ShopId, string>;
const shopIds = Object.keys(texts) as ShopId[];
const catalog = new Map(shopIds.map((id) => [id, [parsePolicy(texts[id], id)]] as const));

const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const store = openSqliteStore(dataDir);
try {
  const policies = await keepPolicies(catalog, store, () => lastDay);
  await seconds(`${wanted} decisions generated and stored`, fill);

  const replaySeconds = await seconds('replayed by their own policies', async () => {
    const { replayed: count, differences } = await replayDecisions({ store, policies });
    return `${count} replayed, ${differences.length} differences`;
  });
  const flipSeconds = await seconds('compared by a changed window and by a changed fee', async () => {
    const window = await flippedBy('fourteen-day-shop', 'days: 14', 'days: 15');
    const fee = await flippedBy('equipment-shop', 'percent: 6', 'percent: 7');
    return `${window.replayed + fee.replayed} compared, ${window.flips.length + fee.flips.length} would come out otherwise`;
  });
  if (Math.max(replaySeconds, flipSeconds) > limitSeconds) process.exitCode = 1;
} finally {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function flippedBy(shop: ShopId, from: string, to: string) {
  return flipped(
    { store },
    { old: parsePolicy(texts[shop], 'old'), new: parsePolicy(texts[shop].replace(from, to), 'new') },
  );
}

async function fill(): Promise<string> {
  const rng = rngOf(100_000);
  for (let at = 0; at < wanted / perConversation; at += 1) {
    const policyId = shopIds[at % shopIds.length] as ShopId;
    const conversationId = `bench-${at}`;
    const decisions = Array.from({ length: perConversation }, (_, i): StoredDecision => {
      const decidedOn = addDays(lastDay, -Math.floor(rng() * 365));
      const facts = randomFacts(policyId, rng, decidedOn);
      const policy = catalog.get(policyId)?.[0];
      const verdict = policy && decide(policy, facts, { today: decidedOn });
      if (!policy || verdict?.kind !== 'decision') throw new Error('a whole customer is not decided');
      const decision = asJson(verdict.decision);
      const by = { policyId, policyDigest: policy.digest, decidedOn, conversationId };
      return { ...by, reference: `B-${at}-${i}`, state: 'issued', facts: asJson(facts), decision };
    });
    await store.commit({
      conversationId,
      expectedRevision: 0,
      create: { channel: 'bench', policyId, userId: 'dl_bench' },
      record: null,
      events: [],
      replies: [],
      effects: [],
      cases: [],
      decisions,
      at: `${lastDay}T12:00:00Z`,
    });
  }
  return `${wanted} stored`;
}

async function seconds(what: string, run: () => Promise<string>): Promise<number> {
  const start = performance.now();
  const outcome = await run();
  const taken = (performance.now() - start) / 1_000;
  console.log(`${what}: ${outcome}, ${taken.toFixed(1)} s (limit ${limitSeconds} s)`);
  return taken;
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
