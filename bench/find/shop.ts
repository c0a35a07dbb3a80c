import type { CaseEntry, CaseQuery } from '../../src/store/case-index.ts';
import type { Store } from '../../src/store/store.ts';

export const kinds = ['SQLite', 'PostgreSQL'] as const;
export type Kind = (typeof kinds)[number];

/** An instant within the bench. */
export const at = '2026-11-21T10:00:00.000Z';

const page = { at, limit: 50 };
const open = { states: ['waiting', 'claimed'], isSnoozed: false };

/** The looks that people take. */
export const searches: { name: string; query: CaseQuery }[] = [
  { name: 'open cases', query: { ...page, ...open } },
  { name: 'mine', query: { ...page, ...open, agentId: 'agent-3' } },
  { name: 'overdue', query: { ...page, ...open, isOverdue: true } },
  { name: 'a tag, closed ones too', query: { ...page, tag: 'tag-17' } },
  { name: 'a word of every case', query: { ...page, text: 'broken' } },
  { name: 'a word of one case in a hundred', query: { ...page, text: 'hinge' } },
  { name: 'a word of one case', query: { ...page, text: 'order-50123' } },
  { name: 'an order number in groups', query: { ...page, text: 'order 50123' } },
  { name: 'a word of no case', query: { ...page, text: 'zeppelin' } },
  { name: 'beginnings of two words', query: { ...page, text: 'bro hin' } },
  { name: 'a beginning and all filters', query: { ...page, ...open, text: 'hin', agentId: 'agent-3', shop: 'shop-1' } },
  {
    name: 'a frequent word of closed cases by tag',
    query: { ...page, states: ['closed'], text: 'broken', tag: 'tag-5' },
  },
];

const frequent = 'the drill I bought is broken it does not turn any more and smells of something when I press'.split(
  ' ',
);
const batch = 100;

/** A shop with so many cases, one in twenty of them open; each with about 120 words of its customer and agent. */
export async function fillShop(store: Store, cases: number): Promise<void> {
  const base = { record: null, events: [], replies: [], effects: [], decisions: [], at };
  const create = { channel: 'directline', policyId: 'shop-1', userId: 'dl_1' };
  await store.commit({ ...base, conversationId: 'shop', expectedRevision: 0, create, cases: [] });
  for (let from = 0; from < cases; from += batch) {
    const entries = Array.from({ length: Math.min(batch, cases - from) }, (_, n) => entryOf(from + n));
    await store.commit({
      ...base,
      conversationId: 'shop',
      expectedRevision: from / batch + 1,
      cases: entries.map(({ reference, conversationId, state, urgent }) => ({
        ...{ reference, conversationId, state, urgent },
        caseFile: { because: 'asked-for-human', policy: { id: 'shop-1' }, filler: 'x'.repeat(3_000) },
      })),
      caseEntries: entries,
    });
  }
}

function entryOf(n: number): CaseEntry {
  const isOpen = n % 20 === 0;
  const time = String(n).padStart(9, '0');
  const rare = Array.from({ length: 100 }, (_, k) => `w${(n * 7_919 + k * 104_729) % 60_000}`);
  return {
    reference: `R-${time}`,
    conversationId: 'shop',
    place: `${isOpen ? 1 : 5}${isOpen ? time : 999_999_999 - n} R-${time}`,
    state: isOpen ? (n % 40 === 0 ? 'waiting' : 'claimed') : 'closed',
    urgent: false,
    shop: `shop-${n % 3}`,
    reason: 'asked-for-human',
    ...(n % 40 === 20 && { agent: { id: `agent-${n % 7}`, name: 'Ann' } }),
    ...(isOpen && { waitingSince: at, dueAt: n % 60 === 0 ? '2026-11-21T09:00:00.000Z' : '2026-11-21T11:00:00.000Z' }),
    tags: n % 10 === 0 ? [`tag-${n % 50}`] : [],
    texts: [[...frequent, ...rare].join(' '), `order-${n}`, ...(n % 100 === 0 ? ['the hinge'] : [])],
    isWhole: true,
  };
}
