import { monthsBetween, plusDays } from '../policy/calendar.ts';
import { oneOf, type Rng } from '../random.ts';
import { someConditions } from './random-customers.ts';
import { type Dimension, type Shop, type ShopId, shops, type WireFacts } from './tables.ts';

/** A partial case as the tables see it: a value for each dimension, undefined where it is open. */
export type Case = readonly unknown[];

/** One condition stands for any of them: they behave alike, and `factsOf` draws which is meant. */
const conditionStandIns = ['none', 'first'];

/** Every partial case of the shop, with those facts drawn at random that cannot apply beside the facts known. */
export function* everyCase(shopId: ShopId, rng: Rng): Generator<Case> {
  const choices = shops[shopId].dimensions.map(({ id, values }) => [
    undefined,
    ...(id === 'condition' ? conditionStandIns : values),
  ]);
  const ids = shops[shopId].dimensions.map(({ id }) => id);
  const idle = shopId === 'equipment-shop' ? idleInEquipmentShop : () => [];
  const size = choices.reduce((product, { length }) => product * length, 1);
  for (let at = 0; at < size; at++) {
    const digits: number[] = [];
    choices.reduce((rest, { length }) => {
      digits.push(rest % length);
      return Math.floor(rest / length);
    }, at);
    const values = digits.map((digit, i) => choices[i]?.[digit]);
    const drawn = idle((id) => values[ids.indexOf(id)]);
    if (drawn.some((id) => digits[ids.indexOf(id)] !== 0)) continue;
    yield values.map((value, i) => (drawn.includes(ids[i] ?? '') ? oneOfMaybe(rng, choices[i] ?? []) : value));
  }
}

function oneOfMaybe(rng: Rng, values: readonly unknown[]): unknown {
  return values[Math.floor(rng() * values.length)];
}

/** What is known for certain not to apply: only a parcel at the door is looked into, only a licence is activated. */
function idleInEquipmentShop(known: (id: string) => unknown): string[] {
  const idle: string[] = [];
  const [reason, goods, delivery] = [known('reason'), known('goods'), known('delivery')];
  const inTransit = reason === undefined || reason === 'damaged-in-transit';
  const couldBe = (place: string) => inTransit && (delivery === undefined || delivery === place);
  const tangible = goods === undefined || goods === 'device';
  if (!tangible || !couldBe('received')) idle.push('works');
  if (!tangible || !couldBe('at-handover')) idle.push('deviceDamaged');
  if (goods === 'device') idle.push('activation');
  return idle;
}

/** Facts on the wire that say just what the case says, in one of the many ways to say it. */
export function factsOf(shopId: ShopId, values: Case, rng: Rng, today: string): WireFacts {
  const shop = shops[shopId];
  const facts: WireFacts = {};
  const derived: Record<string, unknown> = {};
  shop.dimensions.forEach(({ id }, i) => {
    if (isDerived(id)) derived[id] = values[i];
    else if (values[i] !== undefined) facts[id] = plainValue(shop, id, values[i], rng);
  });
  return { ...facts, ...oneOf(rng, datings(shop, derived.returnWindow, derived.warranty, today)) };
}

function isDerived(id: Dimension['id']): boolean {
  return id === 'warranty' || id === 'returnWindow';
}

function plainValue(shop: Shop, id: Dimension['id'], value: unknown, rng: Rng): unknown {
  if (id !== 'condition') return value;
  return value === 'none' ? [] : someConditions(shop, rng);
}

const knownDatings = new Map<string, WireFacts[]>();

/** All the dates and months at hand that make the derived facts what they are to be. */
function datings(shop: Shop, returnWindow: unknown, warranty: unknown, today: string): WireFacts[] {
  const key = [shop.id, returnWindow, warranty, today].join(' ');
  const known = knownDatings.get(key);
  if (known !== undefined) return known;
  const starts = shop.startDate === 'purchasedOn' ? purchases(today) : receipts(returnWindow, today);
  const dated = starts.flatMap((start) => {
    const begun = start === undefined ? {} : { [shop.startDate]: start };
    return warranties(warranty, start, today).map((forms) => ({ ...begun, ...forms }));
  });
  knownDatings.set(key, dated);
  return dated;
}

function purchases(today: string): (string | undefined)[] {
  return [undefined, 'unknown', today, ...longBefore(today)];
}

function receipts(returnWindow: unknown, today: string): (string | undefined)[] {
  if (returnWindow === undefined) return [undefined];
  if (returnWindow === 'open') return [0, -1, -13, -14].map((days) => plusDays(today, days));
  return returnWindow === 'closed' ? longBefore(today) : ['unknown'];
}

function longBefore(today: string): string[] {
  return [-15, -31, -400, -1461, -9000].map((days) => plusDays(today, days));
}

function warranties(warranty: unknown, start: string | undefined, today: string): WireFacts[] {
  if (warranty === undefined) return openWarranties(start);
  if (warranty === 'unknown') return unknownWarranties(start);
  return warranty === 'active' ? activeWarranties(start, today) : expiredWarranties(start, today);
}

function openWarranties(start: string | undefined): WireFacts[] {
  const monthsAlone = [{ warrantyMonths: 12 }, { warrantyMonths: 600, warrantyUntil: 'unknown' }];
  return start === undefined ? [{}, ...monthsAlone] : [{}];
}

function unknownWarranties(start: string | undefined): WireFacts[] {
  const given = [
    { warrantyMonths: 'unknown' },
    { warrantyUntil: 'unknown' },
    { warrantyMonths: 'unknown', warrantyUntil: 'unknown' },
  ];
  const undated = [{ warrantyMonths: 1 }, { warrantyMonths: 600, warrantyUntil: 'unknown' }];
  return start === 'unknown' ? [...given, ...undated] : given;
}

function activeWarranties(start: string | undefined, today: string): WireFacts[] {
  const dated = [
    { warrantyUntil: today },
    { warrantyUntil: plusDays(today, 400) },
    { warrantyUntil: today, warrantyMonths: 0 },
    { warrantyUntil: plusDays(today, 1), warrantyMonths: 'unknown' },
  ];
  if (start === undefined || start === 'unknown') return dated;
  const warrantyMonths = monthsBetween(start, today) + 1;
  return [...dated, { warrantyMonths }, { warrantyMonths, warrantyUntil: 'unknown' }];
}

function expiredWarranties(start: string | undefined, today: string): WireFacts[] {
  const dated = [
    { warrantyUntil: plusDays(today, -1) },
    { warrantyUntil: plusDays(today, -400), warrantyMonths: 600 },
    { warrantyMonths: 0 },
    { warrantyMonths: 0, warrantyUntil: 'unknown' },
  ];
  if (start === undefined || start === 'unknown') return dated;
  const warrantyMonths = monthsBetween(start, plusDays(today, -1));
  return warrantyMonths < 1 ? dated : [...dated, { warrantyMonths }];
}
