import type { Server } from 'restify';
import type { Conversations } from '../dialogs/turns/conversations.ts';
import type { Limits } from '../http/limits/limits.ts';
import type { Upgrades } from '../http/upgrades.ts';
import type { EffectHandler } from '../outbox/outcome.ts';
import type { PendingEffect } from '../store/store.ts';

/** The services that the server lends to every channel. */
export interface ChannelHost {
  /** Opens conversations and takes what customers write; turns are counted, and waited for at a stop. */
  conversations: Conversations;
  /** The WebSockets of the server. */
  upgrades: Upgrades;
  /** Where a request comes from, and how many there may be. */
  limits: Limits;
}

/**
 * One way for customers to talk with us. A new one is a folder beside the others that makes one of these, and a line in
 * `src/adapters.ts`. `test/channels/channel-contract.ts` says what every channel promises.
 */
export interface Channel {
  /** Names its conversations in the store, and the effects that bring its replies; the same for good. */
  id: string;
  /**
   * Mounts its routes, once, before the server listens. A message becomes `conversations.receive` with a key that is
   * the same for every repeat of it, and `conversations.open` where it is the first.
   */
  mount(server: Server, host: ChannelHost): void;
  /**
   * Brings one reply from the outbox to the customer, whose message named where in its `delivery` (of the kind `id`).
   * Absent where customers' clients read the store.
   */
  deliver?: EffectHandler;
  /** The host that a reply goes to; one that is slow or down holds up nothing that goes to another. */
  hostOf?(effect: PendingEffect): string | undefined;
}
