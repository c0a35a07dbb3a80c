import { monthsBetween, plusDays } from '../policy/calendar.ts';
import { between, oneOf, type Rng, rngOf } from '../random.ts';
import { currencies, decimalsOf, type Price } from './oracle.ts';
import { type Shop, type ShopId, shops, type WireFacts } from './tables.ts';

/**
 * A legal case on the wire with every question of the shop answered, the answers that do not apply too.
 * The warranty comes in one form or in both; a price comes in two cases of three. Dates crowd around the boundaries.
 */
export function randomFacts(shopId: ShopId, source: Rng | number, today: string): WireFacts {
  const rng = typeof source === 'number' ? rngOf(source) : source;
  const shop = shops[shopId];
  for (;;) {
    const facts = anyFacts(shop, rng, today);
    if (shop.outcome(facts, today) !== 'impossible') return facts;
  }
}

function anyFacts(shop: Shop, rng: Rng, today: string): WireFacts {
  const facts: WireFacts = {};
  for (const { id, values, isDerived } of shop.dimensions) {
    if (!isDerived && id !== 'condition') facts[id] = likely(rng, id, values);
  }
  facts.condition = rng() < 0.55 ? [] : someConditions(shop, rng);
  const start = anyStart(shop, rng, today);
  facts[shop.startDate] = start;
  Object.assign(facts, anyWarranty(rng, start, today));
  if (rng() < 2 / 3) facts.price = anyPrice(rng);
  return facts;
}

/** Uniform answers would bury the long way to a return under early exclusions. */
function likely(rng: Rng, fact: string, values: readonly unknown[]): unknown {
  const common: Record<string, unknown> = { delivery: 'received', goods: 'device', discounted: false };
  const usual = common[fact];
  return usual !== undefined && rng() < 0.5 ? usual : oneOf(rng, values);
}

/** One condition or more, in any order, never one twice. */
export function someConditions(shop: Shop, rng: Rng): string[] {
  const left = [...shop.conditions];
  const count = rng() < 0.6 ? 1 : between(rng, 2, left.length);
  return Array.from({ length: count }, () => left.splice(Math.floor(rng() * left.length), 1)).flat();
}

function anyStart(shop: Shop, rng: Rng, today: string): string {
  const ends = shop.dimensions.flatMap(({ over }) => over ?? []);
  const end = ends.length > 1 ? oneOf(rng, ends) : (ends[0] ?? 15);
  const kind = rng();
  if (kind < 0.12) return 'unknown';
  if (kind < 0.4) return plusDays(today, -between(rng, 0, 3));
  if (kind < 0.65) return plusDays(today, -between(rng, end - 2, end + 1));
  return plusDays(today, -between(rng, 17, Math.max(1500, end + 300)));
}

function anyWarranty(rng: Rng, start: string, today: string): WireFacts {
  const kind = rng();
  if (kind < 0.5) return { warrantyMonths: anyMonths(rng, start, today) };
  if (kind < 0.75) return { warrantyUntil: anyEnd(rng, today) };
  if (kind < 0.85) return { warrantyMonths: anyMonths(rng, start, today), warrantyUntil: anyEnd(rng, today) };
  if (kind < 0.9) return { warrantyMonths: anyMonths(rng, start, today), warrantyUntil: 'unknown' };
  if (kind < 0.95) return { warrantyMonths: 'unknown', warrantyUntil: anyEnd(rng, today) };
  return oneOf(rng, [{ warrantyMonths: 'unknown' }, { warrantyUntil: 'unknown' }]);
}

function anyMonths(rng: Rng, start: string, today: string): number | 'unknown' {
  const kind = rng();
  if (kind < 0.1) return 'unknown';
  if (kind < 0.2) return 0;
  if (kind < 0.5) return oneOf(rng, [1, 6, 12, 24, 36, 600]);
  if (kind < 0.7 || start === 'unknown') return between(rng, 0, 600);
  return Math.max(0, monthsBetween(start, today) + between(rng, -1, 1));
}

function anyEnd(rng: Rng, today: string): string {
  const kind = rng();
  if (kind < 0.1) return 'unknown';
  if (kind < 0.6) return plusDays(today, between(rng, -1, 1));
  return plusDays(today, between(rng, -900, 900));
}

function anyPrice(rng: Rng): Price {
  const currency = oneOf(rng, currencies);
  const digits = between(rng, 0, decimalsOf(currency));
  const whole = String(between(rng, 0, oneOf(rng, [9, 999, 99_999])));
  const fraction = Array.from({ length: digits }, () => between(rng, 0, 9)).join('');
  return { amount: digits === 0 ? whole : `${whole}.${fraction}`, currency };
}
