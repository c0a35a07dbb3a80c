import { caseReasonSchema } from '../../machines/case.ts';
import type { CaseCount } from '../../store/case-index.ts';
import type { CaseCounts } from './case-page.ts';

/** What a desk shows beside its filters, for this agent. */
export function countsOf(rows: CaseCount[], shopName: (id: string) => string, me: string | undefined): CaseCounts {
  const here = rows.filter(({ isSnoozed }) => !isSnoozed);
  const sum = (of: (row: CaseCount) => boolean, among = here): number =>
    among.reduce((total, row) => total + (of(row) ? row.count : 0), 0);
  const each = <T>(keysOf: (row: CaseCount) => T[]): [T, number][] => [...tally(here, keysOf)];
  const names = new Map(here.flatMap(({ agent }) => (agent ? [[agent.id, agent] as const] : [])));
  return {
    open: sum(() => true),
    waiting: sum(({ state }) => state === 'waiting'),
    claimed: sum(({ state }) => state === 'claimed'),
    nobody: sum(({ agent }) => !agent),
    mine: sum(({ agent }) => me !== undefined && agent?.id === me),
    urgent: sum(({ urgent }) => urgent),
    waitingUrgent: sum(({ urgent, state }) => urgent && state === 'waiting'),
    overdue: sum(({ isOverdue }) => isOverdue),
    snoozed: sum(({ isSnoozed }) => isSnoozed, rows),
    agents: each(({ agent }) => [names.get(agent?.id ?? '')].filter((one) => one !== undefined)).map(
      ([agent, count]) => ({
        agent,
        count,
      }),
    ),
    shops: each(({ shop }) => [shop]).map(([id, count]) => ({ shop: { id, name: shopName(id) }, count })),
    reasons: each(({ reason }) => [caseReasonSchema.parse(reason)]).map(([reason, count]) => ({ reason, count })),
    tags: each(({ tags }) => tags).map(([tag, count]) => ({ tag, count })),
  };
}

/** How many cases there are under each key, most first. */
function tally<T>(rows: CaseCount[], keysOf: (row: CaseCount) => T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const row of rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + row.count);
  return new Map([...counts].toSorted(([, one], [, other]) => other - one));
}
