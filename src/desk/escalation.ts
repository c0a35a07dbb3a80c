import type { CaseChange } from '../dialogs/turns/case-changes.ts';
import type { DeskSink } from './desk.ts';

/** The kinds of desks that can be told one after the other. */
export const escalationDesks = ['slack', 'teams', 'chatwoot'] as const;

/**
 * The desks that hear of a change: without an order all of them; with one each hears from the time on that those before
 * it have been reminded of the case once. A desk that is not in the order hears everything.
 */
export function hearing(
  sinks: DeskSink[],
  order: readonly string[] | undefined,
  { reminders }: CaseChange,
): DeskSink[] {
  if (!order) return sinks;
  return sinks.filter(({ kind }) => order.indexOf(kind) <= reminders);
}
