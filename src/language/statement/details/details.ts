import { anyOf, wordSet } from '../../text/phrases.ts';
import { inLatinLetters, plainSpelling } from '../../text/plain-spelling.ts';
import en from '../en/details/numbers.json' with { type: 'json' };
import type { Span } from '../inferred-fact.ts';
import { type Code, codesIn, spelt } from './codes.ts';
import { emailsIn, type Given } from './emails.ts';
import { withDigits } from './spoken-signs.ts';
import { asDigits, isClosed, isOfOldOne, placeMeant } from './superseded.ts';

/** Details of a message that are no facts of a policy but lead to some. */
export interface StatedDetails {
  orderNumber?: string;
  email?: string;
  serialNumber?: string;
}

/** The details in a message, and where they stand in it. */
export interface DetailReading {
  details: StatedDetails;
  /** Different order numbers; the customer means one of them, and who knows which. */
  orderNumbers: string[];
  /** The characters of the numbers and addresses themselves. */
  values: Span[];
  /** The same with the words that name them, such as "my order number is". */
  spans: Span[];
}

const MARKS = String.raw`#:=.("'\u201C\u201D\u00AB-`;
const BETWEEN = String.raw`(?:(?: ?[${MARKS}]{1,2} ?| )${anyOf(en.between)}\b){0,4}[ ${MARKS}]{0,4}`;
const LEAD = String.raw`(?:\b(?:${anyOf(en.before)} )?)`;
const ORDER_BEFORE = labelled(en.order);
const SERIAL_BEFORE = labelled(en.serial);
const ORDER_AFTER = followedBy(en.order);
const SERIAL_AFTER = followedBy(en.serial);
const NUMBERED = new RegExp(String.raw`#|\b${anyOf(en.number)}\b|number$`, 'i');
const OTHER_BEFORE = new RegExp(String.raw`\b(?:${anyOf(en.others)}|${anyOf(en.serial)})(?:${BETWEEN})?$`, 'i');
const OWNED_BEFORE = new RegExp(String.raw`\b${anyOf(en.owned)} $`, 'i');
const NEGATED_BEFORE = /\b(?:not|isn't|wasn't)(?: the)? ?#?$/i;
const AROUND = wordSet(en.around);
const GOING_ON = wordSet(en.goingOn);
const INSTEAD_BEFORE = new RegExp(
  String.raw`\b${anyOf(en.anew)}[ ,:;.!-]{1,3}(?:(?:it's|it is|it was|is|the|number|to say)[ :]){0,3}$`,
  'i',
);
const ANEW = new RegExp(
  String.raw`\b${anyOf(en.anew)}\b|\d[ .,;\u2026-]+(?:no|nope)[ ,.:-]+(?:${anyOf(en.between)} )*\S*\d`,
  'i',
);
/** "The invoice is INV-2291, but your order would be 84016". */
const RATHER_BEFORE = new RegExp(
  String.raw`\bbut\b[^.;\d]*\b(?:order|your (?:own )?${anyOf(en.number)})\b[^.;\d]{0,30}$`,
  'i',
);

/**
 * The order number, e-mail address and serial number in a message, whole as they were written but in plain digits and
 * dashes. A number that nothing names is one of an order where that is `asked` for, beside an address, behind a "#",
 * alone, or where it is like one of `orderNumbers`, which are examples of the shop's own.
 */
export function readDetails(
  text: string,
  asked?: keyof StatedDetails,
  orderNumbers: readonly string[] = [],
): DetailReading {
  const plain = asked === undefined ? plainSpelling(text) : withDigits(plainSpelling(text));
  const emails = emailsIn(plain, { asked: asked === 'email' });
  const codes = codesGiven(plain, emails, asked).filter(
    (code, _, all) => !NEGATED_BEFORE.test(before(plain, code)) && !(all.length > 1 && isOfOldOne(plain, code)),
  );
  const rather = codes.filter((code) => RATHER_BEFORE.test(before(plain, code)));
  const byName =
    rather.length === 1
      ? rather.map(asGiven(plain))
      : ofOrderItself(
          plain,
          codes.flatMap((code) => named(plain, code, ORDER_BEFORE, ORDER_AFTER)),
        );
  const orders = byName.length > 0 ? [...byName, ...codes.filter(isInstead(plain, byName)).map(asGiven(plain))] : [];
  const free = codes.filter((code) => !orders.some(({ start }) => start === code.start));
  const serials = free.flatMap((code) => named(plain, code, SERIAL_BEFORE, SERIAL_AFTER));
  const unnamed = free.filter((code) => !serials.some(({ start }) => start === code.start));
  const isFirstOfOrder = asked !== 'serialNumber';
  const guessed =
    orders.length > 0 || !isFirstOfOrder
      ? []
      : unnamed.filter(isLikely(plain, asked, emails, orderNumbers)).map(asGiven(plain));
  const guessedSerials = serials.length === 0 && asked === 'serialNumber' ? serialsAmong(plain, unnamed) : [];
  const order = oneOf(plain, [...orders, ...guessed]);
  const serial = oneOf(plain, [...serials, ...guessedSerials]);
  const email = oneOf(
    plain,
    emails.filter((one, _, all) => all.length < 2 || !isOfOldOne(plain, one)),
  );
  const found = [...emails, ...orders, ...guessed, ...serials, ...guessedSerials];
  return {
    details: {
      ...(order.length === 1 && { orderNumber: order[0] }),
      ...(email.length === 1 && { email: email[0] }),
      ...(serial.length === 1 && { serialNumber: serial[0] }),
    },
    orderNumbers: order.length > 1 ? order : [],
    values: found.map(({ start, end }) => ({ start, end })),
    spans: found.map(({ span }) => span),
  };
}

