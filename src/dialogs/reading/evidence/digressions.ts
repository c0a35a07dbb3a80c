import type { Intent } from '../../../language/intents/intents.ts';
import type { CustomerEvent, Digression } from '../../../machines/events.ts';
import type { Fact } from '../../../policy/format/schema.ts';
import type { Evidence } from './evidence.ts';
import { statesReason } from './reasons.ts';

/** So sure must the classifier be that a message is a request or a digression. */
const sure = 0.6;
/** So sure that what such a message seems to state is not meant. */
const surelyElsewhere = 0.8;
/** Confidence from which a customer is asked if a person is wanted. */
const wantsPersonPerhaps = 0.4;
/** A reply of fewer words tells of nothing else; it is just not understood. */
const telling = 3;

const digressions = {
  greeting: 'greeting',
  thanks: 'thanks',
  goodbye: 'goodbye',
  abuse: 'abuse',
  out_of_scope: 'out-of-scope',
  refund_status: 'refund-status',
  case_status: 'case-status',
} as const satisfies Partial<Record<Intent, Digression['kind']>>;

const elsewhere = new Set<Intent>(['out_of_scope', 'refund_status', 'case_status']);

/** True if a message is most likely about something that is no return at all. */
export function isElsewhere({ intent: { intent, confidence } }: Evidence): boolean {
  return elsewhere.has(intent) && confidence >= surelyElsewhere;
}

/**
 * What a message is about that states nothing of the case; `asked`: the open fact, `isAnswerPiece`: it is short and
 * names a day or takes something back.
 */
export function digressionIn(
  { intent: { intent, confidence, ranking }, text, words }: Evidence,
  { asked, isAnswerPiece }: { asked: Fact | undefined; isAnswerPiece: boolean },
): CustomerEvent | undefined {
  if (intent === 'talk_to_human' && confidence >= (asked ? sure : wantsPersonPerhaps)) return { type: 'offerHuman' };
  if (confidence < sure) return undefined;
  const kind = isDigression(intent) ? digressions[intent] : undefined;
  const isSocial = kind !== undefined && !elsewhere.has(intent);
  // To a question of ours most of what seems beyond us is an answer that was not understood.
  const isReply = asked !== undefined && !statesReason(asked) && !text.includes('?');
  if (intent === 'out_of_scope' && (isAnswerPiece || isReply)) return undefined;
  if (!isSocial && words < telling) return undefined;
  const isNearReturn = ranking.slice(0, 2).some((one) => one.intent === 'return_unspecified');
  // Who wants the money back, and has said nothing yet, is asked why before anything is said of refunds under way.
  const isOfMoney = intent === 'refund_status' && isNearReturn && statesReason(asked);
  if (kind && !isOfMoney) return { type: 'digress', about: { kind } };
  const wantsReturn = intent === 'return_unspecified' || intent === 'cancel_order' || isNearReturn;
  if (statesReason(asked) && wantsReturn) return { type: 'digress', about: { kind: 'no-reason' } };
  if (intent === 'policy_question') return { type: 'digress', about: { kind: 'unanswered-question' } };
  return undefined;
}

function isDigression(intent: Intent): intent is keyof typeof digressions {
  return Object.hasOwn(digressions, intent);
}
