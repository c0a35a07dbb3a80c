import { caseStateSchema } from '../../machines/case.ts';
import type { CaseQuery } from '../../store/case-index.ts';
import { openStates, settledStates } from '../case/states.ts';
import type { CaseFilters } from './case-page.ts';

/**
 * The query of filters, as of an instant (ISO), for this agent. What is put aside is left out of the open cases unless
 * it is asked for, or searched.
 */
export function queryOf(filters: CaseFilters, at: string, me: string | undefined): CaseQuery {
  const { q = '', state = 'all', agent, shop, reason, tag, urgent, overdue, snoozed, after, limit } = filters;
  const states = statesOf(overdue || snoozed ? 'open' : state);
  const isAside = snoozed ?? (q === '' && states !== undefined && state === 'open' ? false : undefined);
  return {
    ...(q !== '' && { text: q }),
    ...(states && { states }),
    ...(agent !== undefined && { agentId: agentIdOf(agent, me) }),
    ...(shop !== undefined && { shop }),
    ...(reason !== undefined && { reason }),
    ...(tag !== undefined && { tag }),
    ...(urgent && { isUrgent: true }),
    ...(overdue && { isOverdue: true }),
    ...(isAside !== undefined && { isSnoozed: isAside }),
    ...(after !== undefined && { after }),
    at,
    limit,
  };
}

function statesOf(state: NonNullable<CaseFilters['state']>): readonly string[] | undefined {
  if (state === 'all') return undefined;
  if (state === 'open') return openStates;
  return state === 'settled' ? settledStates : [caseStateSchema.parse(state)];
}

function agentIdOf(agent: string, me: string | undefined): string | null {
  if (agent === 'nobody') return null;
  return agent === 'me' ? (me ?? '') : agent;
}
