import type { CaseView } from './case-view.ts';

const reasons: Record<string, string> = {
  'asked-for-human': 'the customer asks for a person',
  'human-review': 'the policy leaves this to people',
  'refuse-delivery': 'a damaged parcel is being handed over right now',
  contradiction: 'what the customer says and what the order says differ',
};

const resolutions: Record<string, string> = {
  return: 'return',
  cancellation: 'cancellation',
  'warranty-repair': 'repair under warranty',
  'refuse-delivery': 'do not accept the parcel',
  'accept-delivery': 'accept the parcel',
  'inspect-on-delivery': 'check the parcel at hand-over',
  'not-eligible': 'excluded by the policy',
  'human-review': 'left to people',
  exception: 'something else, as an exception',
};

const sources: Record<CaseView['facts'][number]['source'], string> = {
  said: 'the customer answered',
  heard: 'the customer wrote, not confirmed yet',
  order: 'the order says',
  warranty: 'the warranty register says',
};

/** Why a case was filed. */
export function reasonInWords(because: string): string {
  return reasons[because] ?? because;
}

/** A resolution for people at the shop; several may stand with " or " between them. */
export function resolutionInWords(resolution: string): string {
  const one = (id: string): string => resolutions[id] ?? id;
  return resolution.split(' or ').map(one).join(' or ');
}

/** Who told a fact. */
export function sourceInWords(source: CaseView['facts'][number]['source']): string {
  return sources[source];
}

/** Where a case stands, and who has it. */
export function standingOf({ state, agent, ruling }: Pick<CaseView, 'state' | 'agent' | 'ruling'>): string {
  const who = agent?.name ?? 'somebody';
  switch (state) {
    case 'waiting':
      return 'Waiting: nobody has claimed it.';
    case 'claimed':
      return `${who} has it.`;
    case 'handed-back':
      return `${who} has handed it back to the assistant.`;
    case 'ruled':
      return ruling ? rulingInWords(ruling) : 'It was ruled on.';
    case 'closed':
      return ruling ? `Closed. ${rulingInWords(ruling)}` : 'Closed.';
  }
}

/** What was ruled and why, in a line or two. */
export function rulingInWords({
  ruling,
  resolution,
  isException,
  reason,
  by,
}: NonNullable<CaseView['ruling']>): string {
  const what = resolutionInWords(resolution);
  const ruled = ruling === 'approve' ? `approved: ${what}` : `upheld: ${what}`;
  return `${by.name} ${ruled}${isException ? ' (an exception to the policy)' : ''}. Reason: ${reason}`;
}
