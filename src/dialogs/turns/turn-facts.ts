import { createHash } from 'node:crypto';
import type { Act } from '../../machines/acts.ts';
import type { FiledCase } from '../../machines/case.ts';
import type { Conversation } from '../../machines/record/record.ts';

/** What is counted of a turn: kinds and numbers, never what was said. */
export interface TurnFacts {
  policy: string;
  /** The kind of what the customer, an agent or the passing of time did. */
  event: string;
  /** True if the customer's reply could not be used. */
  isUnclear: boolean;
  decided?: { resolution: string; questions: number };
  /** The reason why people are needed. */
  filed?: string;
  ruled?: string;
  /** The time from the filing of a case until somebody claimed it. */
  waitedMs?: number;
}

/** A turn once it is committed. */
export interface CommittedTurn extends TurnFacts {
  conversationId: string;
  /** ISO instant of the turn. */
  at: string;
  revision: number;
  /** The id of the message that it answers. */
  activityId?: string;
  /** By the wall clock, in milliseconds. */
  startedMs: number;
  commitStartedMs: number;
  endedMs: number;
}

/**
 * One id for a turn, its message, replies and effects, in logs and traces; 32 hexadecimal digits. Whoever has the
 * conversation and the instant of the turn can tell it, in another process too.
 */
export function turnId(conversationId: string, at: string): string {
  return createHash('sha256').update(`${conversationId} ${at}`).digest('hex').slice(0, 32);
}

/** Tells what is to be counted of a step. */
export function turnFacts(step: {
  policy: string;
  event: string;
  acts: Act[];
  /** The number of questions asked before: each turn asks one. */
  questions: number;
  before: Conversation;
  at: string;
}): TurnFacts {
  const { policy, event, acts, questions, before, at } = step;
  const decided = acts.find((act) => act.type === 'decide');
  const filed = acts.find((act) => act.type === 'file');
  const ruled = acts.find((act) => act.type === 'ruled');
  const isClaimed = acts.some(({ type }) => type === 'agentJoined');
  const since = isClaimed && before.case ? filedAt(before.case) : undefined;
  return {
    policy,
    event,
    isUnclear: event === 'unclear' || event === 'ambiguous',
    ...(decided && { decided: { resolution: decided.decision.resolution, questions } }),
    ...(filed && { filed: filed.because }),
    ...(ruled && { ruled: ruled.ruling.ruling }),
    ...(since !== undefined && { waitedMs: Math.max(0, Date.parse(at) - Date.parse(since)) }),
  };
}

function filedAt({ history }: FiledCase): string | undefined {
  return history.findLast(({ what }) => what === 'filed' || what === 'reopened')?.at;
}
