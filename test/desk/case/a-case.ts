import type { CaseView } from '../../../src/desk/case/case-view.ts';

const at = '2026-11-21T10:00:00.000Z';

/** A case that waits, of a customer who has said little; what a test is about is given. */
export function aCase(own: Partial<CaseView> = {}): CaseView {
  return {
    reference: 'K7M2-9QXD',
    revision: 1,
    state: 'waiting',
    urgent: false,
    because: 'human-review',
    shop: { id: 'shop', name: 'Shop' },
    at,
    changedAt: at,
    opening: '',
    tags: [],
    language: 'en',
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
    ...own,
  };
}
