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
  const derived = new Map<Dimension, unknown>();
  shop.dimensions.forEach((dimension, i) => {
    const { id } = dimension;
    if (dimension.isDerived) derived.set(dimension, values[i]);
    else if (values[i] !== undefined) facts[id] = plainValue(shop, id, values[i], rng);
  });
  return { ...facts, ...oneOf(rng, datings(shop, derived, today)) };
}

function plainValue(shop: Shop, id: Dimension['id'], value: unknown, rng: Rng): unknown {
  if (id !== 'condition') return value;
  return value === 'none' ? [] : someConditions(shop, rng);
}

const knownDatings = new Map<string, WireFacts[]>();

/** All the dates and months at hand that make the derived facts what they are to be. */
function datings(shop: Shop, derived: ReadonlyMap<Dimension, unknown>, today: string): WireFacts[] {
  const key = [shop.id, ...derived.values(), today].join(' ');
  const known = knownDatings.get(key);
  if (known !== undefined) return known;
  const dated = everyDating(shop, today).filter((facts) =>
    [...derived].every(([dimension, value]) => dimension.read(facts, today) === value),
  );
  knownDatings.set(key, dated);
  return dated;
}

function everyDating(shop: Shop, today: string): WireFacts[] {
  const starts = [
    undefined,
    'unknown',
    ...[0, -1, -13, -14, -15, -31, -400, -1461, -9000].map((days) => plusDays(today, days)),
  ];
  return starts.flatMap((start) => {
    const begun = start === undefined ? {} : { [shop.startDate]: start };
    return warranties(start, today).map((forms) => ({ ...begun, ...forms }));
  });
}

function warranties(start: string | undefined, today: string): WireFacts[] {
  return [
    ...openWarranties(start),
    ...unknownWarranties(start),
    ...activeWarranties(start, today),
    ...expiredWarranties(start, today),
  ];
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
