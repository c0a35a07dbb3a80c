/** The equipment shop's decision as somebody would write it who needs no explanations; the floor of the comparison. */
export function ifChain(facts: Record<string, unknown>): string {
  const { reason, goods, delivery, activation, discounted, works, deviceDamaged, warranty } = facts;
  if (reason === 'other') return 'human-review';
  const isCancelling = reason !== 'not-working' && reason !== 'damaged-in-transit';
  if (goods !== 'device') {
    if (activation !== 'not-activated') return 'not-eligible';
    if (reason === 'not-working') return 'human-review';
    return discounted === false ? 'cancellation' : 'human-review';
  }
  if (isCancelling && delivery === 'not-shipped') return discounted === false ? 'cancellation' : 'human-review';
  if (isCancelling && delivery !== 'received') return 'human-review';
  if (delivery === 'received') {
    if (isCancelling || discounted === true) return 'not-eligible';
    if (reason === 'damaged-in-transit' && works === true) return 'not-eligible';
    if ((facts.condition as string[]).length > 0 || warranty === 'expired') return 'not-eligible';
    if (reason === 'damaged-in-transit' && works === 'unknown') return 'human-review';
    return discounted === 'unknown' || warranty === 'unknown' ? 'human-review' : 'return';
  }
  if (delivery === 'in-transit' || deviceDamaged === 'unknown') return 'inspect-on-delivery';
  return deviceDamaged === true ? 'refuse-delivery' : 'accept-delivery';
}
