import type { Store, StoredActivity } from './store.ts';

/** How many activities are read from the store at a time: so many of the largest stay a small part of the memory. */
const step = 16;

/** Activities after `after`, oldest first, at most so many and of so many bytes; at least one where there is one. */
export async function activityPage(
  store: Pick<Store, 'activities'>,
  conversationId: string,
  after: number,
  most: { activities: number; bytes: number },
): Promise<StoredActivity[]> {
  const page: StoredActivity[] = [];
  let bytes = 0;
  while (page.length < most.activities) {
    const limit = Math.min(step, most.activities - page.length);
    const next = await store.activities(conversationId, page.at(-1)?.seq ?? after, limit);
    for (const one of next) {
      bytes += Buffer.byteLength(JSON.stringify(one.activity));
      if (bytes > most.bytes && page.length > 0) return page;
      page.push(one);
    }
    if (next.length < limit) return page;
  }
  return page;
}
