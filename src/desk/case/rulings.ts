import type { Ruling } from '../../machines/case.ts';
import type { CaseView } from './case-view.ts';

/** The ruling that a person wants; `resolution` is needed to approve. */
export interface WantedRuling {
  ruling: 'approve' | 'uphold';
  resolution?: string | undefined;
  reason: string;
}

/** Something is granted that no form exists for; the reason tells what. */
export const otherGrant = 'exception';

/** The resolutions that can be approved: those with a form at this shop, or something else that the reason names. */
export function grantsOf({ grants }: Pick<CaseView, 'grants'>): string[] {
  return [...grants, otherGrant];
}

/**
 * A ruling as it is kept with the case; `undefined`: this cannot be granted. It is an exception where the policy
 * itself decided otherwise; a policy that left the case to people did not.
 */
export function rulingOn(
  view: Pick<CaseView, 'grants' | 'decision'>,
  { ruling, resolution, reason }: WantedRuling,
): Omit<Ruling, 'by'> | undefined {
  const own = view.decision?.resolution;
  if (ruling === 'uphold') {
    const isUndecided = own === undefined || own === 'human-review';
    return { ruling, resolution: isUndecided ? 'not-eligible' : own, isException: false, reason };
  }
  if (resolution === undefined || !grantsOf(view).includes(resolution)) return undefined;
  const isDecidedOtherwise = own !== undefined && own !== 'human-review' && own !== resolution;
  return { ruling, resolution, isException: isDecidedOtherwise || resolution === otherGrant, reason };
}
