import type { Store, StoredActivity } from './store.ts';

/** A conversation without its middle, where that is too large. */
interface Ends {
  beginning: StoredActivity[];
  /** How many activities were left out. */
  left: number;
  end: StoredActivity[];
}

/** How many activities are read from the store at a time. */
const step = 200;

/** All activities of a conversation where they have room in `bytes`, else the first and the last of them. */
export async function endsOf(store: Pick<Store, 'activities'>, conversationId: string, bytes: number): Promise<Ends> {
  const half = bytes / 2;
  const next = (after: number): Promise<StoredActivity[]> => store.activities(conversationId, after, step, half);
  const beginning = await next(0);
  let left = 0;
  let end: StoredActivity[] = [];
  for (let after = beginning.at(-1); after; ) {
    const page = await next(after.seq);
    after = page.at(-1);
    const all = [...end, ...page];
    end = all.slice(firstKept(all, half));
    left += all.length - end.length;
  }
  return { beginning, left, end };
}

/** The position from which on activities have room in `bytes`; the last always has. */
function firstKept(activities: StoredActivity[], bytes: number): number {
  let room = bytes;
  const last = activities.findLastIndex(({ activity }) => {
    room -= Buffer.byteLength(JSON.stringify(activity));
    return room < 0;
  });
  return Math.min(last + 1, Math.max(0, activities.length - 1));
}
