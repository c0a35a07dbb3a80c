import { setTimeout as wait } from 'node:timers/promises';
import { type FiledCase, filedCaseSchema } from '../../machines/case.ts';
import { newConversation, readRecord } from '../../machines/record/record.ts';
import type { Store, StoredCase } from '../../store/store.ts';
import type { Policies } from './policies.ts';
import { type DueAt, entryOf, textsOfTalk } from './writes/case-entries.ts';
import { textsOfCase } from './writes/case-texts.ts';

type Stored = StoredCase & { changedAt: string };

/** Options of making entries anew. */
export interface IndexingDeps {
  store: Store;
  policies: Pick<Policies, 'current'>;
  dueAt?: DueAt | undefined;
}

/** A talk in which somebody writes all the time gets its entry at the next look. */
const attempts = 3;
/** Others have their turn between two cases. */
const PAUSE_MS = 2;

/** Makes anew what a case is found by; see `CaseEntry`. */
export async function indexCase(deps: IndexingDeps, stored: Stored): Promise<void> {
  const { store, policies } = deps;
  const { reference, conversationId, changedAt: at } = stored;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const conversation = await store.conversation(conversationId);
    if (!conversation) return;
    const record = readRecord(conversation.record);
    const isCurrent = record.conversation.case?.reference === reference;
    const shop = record.policy.id;
    const timeZone = policies.current(shop)?.file.timeZone ?? 'UTC';
    const filed = filedOf(stored);
    const known = isCurrent ? record.conversation : { ...newConversation(), case: filed };
    const form = (await store.return(reference))?.form;
    const texts = [
      ...textsOfCase(reference, known, stored.caseFile, form),
      ...(await textsOfTalk(store, conversationId)),
    ];
    const entry = { ...entryOf(deps, filed, { conversationId, shop, timeZone, at }), texts, isWhole: true };
    if (await store.keepCaseEntry(entry, conversation.revision)) return;
  }
}

/** The case as it was kept; of before cases had more, what stands beside it. */
function filedOf({ reference, state, urgent, file }: Stored): FiledCase {
  const { data } = filedCaseSchema.safeParse(file);
  return data ?? filedCaseSchema.parse({ reference, state, isUrgent: urgent });
}

/**
 * Makes anew what is missing of what cases are found by, now and again, newest first and one after the other; returns
 * the function that stops it and waits until it has.
 */
export function startCaseIndexing(
  deps: IndexingDeps & { everyMs: number; onFailure(error: unknown, reference?: string): void },
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function indexAll(): Promise<void> {
    let after: string | undefined;
    do {
      const { cases, next } = await deps.store.casesWithoutEntry(after);
      for (const one of cases) {
        if (signal.aborted) return;
        await indexCase(deps, one).catch((error: unknown) => deps.onFailure(error, one.reference));
        await wait(PAUSE_MS);
      }
      after = next;
    } while (after !== undefined && !signal.aborted);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await indexAll().catch((error: unknown) => deps.onFailure(error));
      await wait(deps.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