/** The codes of a text; where none is asked for, one that is spelt out or in groups is named by the words before it. */
function codesGiven(text: string, emails: readonly Given[], asked: keyof StatedDetails | undefined): Code[] {
  if (asked === 'email') return codesIn(text, emails);
  const groups = spelt(text, { mayBePhone: asked === 'serialNumber' });
  if (asked !== undefined)
    return groups.length > 0
      ? groups
      : codesIn(text, emails, { mayBePhone: asked === 'serialNumber' && isAllFigures(text) });
  const isNamed = (code: Code): boolean =>
    ORDER_BEFORE.test(before(text, code)) || SERIAL_BEFORE.test(before(text, code));
  // "E Q 1 0 0 1 anna@example.com": nobody spells out anything else beside an address, or alone.
  const isOfOrder = (code: Code): boolean =>
    code.isShaped && (isBare(text, code) || emails.some((email) => isBeside(text, code, email)));
  const own = groups.filter((code) => isNamed(code) || isOfOrder(code));
  const isApart = ({ start, end }: Code): boolean => !own.some((group) => start < group.end && end > group.start);
  return [...codesIn(text, emails).filter(isApart), ...own];
}

/** True of a text without any word: what is asked for, whatever its figures look like. */
function isAllFigures(text: string): boolean {
  return !/\p{L}/u.test(text) && !text.includes('+');
}

/** A text with the characters of some spans as blanks, so that every other word stays at its place. */
export function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

function labelled(labels: readonly string[]): RegExp {
  return new RegExp(String.raw`${LEAD}\b(?:${anyOf(labels)})(${BETWEEN})$`, 'i');
}

/** "EQ-1001 is my order number", "the EQ-1001 order"; what another number follows names that one. */
function followedBy(labels: readonly string[]): RegExp {
  const label = String.raw`${anyOf(labels)}\b(?: ${anyOf(en.number)}\b)?`;
  return new RegExp(
    String.raw`^["'\u201D)]?(?: (?:is|was|as|being) (?:my|the|our|an?))? ${label}(?! ?[:#]| ?\S*\d)`,
    'i',
  );
}

/** The code with the words that name it, if some do. */
function named(text: string, code: Code, behind: RegExp, ahead: RegExp): Given[] {
  const lead = behind.exec(before(text, code));
  const trail = ahead.exec(text.slice(code.end, code.end + 60))?.[0].length ?? 0;
  if (!lead && trail === 0) return [];
  const isNumbered = lead ? NUMBERED.test(lead[0]) : false;
  if (!isNumbered && !code.isShaped && !isLong(code)) return [];
  const span = { start: code.start - (lead?.[0].length ?? 0), end: code.end + trail };
  return [{ ...code, span }];
}

/** "The invoice is 2026/5, the order no. 12-88": what is named as the order's weighs more than an invoice's. */
function ofOrderItself(text: string, orders: readonly Given[]): readonly Given[] {
  const own = orders.filter((one) => ITSELF.test(text.slice(one.span.start, one.start)));
  const others = orders.filter((one) => OF_INVOICE.test(text.slice(one.span.start, one.start)));
  return own.length === 1 && own.length + others.length === orders.length ? own : orders;
}

const ITSELF = /\b(?:order|ordernumber)\b/i;
const OF_INVOICE = /\b(?:invoice|confirmation)\b/i;

/** "Order EQ-1, I mean EQ-2": a shaped code behind words that take the number before it back. */
function isInstead(text: string, orders: readonly Given[]) {
  return (code: Code): boolean => {
    const isNamed = orders.some(({ start }) => start === code.start);
    return !isNamed && code.isShaped && INSTEAD_BEFORE.test(before(text, code));
  };
}

/** True if a code is no mere count: four signs or more, and not three digits. */
function isLong({ value }: Code): boolean {
  return value.length >= 4;
}

