import type { CommitResult, Store, TurnCommit } from '../../../src/store/store.ts';

/** A turn with nothing in it but what the test says. */
export function turn(conversationId: string, expectedRevision: number, rest: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversationId,
    expectedRevision,
    record: { phase: 'asking', revision: expectedRevision + 1 },
    events: [],
    replies: [],
    effects: [],
    cases: [],
    decisions: [],
    at: '2026-11-21T09:00:00.000Z',
    ...rest,
  };
}

/** The turn that opens a conversation: a greeting and a first question. */
export function opening(conversationId: string, rest: Partial<TurnCommit> = {}): TurnCommit {
  return turn(conversationId, 0, {
    create: { channel: 'directline', policyId: 'tool-shop', userId: 'dl_anna' },
    replies: [
      { type: 'message', text: 'Welcome' },
      { type: 'message', text: 'What happened?' },
    ],
    ...rest,
  });
}

/** A customer's message under a key. */
export function says(text: string, key: string): Pick<TurnCommit, 'inbound'> {
  return { inbound: { key, activity: { type: 'message', text } } };
}

/** Commits and insists that it was written. */
export async function committed(
  store: Store,
  commit: TurnCommit,
): Promise<Extract<CommitResult, { kind: 'committed' }>> {
  const result = await store.commit(commit);
  if (result.kind !== 'committed') throw new Error(`expected a commit, got ${result.kind}`);
  return result;
}
