import { addDays, addMonths, type IsoDate, isIsoDate } from './calendar.ts';
import type { Policy } from './compile.ts';
import { isCurrency, type Money } from './money.ts';
import type { Derived, Fact } from './schema.ts';
import { UNKNOWN } from './variables.ts';

/** Facts as they come over the wire: JSON values by fact id; an unanswered fact is absent. */
export type Facts = Record<string, unknown>;

export interface FactError {
  code: 'unknown-fact' | 'invalid-value' | 'impossible';
  message: string;
  fact?: string;
}

/** A derived period as far as it is known: absent value = its inputs are not all given. */
export interface Period {
  value?: string;
  /** Its last day, when known. */
  end?: IsoDate;
  /** The facts to ask for it, in order, as things stand; empty once `value` is there. */
  open: string[];
  /** The facts that would tell it, in either form; empty once `value` is there. */
  missing: string[];
}

/** Facts, checked and placed in the policy's space. */
export interface Situation {
  facts: Facts;
  /** For each variable the index of its value, or -1 while it is open. */
  assignment: number[];
  periods: Map<string, Period>;
}

/** Checks facts against the policy and places them in its space. */
export function readFacts(policy: Policy, facts: Facts, today: IsoDate): Situation | FactError {
  for (const [id, value] of Object.entries(facts)) {
    const fact = Object.hasOwn(policy.file.facts, id) ? policy.file.facts[id] : undefined;
    if (!fact) return { code: 'unknown-fact', message: `${policy.file.id} has no fact "${id}"`, fact: id };
    const expected = expectation(fact, value);
    if (expected) return { code: 'invalid-value', message: `${id} must be ${expected}`, fact: id };
    if (fact.type === 'date' && !fact.future && value !== UNKNOWN && (value as string) > today) {
      return { code: 'impossible', message: `${id} lies in the future: ${value} is after ${today}`, fact: id };
    }
  }
  return place(policy, facts, today);
}

/** What was expected of the value, or `undefined` if it is one. */
export function expectation(fact: Fact, value: unknown): string | undefined {
  const orUnknown = 'unknown' in fact && fact.unknown ? ' or "unknown"' : '';
  if (orUnknown && value === UNKNOWN) return undefined;
  switch (fact.type) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(fact.values, value)
        ? undefined
        : `one of ${Object.keys(fact.values).join(', ')}${orUnknown}`;
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : `true or false${orUnknown}`;
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? undefined : `a date YYYY-MM-DD${orUnknown}`;
    case 'months':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= fact.max
        ? undefined
        : `a whole number of months from 0 to ${fact.max}${orUnknown}`;
    case 'set':
      return Array.isArray(value) &&
        value.every((member) => typeof member === 'string' && Object.hasOwn(fact.values, member))
        ? undefined
        : `a list, which may be empty, of ${Object.keys(fact.values).join(', ')}`;
    case 'money':
      return isMoney(value) ? undefined : 'an amount and a currency, such as {"amount":"94.00","currency":"EUR"}';
  }
}

function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false;
  const { amount, currency, ...rest } = value as Record<string, unknown>;
  return (
    Object.keys(rest).length === 0 &&
    typeof amount === 'string' &&
    /^\d{1,15}(\.\d{1,15})?$/.test(amount) &&
    typeof currency === 'string' &&
    isCurrency(currency)
  );
}

function place(policy: Policy, facts: Facts, today: IsoDate): Situation {
  const periods = new Map(
    Object.entries(policy.file.derived).map(([id, derived]) => [id, periodOf(derived, facts, today)]),
  );
  const assignment = policy.variables.map((variable) => {
    const { fact, members, values } = variable;
    const given = periods.has(fact) ? periods.get(fact)?.value : facts[fact];
    if (given === undefined) return -1;
    if (members) return (given as string[]).some((member) => members.includes(member)) ? 1 : 0;
    return values.indexOf(given as string);
  });
  return { facts, assignment, periods };
}

function periodOf(derived: Derived, facts: Facts, today: IsoDate): Period {
  const until = derived.until === undefined ? undefined : facts[derived.until];
  if (until !== undefined && until !== UNKNOWN) return ending(derived, until as IsoDate, today);

  const start = facts[derived.from];
  const { length } = derived;
  const startOnly: Period = { open: [derived.from], missing: [derived.from] };
  if ('days' in length || typeof length.months === 'number') {
    if (start === undefined) return startOnly;
    if (start === UNKNOWN) return settled(UNKNOWN);
    return ending(derived, endOf(start as IsoDate, length as FixedLength), today);
  }

  const months = facts[length.months];
  if (months === 0) return settled(derived.after);
  if (months === undefined && until === undefined) return unasked(derived, length.months, start);
  if (months === undefined || months === UNKNOWN || start === UNKNOWN) return settled(UNKNOWN);
  if (start === undefined) return startOnly;
  return ending(derived, endOf(start as IsoDate, { months: months as number }), today);
}

type FixedLength = { days: number } | { months: number };

/** Neither form of the period is given. Without a start, months say little: then its last day is asked for. */
function unasked(derived: Derived, months: string, start: unknown): Period {
  const forms = derived.until === undefined ? [months] : [months, derived.until];
  const form = start === UNKNOWN ? (derived.until ?? months) : (derived.asks ?? months);
  const needsStart = start === undefined ? [derived.from] : [];
  return { open: form === months ? [form, ...needsStart] : [form], missing: [...needsStart, ...forms] };
}

function endOf(start: IsoDate, length: FixedLength): IsoDate {
  return 'days' in length ? addDays(start, length.days) : addMonths(start, length.months);
}

function ending(derived: Derived, end: IsoDate, today: IsoDate): Period {
  return { ...settled(today <= end ? derived.within : derived.after), end };
}

function settled(value: string): Period {
  return { value, open: [], missing: [] };
}