function isLikely(text: string, asked: string | undefined, emails: readonly Given[], orderNumbers: readonly string[]) {
  return (code: Code): boolean => {
    const lead = before(text, code);
    if (OTHER_BEFORE.test(lead)) return false;
    if (orderNumbers.some(isLike(code))) return true;
    if (isWhole(text, code)) return code.isShaped || asked === 'orderNumber' || isMarked(text, code);
    if (isMarked(text, code)) return true;
    if (OWNED_BEFORE.test(lead)) return false;
    if (asked === 'orderNumber') return code.isShaped || isNumberAlone(text, code);
    if (code.isShaped) return emails.length > 0 || asked === 'email' || isBare(text, code);
    return /^\d{4,12}$/.test(code.value) && emails.some((email) => isBeside(text, code, email));
  };
}

/** Tells of an example if a code begins with the same letters, and has as many digits. */
function isLike({ value }: Code): (example: string) => boolean {
  const shape = (number: string) => /^(\p{L}+)[^\p{L}\p{N}]*(\d+)$/u.exec(number.toUpperCase());
  const [, letters, digits = ''] = shape(value) ?? [];
  return (example) => {
    const [, ownLetters, ownDigits = ''] = shape(example) ?? [];
    return letters !== undefined && letters === ownLetters && digits.length === ownDigits.length;
  };
}

/** Fewer digits in two groups may be a day. */
const FEWEST_IN_GROUPS = 6;

/** True if digits are many enough to be the number asked for, or little else is said. */
function isNumberAlone(text: string, code: Code): boolean {
  const isLongNumber = /^\d{5,}$/.test(code.value.replaceAll(' ', '')) && !isCount(text, code);
  // "It's 88-31904".
  const isGrouped = /^\d{2,}(?:-\d+)+$/.test(code.value) && code.value.replaceAll('-', '').length >= FEWEST_IN_GROUPS;
  return isLongNumber || ((isGrouped || /^\d{3,}/.test(code.value)) && isBare(text, code));
}

/** "10000 pages": what is counted follows. */
function isCount(text: string, { end }: Span): boolean {
  const next = /^ +([\p{L}']+)/u.exec(text.slice(end))?.[1];
  return next !== undefined && !GOING_ON.has(next.toLowerCase());
}

/** Codes that may be of a device, where that is asked for; one in groups is one. */
function serialsAmong(text: string, codes: readonly Code[]): Given[] {
  const likely = codes.filter(
    (code) => !OTHER_BEFORE.test(before(text, code)) && (isLong(code) || isWhole(text, code)),
  );
  const shaped = likely.filter(({ value }) => /\p{L}/u.test(value));
  return (shaped.length > 0 ? shaped : likely).map(asGiven(text));
}

function asGiven(text: string): (code: Code) => Given {
  return (code) => ({ ...code, span: { start: code.start - (text[code.start - 1] === '#' ? 1 : 0), end: code.end } });
}

/** Their different values; where something is taken back, the last. */
function oneOf(text: string, given: readonly Given[]): string[] {
  const inOrder = given.toSorted((one, other) => one.start - other.start);
  const byLetters = new Map(
    inOrder
      .map((one) => inLatinLetters(one.value))
      .map((value) => [value.toUpperCase().replace(/[^\p{L}\p{N}@]/gu, ''), value]),
  );
  const values = [...byLetters.values()];
  if (values.length < 2) return values;
  const isSpeltAnew = new Set(values.map((value) => asDigits(value).toUpperCase())).size === 1;
  const [first, second] = inOrder;
  const isMoved = values.length === 2 && first && second && first.value.includes('@') && isClosed(text, first, second);
  if (ANEW.test(text) || isSpeltAnew || isMoved) return values.slice(-1);
  const place = values.length === 2 ? placeMeant(text) : undefined;
  return place === undefined ? values : values.slice(place, place + 1);
}

function isWhole(text: string, { start, end }: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end));
}

/** True if what stands around a code says no more than that it is the number. */
function isBare(text: string, { start, end }: Span): boolean {
  const words = `${text.slice(0, start)} ${text.slice(end)}`.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.every((word) => AROUND.has(word) || word.includes('@'));
}

/** "#1001", "N° 1001" */
function isMarked(text: string, { start, value }: Code): boolean {
  return MARKED_BEFORE.test(text.slice(0, start)) && /\d{3,}/.test(value);
}

const MARKED_BEFORE = /(?:#|\bn[°º]|№) ?$/i;

function isBeside(text: string, code: Span, email: Span): boolean {
  const [first, last] = code.start < email.start ? [code, email] : [email, code];
  return /^[ ,;/|+&\n<("'-]*(?:and )?[<("'-]*$/i.test(text.slice(first.end, last.start));
}

function before(text: string, { start }: Span): string {
  return text.slice(Math.max(0, start - 60), start);
}
