import type { Store, TurnCommit } from '../../src/store/store.ts';
import { median } from '../statistics.ts';
import { at, searches } from './shop.ts';

const times = 7;
const turnsEach = 200;

/** The milliseconds of each look, and how many cases its first page has. */
export async function measureSearches(store: Store): Promise<{ name: string; ms: number; count: number }[]> {
  const results = [];
  for (const { name, query } of searches) {
    const ms = [];
    let count = 0;
    for (let n = 0; n < times; n += 1) {
      const start = performance.now();
      count = (await store.findCases(query)).cases.length;
      ms.push(performance.now() - start);
    }
    results.push({ name, ms: median(ms), count });
  }
  const counting = [];
  for (let n = 0; n < times; n += 1) {
    const start = performance.now();
    await store.countCases(at);
    counting.push(performance.now() - start);
  }
  console.log(`counts ${median(counting).toFixed(1)} ms`);
  return results;
}

/** The milliseconds of a turn that writes no entry, one that adds a message to one, and one that makes the first. */
export async function measureTurns(store: Store): Promise<number[]> {
  return [
    await turnsOf(store, 'bare', () => ({})),
    await turnsOf(store, 'more', (n) => entriesOf('more', n, n === 0)),
    await turnsOf(store, 'whole', (n) => entriesOf(`whole-${n}`, n, true)),
  ];
}

function entriesOf(name: string, n: number, isWhole: boolean): Pick<TurnCommit, 'caseEntries'> {
  const texts = [Array.from({ length: isWhole ? 120 : 15 }, (_, k) => `new${n * 120 + k}`).join(' ')];
  const rest = { state: 'waiting', urgent: false, shop: 'shop-1', reason: 'asked-for-human', tags: [] };
  const reference = `T-${name}`;
  return {
    caseEntries: [{ reference, conversationId: `turns-${name}`, place: `1 ${reference}`, ...rest, texts, isWhole }],
  };
}

async function turnsOf(
  store: Store,
  name: string,
  extra: (n: number) => Pick<TurnCommit, 'caseEntries'>,
): Promise<number> {
  const conversationId = `turns-${name}`;
  const turn = { conversationId, record: null, events: [], effects: [], cases: [], decisions: [], at };
  const create = { channel: 'directline', policyId: 'shop-1', userId: 'dl_1' };
  await store.commit({ ...turn, expectedRevision: 0, create, replies: [] });
  const ms = [];
  for (let n = 0; n < turnsEach; n += 1) {
    const inbound = { key: `k${n}`, activity: { type: 'message', text: 'It is broken and I want my money back' } };
    const replies = [{ type: 'message', text: 'That is noted, and a person reads it' }];
    const start = performance.now();
    await store.commit({ ...turn, expectedRevision: n + 1, inbound, replies, ...extra(n) });
    ms.push(performance.now() - start);
  }
  return median(ms);
}
