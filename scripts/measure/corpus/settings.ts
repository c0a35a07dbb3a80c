import { fileURLToPath } from 'node:url';
import type { Interview } from '../../../src/machines/interview.ts';
import { type Answer, type Conversation, detailsSchema, newConversation } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import { loadPolicy, type Policy } from '../../../src/policy/format/load.ts';
import type { Fact } from '../../../src/policy/format/schema.ts';
import { corpusToday, type ReplyRow } from './row.ts';

const root = fileURLToPath(new URL('../../../policies/', import.meta.url));
const policies = new Map<string, Policy>();

function policyOf(id: string): Policy {
  const policy = policies.get(id) ?? loadPolicy(`${root}${id}`);
  policies.set(id, policy);
  return policy;
}

/** The interview of a shop on the day of the corpus. */
export function interviewOf(policy: string): Interview {
  return {
    policy: policyOf(policy),
    language: 'en',
    today: corpusToday,
    lookUps: { orders: true, warranties: 'with-order' },
  };
}

/** A chat that has just begun. */
export function begun(interview: Interview): Conversation {
  return step({ interview, conversation: newConversation(), reference: 'R' }, { type: 'begin' }).conversation;
}

/** What is known before a question is asked that is not asked of everybody. */
const before: Record<string, Record<string, Answer['value']>> = {
  delivery: { goods: 'device' },
  activation: { goods: 'digital' },
  works: { reason: 'damaged-in-transit', goods: 'device', delivery: 'received' },
  deviceDamaged: { reason: 'damaged-in-transit', goods: 'device', delivery: 'at-handover' },
  inspectedAtHandover: { reason: 'damaged-or-incomplete', delivery: 'received' },
  condition: { reason: 'not-working', goods: 'device', delivery: 'received' },
  receivedOn: { reason: 'changed-mind', delivery: 'received' },
};

/** A conversation in which the question of a row is open. */
export function conversationBefore(interview: Interview, { policy, question, shown = {} }: ReplyRow): Conversation {
  const { facts } = interview.policy.file;
  const fitting = Object.entries(before[question] ?? { reason: 'changed-mind' }).filter(
    ([fact, value]) => fact !== question && isOneOf(facts[fact], value),
  );
  const told =
    policy === 'outdoor-shop' && question === 'condition'
      ? Object.entries({ reason: 'changed-mind', delivery: 'received' })
      : fitting;
  const isDetail = detailsSchema.keyof().safeParse(question).success;
  const answers: Answer[] =
    question === 'confirm'
      ? Object.entries(shown).flatMap(([fact, value]) => (isRange(value) ? [] : { fact, value, source: 'inferred' }))
      : question === 'reason'
        ? []
        : told.map(([fact, value]) => ({ fact, value, source: 'stated' }));
  return {
    ...newConversation(),
    answers,
    ranges: Object.entries(shown).flatMap(([fact, value]) =>
      isRange(value) ? { fact, from: value[0], to: value[1], source: 'inferred' } : [],
    ),
    history: question === 'confirm' ? Object.keys(shown) : answers.map(({ fact }) => fact),
    ...(question === 'email' && { details: { orderNumber: 'EQ-1001' } }),
    ...(isDetail && question === 'serialNumber' && { details: { orderNumber: null } }),
    open: { id: question, unclear: 0 },
  };
}

function isOneOf(fact: Fact | undefined, value: unknown): boolean {
  return fact !== undefined && 'values' in fact && typeof value === 'string' && Object.hasOwn(fact.values, value);
}

/** A day known roughly is told by its first and last day. */
function isRange(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((day) => /^\d{4}-\d\d-\d\d$/.test(String(day)));
}
