import type { CaseChange } from '../dialogs/turns/writes/case-changes.ts';
import type { EffectHandler } from '../outbox/outcome.ts';
import type { Effect } from '../store/store.ts';

/**
 * Tells people at one desk of changes. What is to be told goes into the outbox within the turn that changes the case,
 * so none is lost; `handler` brings it there then, as often as it takes. `test/desk/notifier-contract.ts` says what
 * every notifier promises.
 */
export interface DeskNotifier {
  /** The kind of its effects, the same for good: effects that wait in a store name it. */
  kind: string;
  /** The effects that announce a change; effects with the same key arrive in order. */
  effects(change: CaseChange): Effect[];
  handler: EffectHandler;
}

/** The kinds of desks that can be told one after the other. */
export const escalationDesks = ['slack', 'teams', 'chatwoot'] as const;

/**
 * Those who are told of a change: without an order all of them; with one each from the time on that those before it
 * have been reminded of the case once. A desk that is not in the order is told of everything.
 */
export function recipients(
  notifiers: DeskNotifier[],
  order: readonly string[] | undefined,
  { reminders }: CaseChange,
): DeskNotifier[] {
  if (!order) return notifiers;
  return notifiers.filter(({ kind }) => order.indexOf(kind) <= reminders);
}
