import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Logger } from 'pino';
import { piecesOfTurns } from './dialogs/turns/prepare.ts';
import type { Policy } from './policy/format/load.ts';
import { piecesOfDeciding } from './policy/interview/prepare.ts';

/** A start is not held up by getting ready for the first chat. */
const PREPARE_AFTER_MS = 300;

/** Makes policies ready for chats in small pieces, between which others are answered. */
export interface Preparing {
  /** Resolves when the policy is ready for a chat; begins at once where nothing has begun yet. */
  ready(policy: Policy): Promise<void>;
  /** Prepares these in a while, one after the other. */
  later(policies: readonly Policy[]): void;
}

/** Creates the preparing of one process, whose pieces come one at a time. */
export function createPreparing(log: Logger): Preparing {
  const prepared = new WeakMap<Policy, Promise<void>>();
  let last: Promise<void> = Promise.resolve();
  const inPieces = async (policy: Policy): Promise<void> => {
    for (const pieces of [piecesOfDeciding(policy), piecesOfTurns(policy)]) {
      for (const _ of pieces) {
        last = last.then(() => afterOthers());
        await last;
      }
    }
  };
  const ready = (policy: Policy): Promise<void> => {
    const begun =
      prepared.get(policy) ??
      // A chat does without it, and meets the same error if it is one of the policy.
      inPieces(policy).catch((error: unknown) => log.error({ err: error, policy: policy.file.id }, 'not prepared'));
    prepared.set(policy, begun);
    return begun;
  };
  return {
    ready,
    later(policies) {
      setTimeout(async () => {
        for (const policy of policies) await ready(policy);
      }, PREPARE_AFTER_MS).unref();
    },
  };
}
