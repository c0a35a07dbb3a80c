import { plusDays } from '../policy/calendar.ts';
import {
  type EquipmentFacts,
  equipmentConditionClauses,
  equipmentShopAlternatives,
  equipmentShopOutcome,
} from './equipment-shop/oracle.ts';
import {
  type FourteenDayFacts,
  fourteenDayConditions,
  fourteenDayShopAlternatives,
  fourteenDayShopOutcome,
  returnWindowOf,
} from './fourteen-day-shop/oracle.ts';
import { type Outcome, type Warranty, warrantyState } from './oracle.ts';

/** Facts as they come over the wire. */
export type WireFacts = Record<string, unknown>;

export type ShopId = 'equipment-shop' | 'fourteen-day-shop';

/** One independent question of a shop: a fact, or a derived fact that stands for its inputs. */
export interface Dimension {
  id: string;
  values: readonly (string | boolean)[];
  /** True for what is reckoned from dates and months, and never said itself. */
  isDerived: boolean;
  /** The value that the facts settle, or undefined while they settle none. */
  read(facts: WireFacts, today: string): unknown;
  /** Facts that give the dimension this value. */
  write(value: unknown, today: string): WireFacts;
  /** The facts still missing while the dimension is open. */
  inputs(facts: WireFacts): string[];
  /** The facts that a customer is asked for until the dimension has this value. */
  asked(value: unknown): string[];
  /** For a period: the number of days after which it has surely ended, where dates are drawn more often. */
  over?: number;
}

/** All that the brute force needs to know of a shop. */
export interface Shop {
  id: ShopId;
  dimensions: readonly Dimension[];
  clauses: readonly string[];
  conditions: readonly string[];
  conditionClause(condition: string): string;
  startDate: 'purchasedOn' | 'receivedOn';
  outcome(facts: WireFacts, today: string): Outcome | 'impossible';
  alternatives(resolution: string, facts: WireFacts, today: string): string[] | undefined;
}

const maybe = [true, false, 'unknown'];
const deliveries = ['not-shipped', 'in-transit', 'at-handover', 'received'];

/** The sets of conditions that stand for all others: all conditions of a shop behave alike. */
const conditionSamples = ['none', 'first', 'second', 'all'] as const;

const equipmentConditions = Object.keys(equipmentConditionClauses);

const equipmentShop: Shop = {
  id: 'equipment-shop',
  dimensions: [
    plain('reason', [
      'not-working',
      'changed-mind',
      'wrong-item',
      'wrong-details',
      'wrong-serial',
      'damaged-in-transit',
      'other',
    ]),
    plain('goods', ['device', 'digital', 'service']),
    plain('delivery', deliveries),
    plain('activation', ['not-activated', 'waiting-for-activation', 'activated']),
    plain('discounted', maybe),
    plain('works', maybe),
    plain('deviceDamaged', maybe),
    warrantyFrom('purchasedOn'),
    checklist(equipmentConditions),
  ],
  clauses: [
    'warranty-return',
    'manufacturer-sets-warranty',
    'serial-number',
    'digital-after-activation',
    'working-device',
    'discounted',
    'unauthorised-repair',
    'seal-damaged',
    'signs-of-use',
    'tampered-software',
    'packaging',
    'non-physical',
    'buyer-pays-return',
    'manufacturer-diagnoses',
    'manufacturer-decides',
    'refund-choice',
    'fee-wrong-item',
    'fee-wrong-digital',
    'fee-wrong-details',
    'fee-changed-mind',
    'fee-purpose',
    'return-form',
    'insured',
    'inspect-packaging',
    'inspect-contents',
    'refuse-damaged',
    'no-claim-after-acceptance',
  ],
  conditions: equipmentConditions,
  conditionClause: (condition) => equipmentConditionClauses[condition] ?? condition,
  startDate: 'purchasedOn',
  outcome: (facts, today) => equipmentShopOutcome(facts as EquipmentFacts, today),
  alternatives: (resolution, facts) => equipmentShopAlternatives(resolution, facts as EquipmentFacts),
};

