import type { ListedCase, ListedDecision, Store } from './store.ts';

/** How many rows are read at once where all are wanted. */
const PAGE = 200;

/** All cases in these states, newest first, read page by page. */
export async function* eachCase(
  store: Pick<Store, 'cases'>,
  options: { states?: readonly string[] } = {},
): AsyncGenerator<ListedCase> {
  let before: string | undefined;
  do {
    const page = await store.cases({ ...options, before, limit: PAGE });
    yield* page;
    before = page.length < PAGE ? undefined : page.at(-1)?.cursor;
  } while (before !== undefined);
}

/** All decisions, oldest first, read page by page. */
export async function* eachDecision(store: Pick<Store, 'decisions'>): AsyncGenerator<ListedDecision> {
  let after: string | undefined;
  do {
    const page = await store.decisions({ after, limit: PAGE });
    yield* page;
    after = page.length < PAGE ? undefined : page.at(-1)?.cursor;
  } while (after !== undefined);
}
