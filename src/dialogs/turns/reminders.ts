import type { Store } from '../../store/store.ts';
import type { ConversationTurns } from './turn.ts';

/** The number of conversations that are woken at a time. */
const batch = 50;

/** Wakes the conversations that are due, now and every `everyMs`; returns the function that stops it. */
export function startReminders(deps: {
  store: Pick<Store, 'due'>;
  conversations: Pick<ConversationTurns, 'wake'>;
  now(): Date;
  everyMs: number;
  onFailure(error: unknown): void;
}): () => Promise<void> {
  const { store, conversations, now, everyMs, onFailure } = deps;
  let round: Promise<void> = Promise.resolve();
  const wakeDue = async (): Promise<void> => {
    for (const id of await store.due(now().toISOString(), batch)) await conversations.wake(id);
  };
  const tick = (): void => {
    round = round.then(wakeDue).catch(onFailure);
  };
  tick();
  const timer = setInterval(tick, everyMs);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
