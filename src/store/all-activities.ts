import type { Store, StoredActivity } from './store.ts';

/** How many activities are read from the store at a time. */
const pageSize = 1_000;

/** All activities of a conversation, in their order. */
export async function allActivities(
  store: Pick<Store, 'activities'>,
  conversationId: string,
): Promise<StoredActivity[]> {
  const all: StoredActivity[] = [];
  for (let isMore = true; isMore; ) {
    const page = await store.activities(conversationId, all.at(-1)?.seq ?? 0, pageSize);
    all.push(...page);
    isMore = page.length === pageSize;
  }
  return all;
}