const fourteenDayShop: Shop = {
  id: 'fourteen-day-shop',
  dimensions: [
    plain('reason', ['not-working', 'changed-mind', 'damaged-or-incomplete', 'other']),
    plain('delivery', deliveries),
    plain('inspectedAtHandover', maybe),
    periodFrom('receivedOn', {
      id: 'returnWindow',
      within: 'open',
      after: 'closed',
      stateOf: returnWindowOf,
      over: 15,
    }),
    warrantyFrom('receivedOn'),
    checklist(fourteenDayConditions),
  ],
  clauses: [
    'return-14-days',
    'check-on-receipt',
    'unchecked-goods',
    'refuse-incomplete',
    'warranty-repair',
    'warranty-from-receipt',
    ...fourteenDayConditions,
  ],
  conditions: fourteenDayConditions,
  conditionClause: (condition) => condition,
  startDate: 'receivedOn',
  outcome: (facts, today) => fourteenDayShopOutcome(facts as FourteenDayFacts, today),
  alternatives: (resolution, facts, today) => fourteenDayShopAlternatives(resolution, facts as FourteenDayFacts, today),
};

export const shops: Record<ShopId, Shop> = { 'equipment-shop': equipmentShop, 'fourteen-day-shop': fourteenDayShop };

function plain(id: string, values: readonly (string | boolean)[]): Dimension {
  return {
    id,
    values,
    isDerived: false,
    read: (facts) => facts[id],
    write: (value) => ({ [id]: value }),
    inputs: () => [id],
    asked: () => [id],
  };
}

function checklist(conditions: readonly string[]): Dimension {
  const [first = '', second = ''] = conditions;
  const samples: Record<string, readonly string[]> = { none: [], first: [first], second: [second], all: conditions };
  return {
    id: 'condition',
    values: conditionSamples,
    isDerived: false,
    read: ({ condition }) => {
      if (!Array.isArray(condition)) return undefined;
      return condition.length === 0 ? 'none' : condition.length === 1 ? 'first' : 'all';
    },
    write: (value) => ({ condition: samples[String(value)] }),
    inputs: () => ['condition'],
    asked: () => ['condition'],
  };
}

interface Period {
  id: string;
  /** Its values while it runs and when it has ended; the third is `unknown`. */
  within: string;
  after: string;
  /** The oracle's own reckoning, undefined while the day of the start is not given. */
  stateOf(start: string | undefined, today: string): string | undefined;
  /** The least number of days after which it has ended whatever the calendar: 15 for 14 days, 1828 for five years. */
  over: number;
}

/** A period that begins on the day of the shop's `start`. */
function periodFrom(start: Shop['startDate'], { id, within, after, stateOf, over }: Period): Dimension {
  return {
    id,
    values: [within, after, 'unknown'],
    isDerived: true,
    read: (facts, today) => stateOf((facts as EquipmentFacts & FourteenDayFacts)[start], today),
    write: (value, today) => {
      if (value === 'unknown') return { [start]: 'unknown' };
      return { [start]: value === within ? today : plusDays(today, -over) };
    },
    inputs: () => [start],
    asked: () => [start],
    over,
  };
}

function warrantyFrom(start: Shop['startDate']): Dimension {
  return {
    id: 'warranty',
    values: ['active', 'expired', 'unknown'] satisfies Warranty[],
    isDerived: true,
    read: (facts, today) => {
      const known = facts as EquipmentFacts & FourteenDayFacts;
      return warrantyState(known, known[start], today);
    },
    write: (value, today) => {
      if (value === 'unknown') return { warrantyUntil: 'unknown' };
      return { warrantyUntil: value === 'active' ? today : plusDays(today, -1) };
    },
    inputs: (facts) => {
      const formMissing = facts.warrantyMonths === undefined && facts.warrantyUntil === undefined;
      const forms = formMissing ? ['warrantyMonths', 'warrantyUntil'] : [];
      return facts[start] === undefined ? [...forms, start] : forms;
    },
    asked: (value) => (value === 'unknown' ? ['warrantyMonths'] : ['warrantyMonths', start]),
  };
}
