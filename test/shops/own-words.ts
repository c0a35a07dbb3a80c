import { oneOf, type Rng } from '../random.ts';

type Facts = Record<string, unknown>;

/** The day on which they all write. */
export const today = '2026-11-21';

/** What customers say for a value, by fact and value; every sentence states that value and nothing that contradicts the case. */
type Phrases = Record<string, Record<string, readonly string[]>>;

const equipment: Phrases = {
  reason: {
    'not-working': [
      'it does not work any more',
      'it stopped working',
      'it is broken',
      "it won't start",
      'it keeps crashing',
      'it is defective, I am afraid',
      'the thing is dead',
      'half of its functions do not work',
    ],
    'changed-mind': [
      'I changed my mind about it',
      "I don't want it any more",
      'I no longer need it',
      'we decided against it in the end',
      'I would rather have my money back, I just do not need it',
    ],
    'wrong-item': [
      'I ordered the wrong one',
      'I picked the wrong product by mistake',
      'it was my mistake, I chose the wrong model',
      'I meant to order a different one',
    ],
    'wrong-details': [
      'I gave a wrong address in the order',
      'I entered wrong order details',
      'there is a mistake in the order details I typed',
    ],
    'wrong-serial': [
      'I entered a wrong serial number',
      'the serial number I gave was wrong',
      'I mistyped the serial number in the order',
    ],
    'damaged-in-transit': [
      'it was damaged on the way',
      'the courier damaged it in transit',
      'it got damaged during the transport',
    ],
    other: ['something else', 'it is about something else', 'none of these'],
  },
  goods: {
    device: ['it is a device', 'it is a hardware key', 'it is a scan tool', 'a physical device, an adapter'],
    digital: ['it is a software licence', 'it is a digital product', 'it is a licence key', 'it is a software module'],
    service: ['it is a configuration service', 'it is about a service', 'the configuration service you offer'],
  },
  delivery: {
    'not-shipped': ['it has not been shipped yet', 'it was not sent yet', 'you have not dispatched it yet'],
    'in-transit': ['it is on its way', 'the parcel is still in transit', 'it has been shipped but is not here yet'],
    'at-handover': ['the courier is at the door right now', 'the courier is here with the parcel'],
    received: ['I have received it', 'it arrived', 'it was delivered', 'I have it here'],
  },
  activation: {
    'not-activated': ['it is not activated yet', 'I have not activated it', 'nothing was activated so far'],
    'waiting-for-activation': ['the order says waiting for activation', 'it is waiting for activation'],
    activated: ['it is already activated', 'I activated it', 'it has been activated'],
  },
  discounted: {
    true: ['it was on sale', 'I bought it at a discount', 'I paid a reduced price', 'I had a promo code for it'],
    false: ['I paid the full price', 'no discount', 'it was not on sale', 'I bought it at the regular price'],
  },
  works: {
    true: ['the device itself works fine', 'it still works'],
    false: ['the device itself does not work', 'it does not work at all'],
  },
  deviceDamaged: {
    true: ['the device itself is damaged', 'I can see damage on the device'],
    false: ['the device itself is not damaged', 'there is no damage on the device itself'],
  },
};

/** What customers say of the things on a checklist. */
const listed: Record<string, Record<string, readonly string[]>> = {
  'equipment-shop': {
    'unauthorised-repair': ['a friend of mine repaired it', 'it was repaired by somebody unauthorised'],
    'seal-damaged': ['the warranty seal is broken', 'the seal is damaged'],
    'signs-of-use': ['it has scratches', 'there are marks of use on it'],
    'tampered-software': ['its software was tampered with', 'the firmware was hacked'],
    'packaging-missing-or-damaged': ['the original packaging is missing', 'I threw away the box'],
  },
  'fourteen-day-shop': {
    'user-damage': ['I dropped it', 'I damaged it badly myself'],
    accident: ['there was a flood', 'it was in a fire'],
    wear: ['it is just worn out', 'normal wear'],
  },
};

