import type { Store } from '../../store/store.ts';
import type { ConversationTurns } from './turn.ts';

/** The number of conversations that are read as due at a time. */
const BATCH = 64;
/** The number of them that are woken side by side, so that their commits share a flush to the disk. */
const WIDTH = 16;
/** A conversation that could not be woken is left alone for so long; a newer version may read it meanwhile. */
const ASIDE_MS = 60 * 60 * 1_000;
/** Customers who write go first, but no reminder waits for them for longer than this. */
const MAX_GIVE_WAY_MS = 250;

/** Options of the reminders. */
export interface RemindersDeps {
  store: Pick<Store, 'due'>;
  conversations: Pick<ConversationTurns, 'wake' | 'customersInTurn'>;
  now(): Date;
  everyMs: number;
  /** Called with the error of a conversation that is set aside for an hour, and how many are. */
  onSetAside(error: unknown, conversationId: string, setAside: number): void;
  /** Called with an error of the store itself. */
  onFailure(error: unknown): void;
}

/**
 * Wakes all conversations that are due, now and every `everyMs`; one that fails is set aside, and the others are woken.
 * Returns the function that stops it.
 */
export function startReminders(deps: RemindersDeps): () => Promise<void> {
  const { store, conversations, now, everyMs, onSetAside, onFailure } = deps;
  /** When each that failed is tried again, in milliseconds of a clock that never steps. */
  const aside = new Map<string, number>();
  let isStopped = false;
  let round: Promise<void> | undefined;

  async function wakeAllDue(): Promise<void> {
    for (const [id, until] of aside) if (until <= performance.now()) aside.delete(id);
    let woken: number;
    do woken = await wakeBatch();
    while (woken === BATCH && !isStopped);
  }

  async function wakeBatch(): Promise<number> {
    const due = await store.due(now().toISOString(), BATCH + aside.size);
    const ids = due.filter((id) => !aside.has(id)).slice(0, BATCH);
    for (let first = 0; first < ids.length; first += WIDTH) {
      await giveWay();
      await Promise.all(ids.slice(first, first + WIDTH).map(wake));
    }
    return ids.length;
  }

  async function wake(id: string): Promise<void> {
    try {
      await conversations.wake(id);
    } catch (error) {
      aside.set(id, performance.now() + ASIDE_MS);
      onSetAside(error, id, aside.size);
    }
  }

  async function giveWay(): Promise<void> {
    const until = performance.now() + MAX_GIVE_WAY_MS;
    do await new Promise((resolve) => setTimeout(resolve, 1));
    while (conversations.customersInTurn() > 0 && performance.now() < until);
  }

  const tick = (): void => {
    round ??= wakeAllDue()
      .catch(onFailure)
      .finally(() => {
        round = undefined;
      });
  };
  tick();
  const timer = setInterval(tick, everyMs);
  return async () => {
    clearInterval(timer);
    isStopped = true;
    await round;
  };
}
