import type { Interview } from '../../../src/machines/interview.ts';
import type { Answer } from '../../../src/machines/record/record.ts';
import type { ShopId } from '../tables.ts';
import { shopPolicy } from './shop-policy.ts';
import { talkTo } from './talk.ts';

/** A Saturday, on which all of these messages are written. */
const today = '2026-11-21';

const withOrders: Interview['lookUps'] = { orders: true, warranties: 'with-order' };
const withoutOrders: Interview['lookUps'] = { orders: false, warranties: 'never' };

type Value = Answer['value'];

/** The outcome of a customer's messages at a shop, written one after another. */
export function afterMessages(shop: ShopId, messages: readonly string[], { orders = false } = {}) {
  const lookUps = orders ? withOrders : withoutOrders;
  const talk = talkTo({ policy: shopPolicy(shop), language: 'en', today, lookUps });
  for (const message of messages) talk.writes(message);
  const { answers, ranges, mentioned, details, open, decision, case: filed, lookingUp } = talk.conversation();
  const acts = talk.acts();
  const known = (source: Answer['source']): Record<string, Value> =>
    Object.fromEntries([
      ...answers.filter((one) => one.source === source).map(({ fact, value }) => [fact, value] as const),
      ...ranges.filter((one) => one.source === source).map(({ fact, from, to }) => [fact, [from, to]] as const),
    ]);
  return {
    /** What counts; days known roughly as a pair. */
    stated: known('stated'),
    /** What is still to be confirmed. */
    inferred: known('inferred'),
    mentioned,
    details,
    open: open?.id,
    resolution: decision?.decision.resolution,
    clauses: decision?.decision.clauses ?? [],
    alternatives: decision?.decision.alternatives ?? [],
    facts: decision?.facts ?? {},
    case: filed && { because: filed.because, isUrgent: filed.isUrgent },
    lookingUp,
    acts: acts.map(({ type }) => type),
    /** What the customer hears about something else, and why a reply was no use. */
    digressions: acts.flatMap((act) => (act.type === 'digression' ? [act.about.kind] : [])),
    problems: acts.flatMap((act) => (act.type === 'explain' ? [act.problem] : [])),
  };
}