const fourteenDays: Phrases = {
  reason: {
    'not-working': [
      'it does not work any more',
      'it stopped working',
      'it is broken',
      "it won't turn on",
      'it is faulty',
      'it died on me',
      'it switches itself off all the time',
    ],
    'changed-mind': [
      'I changed my mind about it',
      "I don't want it any more",
      'I simply do not like it',
      'I do not need it after all',
    ],
    'damaged-or-incomplete': [
      'it was damaged when it came',
      'parts are missing',
      'the parcel is damaged',
      'it is incomplete, something is missing in the box',
    ],
    other: ['something else', 'it is about something else', 'none of these'],
  },
  delivery: {
    'not-shipped': ['it has not been shipped yet', 'it was not sent yet'],
    'in-transit': ['it is on its way', 'the parcel is still in transit'],
    'at-handover': ['the courier is at the door right now', 'the courier is here with the parcel'],
    received: ['I have received it', 'it was delivered', 'I have it here'],
  },
  inspectedAtHandover: {
    true: ['I checked it together with the courier', 'I inspected it when it was handed over'],
    false: ['I did not check it when it was handed over', 'nobody inspected it at the hand-over'],
  },
};

const phrases = { 'equipment-shop': equipment, 'fourteen-day-shop': fourteenDays };

/** What a customer says of one fact in their own words; `undefined` where they would just answer. */
export function inOwnWords(shop: keyof typeof phrases, fact: string, value: unknown, rng: Rng): string | undefined {
  const said = phrases[shop][fact]?.[String(value)];
  if (said) return oneOf(rng, said);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return datePhrase(fact, value, rng);
  if (fact === 'warrantyMonths' && typeof value === 'number' && value > 1) {
    return oneOf(rng, [`it has ${value} months of warranty`, `the warranty is ${value} months`]);
  }
  return undefined;
}

/** What a customer says to a checklist in their own words; `undefined` where they would just tick. */
export function listInOwnWords(shop: keyof typeof phrases, members: string[], rng: Rng): string | undefined {
  if (members.length === 0) return oneOf(rng, ['none of that', 'no, nothing like that', 'none, it is as good as new']);
  const said = members.map((member) => listed[shop]?.[member]);
  if (said.some((one) => one === undefined)) return undefined;
  return said.map((one) => oneOf(rng, one ?? [])).join(oneOf(rng, [' and ', ', ', ', and ']));
}

function datePhrase(fact: string, date: string, rng: Rng): string | undefined {
  const ago = Math.round((Date.parse(today) - Date.parse(date)) / 86_400_000);
  const relative = ago > 1 && ago < 60 && rng() < 0.5 ? `${ago} days ago` : undefined;
  if (relative && fact === 'purchasedOn') return `I bought it ${relative}`;
  if (relative && fact === 'receivedOn') return oneOf(rng, [`I received it ${relative}`, `got it ${relative}`]);
  const day = oneOf(rng, [date, inWords(date, 'en-GB'), inWords(date, 'en-US')]);
  if (fact === 'purchasedOn')
    return oneOf(rng, [`I bought it on ${day}`, `I ordered it on ${day}`, `purchased on ${day}`]);
  if (fact === 'receivedOn')
    return oneOf(rng, [`I received it on ${day}`, `it arrived on ${day}`, `it was delivered on ${day}`]);
  return fact === 'warrantyUntil' ? `the warranty runs until ${day}` : undefined;
}

function inWords(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** What somebody writes who says several things at once. */
export function together(sentences: string[], rng: Rng): string {
  const opening = oneOf(rng, ['', 'Hi, ', 'hello there, ', 'Good morning! ', 'ok so ', 'listen, ']);
  const joint = oneOf(rng, ['. ', ', ', ', and ', '. Also, ', '\n', '; ']);
  const ending = oneOf(rng, ['', '.', ' :(', '!!', '. Thanks', ' ... what now']);
  return `${opening}${sentences.join(joint)}${ending}`;
}

/** What somebody comes with in the middle of an interview, and that answers nothing. */
export const asides = [
  'who pays for the shipping?',
  'how long does a refund take?',
  'thanks for your help so far',
  'are you a robot?',
  'hello?',
  'what do you need that for?',
  'this is taking ages, you idiots',
  'help',
] as const;

/** The facts of a case that a customer could volunteer. */
export function tellable(facts: Facts): string[] {
  const hasEnd = facts.warrantyUntil !== undefined && facts.warrantyUntil !== 'unknown';
  // Who knows the last day of a warranty does not tell its length: the day wins.
  const untold = new Set(['price', 'condition', ...(hasEnd ? ['warrantyMonths'] : [])]);
  return Object.keys(facts).filter((fact) => !untold.has(fact) && facts[fact] !== 'unknown');
}
