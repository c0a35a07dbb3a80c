import type { Conversations } from '../../dialogs/turns/conversations.ts';
import { newReference } from '../../dialogs/turns/writes/reference.ts';
import type { Store, StoredConversation } from '../../store/store.ts';
import { UsageError } from '../input/options.ts';
import { lastConversation } from './last-conversation.ts';

/** The channel of conversations in the terminal. */
export const channel = 'terminal';

/** The user's choices on the command line. */
export interface ChatChoice {
  policyId: string | undefined;
  conversationId: string | undefined;
  isNew: boolean;
}

export interface ChoiceDeps {
  store: Store;
  conversations: Conversations;
  dataDir: string;
  defaultPolicy: string;
}

interface Chosen {
  id: string;
  policyId: string;
}

/** The conversation to go on with, or the id of a new one. Throws UsageError where there is none to go on with. */
export async function chooseConversation(choice: ChatChoice, deps: ChoiceDeps): Promise<Chosen> {
  const { conversationId, ...rest } = choice;
  return conversationId === undefined ? lastOrNew(rest, deps) : named(conversationId, rest, deps);
}

async function named(
  conversationId: string,
  { policyId, isNew }: Omit<ChatChoice, 'conversationId'>,
  { store }: ChoiceDeps,
): Promise<Chosen> {
  if (isNew) throw new UsageError('Give --conversation to go on, or --new to start afresh, not both.');
  const stored = await inTerminal(store, conversationId);
  if (!stored) throw new UsageError('There is no such conversation of the terminal; --new starts one.');
  if (policyId !== undefined && policyId !== stored.policyId) {
    throw new UsageError(`That conversation is under the policy ${stored.policyId}; leave --policy out.`);
  }
  return { id: stored.id, policyId: stored.policyId };
}

async function lastOrNew(
  { policyId, isNew }: Omit<ChatChoice, 'conversationId'>,
  { store, conversations, dataDir, defaultPolicy }: ChoiceDeps,
): Promise<Chosen> {
  const chosen = policyId ?? defaultPolicy;
  const known = conversations.policyIds();
  if (!known.includes(chosen)) throw new UsageError(`There is no policy "${chosen}"; use one of ${known.join(', ')}.`);
  const last = isNew ? undefined : lastConversation(dataDir, chosen);
  const stored = last === undefined ? undefined : await inTerminal(store, last);
  const id = stored?.policyId === chosen ? stored.id : `terminal-${newReference().toLowerCase()}`;
  return { id, policyId: chosen };
}

/** A conversation that was begun in the terminal: nobody speaks here for a customer of another channel. */
async function inTerminal(store: Store, id: string): Promise<StoredConversation | undefined> {
  const stored = await store.conversation(id.trim().toLowerCase());
  return stored?.channel === channel ? stored : undefined;
}
