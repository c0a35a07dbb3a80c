import type { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts';
import type { CaseCounts } from '../../../src/desk/finding/case-page.ts';

/** A case in the queue; what a test is about it gives itself. */
export function summary(given: Partial<CaseSummary> & { reference: string }): CaseSummary {
  return {
    state: 'waiting',
    urgent: false,
    because: 'asked-for-human',
    shop: { id: 'shop', name: 'The Shop' },
    at: '2026-11-21T10:00:00Z',
    changedAt: '2026-11-21T10:00:00Z',
    opening: 'Hello',
    tags: [],
    ...given,
  };
}

/** An open case of which nothing is known yet. */
export function view(given: Partial<CaseView> & { reference: string }): CaseView {
  return {
    ...summary({ reference: given.reference }),
    revision: 1,
    isCaller: false,
    steps: ['claim', 'approve', 'uphold', 'close'],
    policy: { id: 'shop', version: '1', digest: 'sha256:0' },
    history: [],
    facts: [],
    unknown: [],
    details: {},
    transcript: [],
    questions: [],
    clauses: [],
    grants: ['return'],
    ...given,
  };
}

export const ann = { id: 'ann', name: 'Ann' };
export const bob = { id: 'bob', name: 'Bob' };

/** An open case, counted. */
export const counts: CaseCounts = {
  ...{ open: 2, waiting: 2, claimed: 0, nobody: 2, mine: 0, urgent: 0, waitingUrgent: 0, overdue: 0, snoozed: 0 },
  ...{ agents: [], shops: [], reasons: [], tags: [] },
};
