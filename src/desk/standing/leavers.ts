import { setTimeout as wait } from 'node:timers/promises';
import type { Agent } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { Accounts } from '../people/accounts.ts';
import { words } from '../words/words.ts';

/** So many cases are looked up at a time. */
const limit = 100;
const theShop: Agent = { id: 'desk', name: words.case.theShop };

/** Options of giving cases back. */
export interface LeaversDeps {
  store: Pick<Store, 'findCases'>;
  desk: Pick<Desk, 'act'>;
  now(): Date;
}

/** Gives back all cases of somebody who may not log in any more; their customers hear that a colleague comes. */
export async function giveBackCases({ store, desk, now }: LeaversDeps, agentId: string, by = theShop): Promise<void> {
  const query = { states: ['claimed'], agentId, limit };
  let after: string | undefined;
  do {
    const at = now().toISOString();
    const { cases, next } = await store.findCases({ ...query, at, ...(after !== undefined && { after }) });
    for (const { reference, changedAt } of cases) {
      const key = `give back ${agentId} ${reference} ${changedAt}`;
      await desk.act({ reference, event: { type: 'release', by, isLead: true }, key });
    }
    after = next;
  } while (after !== undefined);
}

/**
 * Gives back, now and again, the cases of people who were disabled, on the command line for one; returns the function
 * that stops it and waits until it has.
 */
export function startGivingBack(
  deps: LeaversDeps & { accounts: Pick<Accounts, 'all'>; everyMs: number; onFailure(error: unknown): void },
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function giveBackAll(): Promise<void> {
    for (const { id, isDisabled } of await deps.accounts.all()) {
      if (isDisabled && !signal.aborted) await giveBackCases(deps, id);
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await giveBackAll().catch(deps.onFailure);
      await wait(deps.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
