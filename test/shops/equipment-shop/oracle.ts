import {
  type Delivery,
  given,
  type Outcome,
  type Price,
  refundOf,
  type Unknown,
  type WarrantyFacts,
  warrantyState,
} from '../oracle.ts';

export interface EquipmentFacts extends WarrantyFacts {
  reason?:
    | 'not-working'
    | 'changed-mind'
    | 'wrong-item'
    | 'wrong-details'
    | 'wrong-serial'
    | 'damaged-in-transit'
    | 'other';
  goods?: 'device' | 'digital' | 'service';
  delivery?: Delivery;
  activation?: 'not-activated' | 'waiting-for-activation' | 'activated';
  discounted?: boolean | Unknown;
  purchasedOn?: string;
  works?: boolean | Unknown;
  deviceDamaged?: boolean | Unknown;
  condition?: string[];
  price?: Price;
}

/** Each value of `condition` with the clause it establishes. */
export const equipmentConditionClauses: Record<string, string> = {
  'unauthorised-repair': 'unauthorised-repair',
  'seal-damaged': 'seal-damaged',
  'signs-of-use': 'signs-of-use',
  'tampered-software': 'tampered-software',
  'packaging-missing-or-damaged': 'packaging',
};

/** The equipment shop's decision table, row by row, for a case in which every fact that matters is given. */
export function equipmentShopOutcome(facts: EquipmentFacts, today: string): Outcome | 'impossible' {
  if (isImpossible(facts, today)) return 'impossible';
  if (given(facts.reason, 'reason') === 'other') return review([]);
  return given(facts.goods, 'goods') === 'device' ? deviceOutcome(facts, today) : intangibleOutcome(facts);
}

/** Other resolutions the customer may choose, from the facts given so far. */
export function equipmentShopAlternatives(resolution: string, facts: EquipmentFacts): string[] | undefined {
  const correctable = facts.reason === 'wrong-details' || facts.reason === 'wrong-serial';
  return resolution === 'cancellation' && correctable ? ['human-review'] : undefined;
}

function isImpossible({ reason, goods, delivery, purchasedOn }: EquipmentFacts, today: string): boolean {
  if (purchasedOn !== undefined && purchasedOn !== 'unknown' && purchasedOn > today) return true;
  if (reason === 'damaged-in-transit') return given(goods, 'goods') !== 'device' || delivery === 'not-shipped';
  if (reason === 'not-working' && given(goods, 'goods') === 'device') return given(delivery, 'delivery') !== 'received';
  return false;
}

function intangibleOutcome(facts: EquipmentFacts): Outcome {
  if (given(facts.activation, 'activation') !== 'not-activated') {
    const clauses = facts.goods === 'digital' ? ['digital-after-activation', 'non-physical'] : ['non-physical'];
    if (facts.reason === 'wrong-serial') clauses.push('serial-number');
    return { resolution: 'not-eligible', clauses, terms: [] };
  }
  if (facts.reason === 'not-working') return review(['non-physical']);
  return cancellationUnlessDiscounted(facts);
}

function deviceOutcome(facts: EquipmentFacts, today: string): Outcome {
  const delivery = given(facts.delivery, 'delivery');
  if (delivery === 'received') return receivedDeviceOutcome(facts, today);
  if (facts.reason === 'damaged-in-transit') return parcelOutcome(facts);
  if (delivery === 'not-shipped') return cancellationUnlessDiscounted(facts);
  return review([feeClause(facts)]);
}

function cancellationUnlessDiscounted(facts: EquipmentFacts): Outcome {
  const clause = feeClause(facts);
  if (given(facts.discounted, 'discounted') !== false) return review(['discounted', clause]);
  const terms = ['fee-purpose', 'refund-choice', 'return-form'];
  if (facts.reason === 'wrong-serial') terms.push('serial-number');
  const outcome: Outcome = { resolution: 'cancellation', clauses: [clause], terms, feePercent: 6 };
  if (facts.price !== undefined) outcome.refund = refundOf(facts.price, 6n);
  const alternatives = equipmentShopAlternatives('cancellation', facts);
  if (alternatives !== undefined) outcome.alternatives = alternatives;
  return outcome;
}

function feeClause({ reason, goods }: EquipmentFacts): string {
  if (reason === 'changed-mind') return 'fee-changed-mind';
  if (reason === 'wrong-item') return goods === 'device' ? 'fee-wrong-item' : 'fee-wrong-digital';
  return 'fee-wrong-details';
}

function parcelOutcome(facts: EquipmentFacts): Outcome {
  const terms = ['insured', 'no-claim-after-acceptance'];
  const lookInside = {
    resolution: 'inspect-on-delivery',
    clauses: ['inspect-packaging', 'inspect-contents', 'refuse-damaged'],
    terms,
  };
  if (facts.delivery === 'in-transit') return lookInside;
  const damaged = given(facts.deviceDamaged, 'deviceDamaged');
  if (damaged === 'unknown') return lookInside;
  if (damaged) return { resolution: 'refuse-delivery', clauses: ['refuse-damaged'], terms };
  return { resolution: 'accept-delivery', clauses: ['inspect-contents'], terms };
}

function receivedDeviceOutcome(facts: EquipmentFacts, today: string): Outcome {
  const transitDamage = facts.reason === 'damaged-in-transit';
  const noClaim = transitDamage ? ['no-claim-after-acceptance'] : [];
  const established = exclusions(facts, today);
  if (established.length > 0) return { resolution: 'not-eligible', clauses: established, terms: noClaim };

  const open: string[] = [];
  if (transitDamage && facts.works === 'unknown') open.push('working-device');
  if (facts.discounted === 'unknown') open.push('discounted');
  if (warrantyOf(facts, today) === 'unknown') open.push('manufacturer-sets-warranty');
  if (open.length > 0) return review(open);

  const terms = ['buyer-pays-return', 'manufacturer-diagnoses', 'manufacturer-decides', 'refund-choice', 'return-form'];
  return { resolution: 'return', clauses: ['warranty-return'], terms: [...terms, ...noClaim] };
}

function exclusions(facts: EquipmentFacts, today: string): string[] {
  const established: string[] = [];
  const { reason } = facts;
  const worksAfterTransit = reason === 'damaged-in-transit' && given(facts.works, 'works') === true;
  const defectClaim = reason === 'not-working' || (reason === 'damaged-in-transit' && !worksAfterTransit);
  if (reason === 'wrong-serial') established.push('serial-number');
  else if (!defectClaim) established.push('working-device');
  if (given(facts.discounted, 'discounted') === true) established.push('discounted');
  for (const condition of given(facts.condition, 'condition')) {
    established.push(given(equipmentConditionClauses[condition], 'condition'));
  }
  if (defectClaim && warrantyOf(facts, today) === 'expired') established.push('warranty-return');
  return established;
}

function warrantyOf(facts: EquipmentFacts, today: string) {
  return given(warrantyState(facts, facts.purchasedOn, today), 'warranty');
}

function review(clauses: string[]): Outcome {
  return { resolution: 'human-review', clauses, terms: [] };
}
