import type { Conversations } from '../../src/dialogs/turns/conversations.ts';
import type { CommitResult, Json, Store, TurnCommit } from '../../src/store/store.ts';

const nothing = { events: [], effects: [], cases: [], decisions: [] } satisfies Partial<TurnCommit>;

/** A dialog on the real store that greets with two messages and echoes what it hears; `delay` slows its turns down. */
export function echoConversations(
  store: Store,
  { delay = async () => {} }: { delay?: () => Promise<void> } = {},
): Conversations {
  const listeners = new Map<string, Set<() => void>>();
  const notify = (id: string) => {
    for (const listener of listeners.get(id) ?? []) listener();
  };

  async function commit(
    turn: Omit<TurnCommit, 'expectedRevision' | 'at' | keyof typeof nothing>,
  ): Promise<CommitResult> {
    for (;;) {
      const { revision = 0 } = (await store.conversation(turn.conversationId)) ?? {};
      if (turn.create && revision > 0) return { kind: 'conflict' };
      const result = await store.commit({
        ...turn,
        ...nothing,
        expectedRevision: revision,
        at: new Date().toISOString(),
      });
      if (result.kind === 'conflict' && !turn.create) continue;
      if (result.kind === 'committed') notify(turn.conversationId);
      return result;
    }
  }

  return {
    policyIds: () => ['tool-shop', 'fortnight-shop'],
    async open({ id, ...create }) {
      const replies = [
        { type: 'message', text: `Welcome to ${create.policyId}` },
        { type: 'message', text: 'What is it about?' },
      ];
      return { created: (await commit({ conversationId: id, create, record: null, replies })).kind === 'committed' };
    },
    async receive({ conversationId, key, activity }) {
      if ((await store.conversation(conversationId)) === undefined) return undefined;
      await delay();
      if (activity.text === 'crash') throw new Error('private words of a customer');
      const replies = [{ type: 'message', text: `You said ${said(activity.text)}` }];
      const result = await commit({ conversationId, inbound: { key, activity }, record: null, replies });
      if (result.kind === 'conflict' || result.kind === 'taken' || !result.inbound) throw new Error('no turn');
      return { inbound: result.inbound, replies: result.replies };
    },
    subscribe(conversationId, onCommit) {
      const set = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, set.add(onCommit));
      return () => set.delete(onCommit);
    },
  };
}

function said(text: Json | undefined): string {
  return typeof text === 'string' ? text : 'nothing';
}
