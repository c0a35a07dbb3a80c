import type { Act, PassedAlarm } from './acts.ts';
import { type Agent, caseStep, type FiledCase, isOpenCase, withCustomerWaiting } from './case.ts';
import type { Conversation } from './record/record.ts';

/** A step between two cases of which one is merged into the other. */
export type Merging =
  /** This case takes the other in, with what it has that is pressing. */
  | ({ type: 'absorb'; by: Agent; from: string } & Pressing)
  /** The other is by itself again. */
  | { type: 'letGo'; from: string }
  /** What the customer has written in the chat of the other. */
  | { type: 'takeIn'; from: string; alarm?: PassedAlarm | undefined; isCourtesy: boolean }
  /** The case that this one was merged into is gone, so it waits for people by itself. */
  | { type: 'partWays'; into: string };

/** What is pressing in a case that people have still to see to. */
interface Pressing {
  alarm?: PassedAlarm | undefined;
  isUrgent?: boolean | undefined;
  /** ISO instant. */
  waitingSince?: string | undefined;
}

/** What is pressing in this case. */
export function pressingIn(filed: FiledCase): Pressing {
  if (!isOpenCase(filed)) return {};
  const { because, isUrgent, waitingSince } = filed;
  const isAlarm = because === 'danger' || because === 'declaration';
  return { ...(isAlarm && { alarm: because }), isUrgent, ...(waitingSince !== undefined && { waitingSince }) };
}

type Stepped = { conversation: Conversation; acts: Act[] };
type Refused = { kind: 'done' } | { kind: 'no-case' } | { kind: 'cannot-merge'; because: 'not-open' };

const kinds: ReadonlySet<string> = new Set<Merging['type']>(['absorb', 'letGo', 'takeIn', 'partWays']);

/** True of a step between two cases. */
export function isMerging(event: { type: string }): event is Merging {
  return kinds.has(event.type);
}

/** One pure step; `done` where there is nothing to do, and `no-case` where the case cannot take in what it is given. */
export function mergingStep(
  conversation: Conversation,
  filed: FiledCase,
  event: Merging,
  at: string,
): Stepped | Refused {
  switch (event.type) {
    case 'absorb':
      return absorb(conversation, filed, event, at);
    case 'letGo':
      return letGo(conversation, filed, event, at);
    case 'takeIn':
      return filed.mergedInto === undefined ? takeIn(conversation, filed, event, at) : { kind: 'no-case' };
    case 'partWays':
      return partWays(conversation, filed, event, at);
  }
}

function absorb(
  conversation: Conversation,
  filed: FiledCase,
  { by, from, alarm, isUrgent = false, waitingSince: since }: Extract<Merging, { type: 'absorb' }>,
  at: string,
): Stepped | Refused {
  const { merged = [], history, reference } = filed;
  if (merged.includes(from)) return { kind: 'done' };
  if (!isOpenCase(filed)) return { kind: 'cannot-merge', because: 'not-open' };
  const waitingSince = [filed.waitingSince, since].filter((one) => one !== undefined).toSorted()[0];
  const next: FiledCase = {
    ...filed,
    isUrgent: filed.isUrgent || isUrgent,
    ...(waitingSince !== undefined && { waitingSince }),
    merged: [...merged, from],
    history: [...history, { at, what: 'merged', by, note: from }],
  };
  const alarmed = alarm ? withAlarm(next, alarm, { from, at }) : { filed: next, acts: [] };
  return {
    conversation: { ...conversation, case: alarmed.filed },
    acts: [{ type: 'absorbed', reference, from }, ...alarmed.acts],
  };
}

function letGo(
  conversation: Conversation,
  filed: FiledCase,
  { from }: Extract<Merging, { type: 'letGo' }>,
  at: string,
): Stepped | Refused {
  const { merged = [], ...rest } = filed;
  if (!merged.includes(from)) return { kind: 'done' };
  const others = merged.filter((one) => one !== from);
  const next: FiledCase = {
    ...rest,
    ...(others.length > 0 && { merged: others }),
    history: [...filed.history, { at, what: 'unmerged', note: from }],
  };
  return {
    conversation: { ...conversation, case: next },
    acts: [{ type: 'letGo', reference: filed.reference, from }],
  };
}

/** A settled case is opened again, as by what its own customer writes. */
function takeIn(
  conversation: Conversation,
  filed: FiledCase,
  { from, alarm, isCourtesy }: Extract<Merging, { type: 'takeIn' }>,
  at: string,
): Stepped {
  const opened = isOpenCase(filed) || (isCourtesy && !alarm) ? { filed, acts: [] } : openedAgain(filed, at);
  const waits = opened.filed.state === 'claimed' && !isCourtesy ? withCustomerWaiting(opened.filed, at) : opened.filed;
  const alarmed = alarm ? withAlarm(waits, alarm, { from, at }) : { filed: waits, acts: [] };
  // What the bot had asked is for people now.
  const { open, ...others } = conversation;
  const rest = open && opened.acts.length === 0 ? { ...others, open } : others;
  return { conversation: { ...rest, case: alarmed.filed }, acts: [...opened.acts, ...alarmed.acts] };
}

function openedAgain(filed: FiledCase, at: string): { filed: FiledCase; acts: Act[] } {
  const back = filed.agent && filed.state === 'closed' ? caseStep(filed, { type: 'comeBack' }, at) : undefined;
  if (back && 'filed' in back && back.filed.agent)
    return { filed: back.filed, acts: [{ type: 'cameBack', reference: filed.reference, agent: back.filed.agent }] };
  const again = caseStep(filed, { type: 'reopen' }, at);
  if (!('filed' in again)) return { filed, acts: [] };
  return { filed: again.filed, acts: [{ type: 'reopen', reference: filed.reference }] };
}

/** The words of a declaration stay where they were written; here stands that there are some. */
function withAlarm(
  filed: FiledCase,
  alarm: PassedAlarm,
  { from, at }: { from: string; at: string },
): { filed: FiledCase; acts: Act[] } {
  const { reference, history } = filed;
  if (alarm === 'danger') {
    const wasUrgent = filed.isUrgent && filed.because === 'danger';
    const raised: FiledCase = { ...filed, because: 'danger', isUrgent: true };
    if (wasUrgent) return { filed: raised, acts: [] };
    return {
      filed: { ...raised, history: [...history, { at, what: 'became-urgent' }] },
      acts: [{ type: 'becameUrgent', reference }],
    };
  }
  const because = filed.because === 'danger' ? 'danger' : 'declaration';
  return {
    filed: { ...filed, because, history: [...history, { at, what: 'declared', note: from }] },
    acts: [{ type: 'declarationAdded', reference }],
  };
}

function partWays(
  conversation: Conversation,
  filed: FiledCase,
  { into }: Extract<Merging, { type: 'partWays' }>,
  at: string,
): Stepped | Refused {
  const again = filed.mergedInto === into ? caseStep(filed, { type: 'reopen' }, at) : undefined;
  if (!again || !('filed' in again)) return { kind: 'done' };
  return {
    conversation: { ...conversation, case: again.filed },
    acts: [{ type: 'reopen', reference: filed.reference }],
  };
}
