import { createQueue } from '../../dialogs/turns/queue.ts';
import type { CaseChangeKind } from '../../dialogs/turns/writes/case-changes.ts';
import { type Agent, type FiledCase, filedCaseSchema } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { words } from '../words/words.ts';
import type { Standings } from './standings.ts';

const kind = 'assign';
/** Among so many of the most pressing cases those are found that wait. */
const mostCases = 2_000;

/** In whose name cases are given in turn. */
const inTurn: Agent = { id: 'round-robin', name: words.case.theShop };

/** After these a case waits, or somebody has room for one. */
const givesOccasion: ReadonlySet<CaseChangeKind> = new Set([
  'filed',
  'reopened',
  'released',
  'left-waiting',
  'ruled',
  'closed',
  'handed-back',
  'cancelled',
  'assigned',
  'taken-over',
]);

/**
 * Gives each case that waits to the person who is there, has room, and was given one longest ago. Where nobody is, it
 * waits, and whoever has waited longest is given first once somebody has room or is back.
 */
export function createRoundRobin(deps: {
  store: Pick<Store, 'openCases'>;
  desk: Pick<Desk, 'act'>;
  standings: Pick<Standings, 'next'>;
  now(): Date;
}): DeskNotifier & { giveWaiting(): Promise<void> } {
  const { store, desk, standings, now } = deps;
  const oneByOne = createQueue();

  async function giveAll(): Promise<void> {
    for (const filed of waitingIn(await store.openCases(mostCases), now().toISOString())) {
      const { reference } = filed;
      const left = lastHolderOf(filed);
      const to = await standings.next(left);
      if (!to && left === undefined) return;
      // Whoever has taken it meanwhile keeps it.
      const key = `${kind} ${reference} ${filed.history.length}`;
      if (to) await desk.act({ reference, event: { type: 'assign', by: inTurn, to }, key });
    }
  }

  // One after the other, because what one is given counts for the next.
  const giveWaiting = (): Promise<void> => oneByOne(kind, giveAll);
  return {
    kind,
    giveWaiting,
    effects: ({ what, reference }) =>
      givesOccasion.has(what) ? [{ kind, key: `${kind} ${reference}`, payload: { reference } }] : [],
    handler: async () => {
      await giveWaiting();
      return { kind: 'delivered' };
    },
  };
}

/** The cases that wait and are not put aside: urgent ones, then those whose customers have waited longest. */
function waitingIn(rows: Awaited<ReturnType<Store['openCases']>>, at: string): FiledCase[] {
  const waiting = rows.flatMap(({ file, at: filedAt }) => {
    const { data: filed } = filedCaseSchema.safeParse(file);
    const isAside = filed?.snoozedUntil !== undefined && filed.snoozedUntil > at;
    return filed?.state === 'waiting' && !isAside ? [{ filed, since: filed.waitingSince ?? filedAt }] : [];
  });
  const rank = ({ filed }: (typeof waiting)[number]): number => (filed.isUrgent ? 0 : 1);
  return waiting
    .toSorted((one, other) => rank(one) - rank(other) || one.since.localeCompare(other.since))
    .map(({ filed }) => filed);
}

/** The id of whoever has just given it back, or left its customer waiting: it is for somebody else. */
function lastHolderOf({ history }: FiledCase): string | undefined {
  const last = history.findLast(({ what }) => what === 'released' || what === 'left-waiting' || what === 'reopened');
  return last && last.what !== 'reopened' ? (last.who ?? last.by)?.id : undefined;
}
