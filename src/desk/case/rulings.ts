import type { Ruling } from '../../machines/case.ts';
import type { CaseView } from './case-view.ts';

/** The ruling that a person wants; `resolution` is needed to approve. */
export interface WantedRuling {
  ruling: 'approve' | 'uphold';
  resolution?: string | undefined;
  reason: string;
}

/** Something is granted that is no outcome of the shop; the reason tells what. */
export const otherGrant = 'exception';

/** The outcomes that can be approved: those that give something at this shop, or something else that the reason names. */
export function grantsOf({ grants }: Pick<CaseView, 'grants'>): string[] {
  return [...grants, otherGrant];
}

/**
 * A ruling as it is kept with the case; `undefined`: this cannot be granted. It is an exception where the policy
 * itself decided otherwise; a policy that left the case to people did not.
 */
export function rulingOn(
  view: Pick<CaseView, 'grants' | 'decision' | 'outcomes'>,
  { ruling, resolution, reason }: WantedRuling,
): Omit<Ruling, 'by'> | undefined {
  const own = decidedIn(view);
  if (ruling === 'uphold') {
    return { ruling, resolution: own ?? 'not-eligible', isException: false, reason };
  }
  if (resolution === undefined || !grantsOf(view).includes(resolution)) return undefined;
  const isDecidedOtherwise = own !== undefined && own !== resolution;
  return { ruling, resolution, isException: isDecidedOtherwise || resolution === otherGrant, reason };
}

/** The policy's own decision; `undefined` where there is none, or it leaves the case to people. */
function decidedIn({ decision, outcomes = {} }: Pick<CaseView, 'decision' | 'outcomes'>): string | undefined {
  const own = decision?.resolution;
  return own === undefined || own === 'human-review' || outcomes[own]?.kind === 'person' ? undefined : own;
}
