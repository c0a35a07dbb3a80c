import { cardinalsInDigits } from '../numbers/number-words.ts';

const COLON_TIME =
  /\b(?:at |around |about )?([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?: ?(am|pm|a\.m\.|p\.m\.))?(?![\d:])/i;
const HOUR_TIME = /\b(?:at |around |about )?(1[0-2]|0?[1-9]) ?(am|pm|a\.m\.|p\.m\.)(?![a-z])/i;
const NOON = /\b(?:at )?(?:noon|midday)\b/i;

/** "7.20" is a day in July elsewhere: here an hour stands beside it, or the word that only hours have. */
const DOTTED_TIME =
  /\b(at |around |about )?([01]?\d|2[0-3])[.h]([0-5]\d)(?: ?(am|pm|a\.m\.|p\.m\.|h|hrs?|hours?|uhr)\b)?(?![.\d])/i;
const LATER_HALF = /\b(?:afternoon|evening|tonight)\b/i;
/** "Last night at eleven" is before midnight; a smaller hour of the night is after it. */
const NIGHT = /\bnight\b/i;
const NIGHT_FROM = 6;
const PART_OF_DAY = /\b(?:morning|afternoon|evening|tonight|night)\b/i;
const TIME_IN_PART =
  /\b(?:at |around |about )?(1[0-2]|[1-9]) (?:in the |this |at )(morning|afternoon|evening|night)\b/i;

/** The words beside a time of day that say no more than it does. */
export const timeWords: ReadonlySet<string> = new Set(
  'am pm oclock clock hour hours hrs h uhr half past quarter to noon midday midnight morning afternoon evening night sharp dot exactly precisely'.split(
    ' ',
  ),
);

const SPOKEN_TIME =
  /\b(?:at |around |about )?(?:(half|quarter) (past|to) )?(1[0-2]|[1-9])(?: ?(o'?clock))?(?: ?(am|pm|a\.m\.|p\.m\.))?(?![a-z\d:./-])/gi;

const PART_OF_HOUR = /\b(?:half|quarter) (?:past|to) /i;
/** "Half two" is half past two in English; it needs a sign that a time is meant. */
const HALF_HOUR =
  /\b(?:at half|half(?= \w+ ?(?:am|pm|a\.m\.|p\.m\.|in the (?:morning|afternoon|evening))(?![a-z]))) (?!past|to\b|an? )/i;
const EXACTLY = /\b(?:on the dot|sharp|exactly|precisely)\b/gi;
const TWELVE = /\b(?:12|twelve) (?=noon|midday)/gi;

/** A time of day in a message, as `14:30`, and the message without it; `undefined` if it names none. */
export function readTimeOfDay(text: string): { time: string; rest: string } | undefined {
  const plain = text
    .normalize('NFKC')
    .slice(0, 300)
    .replace(/(\d)T(\d)/g, '$1 $2')
    .replace(EXACTLY, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(TWELVE, '')
    .replace(HALF_HOUR, (words) => `${words}past `);
  const isPart = PART_OF_HOUR.test(plain);
  const found = isPart ? null : (COLON_TIME.exec(plain) ?? HOUR_TIME.exec(plain) ?? NOON.exec(plain));
  if (!found) return spokenTime(plain) ?? timeInPart(plain) ?? dottedTime(plain);
  const [words, hour, second, third] = found;
  const rest = plain.replace(words, ' ').replace(/\s+/g, ' ').trim();
  if (hour === undefined) return { time: '12:00', rest };
  const minute = second !== undefined && /^\d\d$/.test(second) ? second : '00';
  const half = third ?? (/^[ap]/i.test(second ?? '') ? second : halfIn(plain, Number(hour)));
  return { time: `${String(inHalf(Number(hour), half)).padStart(2, '0')}:${minute}`, rest };
}

/** "Half past ten", "quarter to 3 pm", "nine o'clock". */
function spokenTime(plain: string): { time: string; rest: string } | undefined {
  const text = cardinalsInDigits(plain.toLowerCase());
  const found = [...text.matchAll(SPOKEN_TIME)].find(([, part, , , oClock]) => (part ?? oClock) !== undefined);
  if (!found) return undefined;
  const [words, part, side, hour, , said] = found;
  const half = said ?? halfIn(text, Number(hour));
  const minutes = part === undefined ? 0 : (part === 'half' ? 30 : 15) * (side === 'to' ? -1 : 1);
  const total = inHalf(Number(hour), half) * 60 + minutes;
  const time = `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
  return { time, rest: text.replace(words, ' ').replace(/\s+/g, ' ').trim() };
}

/** "9 in the morning". */
function timeInPart(plain: string): { time: string; rest: string } | undefined {
  const [words, hour, part = ''] = TIME_IN_PART.exec(plain) ?? [];
  if (words === undefined) return undefined;
  const time = `${String(inHalf(Number(hour), part === 'morning' ? 'am' : 'pm')).padStart(2, '0')}:00`;
  // "This morning" is a day as well.
  const kept = /\bthis \w+$/i.exec(words)?.[0] ?? ' ';
  return { time, rest: plain.replace(words, kept).replace(/\s+/g, ' ').trim() };
}

/** "At 16.40", "16.40 h", "this morning 7.20". */
function dottedTime(plain: string): { time: string; rest: string } | undefined {
  const [words, lead, hour, minute = '00', mark] = DOTTED_TIME.exec(plain) ?? [];
  if (words === undefined || (!lead && !mark && !PART_OF_DAY.test(plain))) return undefined;
  const half = /^[ap]/i.test(mark ?? '') ? mark : halfIn(plain, Number(hour));
  const time = `${String(inHalf(Number(hour), half)).padStart(2, '0')}:${minute}`;
  return { time, rest: plain.replace(words, ' ').replace(/\s+/g, ' ').trim() };
}

/** The half of the day that the words beside an hour tell; `undefined` if they tell none. */
function halfIn(text: string, hour: number): 'pm' | undefined {
  if (hour === 0 || /\bmorning\b/i.test(text)) return undefined;
  return LATER_HALF.test(text) || (NIGHT.test(text) && hour >= NIGHT_FROM && hour < 12) ? 'pm' : undefined;
}

function inHalf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}
