import { oneOf, type Rng } from '../../random.ts';
import { inOwnWords, tellable, together } from '../own-words.ts';
import type { ShopId, WireFacts } from '../tables.ts';

/** A customer's first message: a greeting, the reason, or the reason and up to three facts more. */
export function opening(shop: ShopId, facts: WireFacts, rng: Rng): string {
  const count = oneOf(rng, [0, 1, 1, 2, 3, 4]);
  const reason = inOwnWords(shop, 'reason', facts.reason, rng);
  if (count === 0 || reason === undefined)
    return oneOf(rng, ['hi', 'hello', 'I want to return something', 'can you help me?']);
  return together([reason, ...volunteered(shop, facts, rng, count - 1, 'reason')], rng);
}

/** Some facts in the customer's own words; only what applies to the case is ever said. */
export function volunteered(shop: ShopId, facts: WireFacts, rng: Rng, count: number, but: string): string[] {
  const left = tellable(facts).filter((fact) => fact !== but && fact !== 'reason' && isToThePoint(fact, facts));
  return Array.from({ length: count }, () => {
    const [fact] = left.splice(Math.floor(rng() * left.length), 1);
    return fact === undefined ? undefined : inOwnWords(shop, fact, facts[fact], rng);
  }).filter((said) => said !== undefined);
}

/** Nobody tells of the activation of a device, or of a hand-over that is to come. */
function isToThePoint(fact: string, { goods = 'device', delivery, reason }: WireFacts): boolean {
  if (fact === 'works') return goods === 'device' && delivery === 'received' && reason === 'damaged-in-transit';
  if (fact === 'deviceDamaged')
    return goods === 'device' && delivery === 'at-handover' && reason === 'damaged-in-transit';
  if (fact === 'activation') return goods !== 'device';
  if (fact === 'delivery') return goods === 'device';
  if (fact === 'receivedOn' || fact === 'inspectedAtHandover') return delivery === 'received';
  return true;
}
