import { plusDays } from '../../policy/calendar.ts';
import {
  type Delivery,
  given,
  type Outcome,
  type Price,
  type Unknown,
  type WarrantyFacts,
  warrantyState,
} from '../oracle.ts';

export interface FourteenDayFacts extends WarrantyFacts {
  reason?: 'not-working' | 'changed-mind' | 'damaged-or-incomplete' | 'other';
  delivery?: Delivery;
  receivedOn?: string;
  inspectedAtHandover?: boolean | Unknown;
  condition?: string[];
  price?: Price;
}

/** The eleven causes that exclude the warranty; each is its own clause. */
export const fourteenDayConditions = [
  'markings-missing',
  'third-party-repair',
  'improper-use',
  'design-or-software-change',
  'user-damage',
  'accident',
  'foreign-matter',
  'power-or-external',
  'wear',
  'unsuitable-consumables',
  'virus-or-unlicensed-software',
];

/** The fourteen-day shop's decision table, row by row, for a case in which every fact that matters is given. */
export function fourteenDayShopOutcome(facts: FourteenDayFacts, today: string): Outcome | 'impossible' {
  if (isImpossible(facts, today)) return 'impossible';
  const reason = given(facts.reason, 'reason');
  if (reason === 'other') return review([]);
  if (reason === 'damaged-or-incomplete') return damagedOutcome(facts, today);
  if (reason === 'changed-mind' && given(facts.delivery, 'delivery') !== 'received') return review(['return-14-days']);

  const window = given(returnWindowOf(facts.receivedOn, today), 'receivedOn');
  if (window === 'open') return returnOutcome(facts, today);
  if (window === 'unknown') return review(['return-14-days']);
  if (reason === 'changed-mind') return { resolution: 'not-eligible', clauses: ['return-14-days'], terms: [] };
  return warrantyOutcome(facts, today);
}

/** Whether the 14 days run on `today`, or undefined while the day of receipt has not been given. */
export function returnWindowOf(receivedOn: string | undefined, today: string) {
  if (receivedOn === undefined || receivedOn === 'unknown') return receivedOn;
  return today <= plusDays(receivedOn, 14) ? 'open' : 'closed';
}

/** Other resolutions the customer may choose, from the facts given so far. */
export function fourteenDayShopAlternatives(
  resolution: string,
  facts: FourteenDayFacts,
  today: string,
): string[] | undefined {
  if (resolution !== 'return' || facts.reason !== 'not-working') return undefined;
  const warranty = warrantyState(facts, facts.receivedOn, today);
  if (warranty === 'expired' || warranty === 'unknown') return undefined;
  if (facts.condition !== undefined && facts.condition.length > 0) return undefined;
  return ['warranty-repair'];
}

function isImpossible({ reason, delivery, receivedOn }: FourteenDayFacts, today: string): boolean {
  if (receivedOn !== undefined && receivedOn !== 'unknown' && receivedOn > today) return true;
  if (reason === 'damaged-or-incomplete') return given(delivery, 'delivery') === 'not-shipped';
  if (reason === 'not-working') return given(delivery, 'delivery') !== 'received';
  return false;
}

function damagedOutcome(facts: FourteenDayFacts, today: string): Outcome {
  const delivery = given(facts.delivery, 'delivery');
  if (delivery === 'in-transit') {
    return { resolution: 'inspect-on-delivery', clauses: ['check-on-receipt', 'refuse-incomplete'], terms: [] };
  }
  if (delivery === 'at-handover') {
    return { resolution: 'refuse-delivery', clauses: ['refuse-incomplete'], terms: ['check-on-receipt'] };
  }
  if (given(facts.inspectedAtHandover, 'inspectedAtHandover') !== false) return review(['unchecked-goods']);
  const window = given(returnWindowOf(facts.receivedOn, today), 'receivedOn');
  if (window !== 'closed') return review(['unchecked-goods', 'return-14-days']);
  return { resolution: 'not-eligible', clauses: ['unchecked-goods'], terms: [] };
}

function returnOutcome(facts: FourteenDayFacts, today: string): Outcome {
  const deadline = plusDays(given(facts.receivedOn, 'receivedOn'), 14);
  const outcome: Outcome = { resolution: 'return', clauses: ['return-14-days'], terms: [], deadline };
  const alternatives = fourteenDayShopAlternatives('return', facts, today);
  if (alternatives !== undefined) outcome.alternatives = alternatives;
  return outcome;
}

function warrantyOutcome(facts: FourteenDayFacts, today: string): Outcome {
  const warranty = given(warrantyState(facts, facts.receivedOn, today), 'warranty');
  const excluded = [...given(facts.condition, 'condition')];
  if (warranty === 'expired') excluded.unshift('warranty-repair');
  if (excluded.length > 0) return { resolution: 'not-eligible', clauses: excluded, terms: [] };
  if (warranty === 'unknown') return review(['warranty-repair']);
  return { resolution: 'warranty-repair', clauses: ['warranty-repair'], terms: ['warranty-from-receipt'] };
}

function review(clauses: string[]): Outcome {
  return { resolution: 'human-review', clauses, terms: [] };
}
