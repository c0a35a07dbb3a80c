import type { Temporal } from 'temporal-polyfill';
import { after, before, DURATION, UNIT } from '../../../numbers/date-lengths.ts';
import { type DateRule, type Days, oneDay } from '../../rule.ts';
import { isUpTo, lastWeekday, WEEKDAY, weekDays, weekdayNumber } from '../names.ts';
import { HEDGE_AFTER, HEDGE_BEFORE, type Hedge, hedged, hedgeOf } from './hedges.ts';

/** "Four days since" is "four days ago", "since" before a day is not. */
const AGO = '(?:ago|back|since(?=$|[.,!?]| only))';
const LENGTH = `(\\d{1,3}|an?)(?: (${UNIT}))?(?: ${AGO})?(?: (?:it (?:was|is)|that (?:was|is)|now))?`;
/** "Over two weeks ago, under three", "less than a month but more than 3 weeks": between the two. */
const BOUNDED: DateRule = {
  pattern: new RegExp(
    `(${HEDGE_BEFORE}|\\bnot) ${LENGTH},? ?(?:and |but |yet |though )*(${HEDGE_BEFORE}|\\bnot) ${LENGTH}(?![\\w/.-]\\w)`,
    'g',
  ),
  read: ([, first, one = '', unit, second, other = '', otherUnit], { today }) => {
    const [bound, otherBound] = [boundOf(first), boundOf(second)];
    const units = unit ?? otherUnit;
    if (units === undefined || bound === undefined || otherBound === undefined || bound === otherBound)
      return undefined;
    const [own, others] = [before(today, `${one} ${units}`), before(today, `${other} ${otherUnit ?? units}`)];
    const [least, most] = bound === 'least' ? [own, others] : [others, own];
    const [lower, upper] = bound === 'least' ? [first, second] : [second, first];
    const isIn = (words: string | undefined): boolean => INCLUSIVE.has(hedgeOf(words, undefined));
    return between(least, most, { isLeastIn: isIn(lower), isMostIn: isIn(upper) || upper?.trim() === 'not' });
  },
};
/** "Two weeks ago at the least, three at the most". */
const BOUNDED_AFTER: DateRule = {
  pattern: new RegExp(
    `\\b${LENGTH},? (${HEDGE_AFTER}),? ?(?:and |but )?(\\d{1,3}|an?)(?: (${UNIT}))?(?: ${AGO})?,? (${HEDGE_AFTER})`,
    'g',
  ),
  read: ([, one = '', unit, first, other = '', otherUnit, second], { today }) => {
    const [hedge, otherHedge] = [hedgeOf(undefined, first), hedgeOf(undefined, second)];
    const units = unit ?? otherUnit;
    if (units === undefined || hedge === otherHedge) return undefined;
    const [own, others] = [before(today, `${one} ${units}`), before(today, `${other} ${otherUnit ?? units}`)];
    if (hedge === 'at-least' && otherHedge === 'at-most') return between(own, others, BOTH_IN);
    return hedge === 'at-most' && otherHedge === 'at-least' ? between(others, own, BOTH_IN) : undefined;
  },
};

const BOTH_IN = { isLeastIn: true, isMostIn: true };
/** Said of a length that may be just as long: "at most two weeks". */
const INCLUSIVE: ReadonlySet<Hedge | undefined> = new Set<Hedge | undefined>(['at-least', 'at-most']);

/** The end of a stretch of time that a hedge sets: `least` of "over", `most` of "under". */
function boundOf(words: string | undefined): 'least' | 'most' | undefined {
  if (words?.trim() === 'not') return 'most';
  const hedge = hedgeOf(words, undefined);
  if (hedge === 'longer-than' || hedge === 'at-least') return 'least';
  return hedge === 'shorter-than' || hedge === 'at-most' || hedge === 'nearly' ? 'most' : undefined;
}

/** The days between a least and a most time ago; those ends count in where they are said to. */
function between(
  least: Days | undefined,
  most: Days | undefined,
  { isLeastIn, isMostIn }: typeof BOTH_IN,
): Days | undefined {
  if (!least || !most || !isUpTo(most.from, least.to)) return undefined;
  return {
    from: isMostIn ? most.from : most.from.add({ days: 1 }),
    to: isLeastIn ? least.to : least.to.subtract({ days: 1 }),
  };
}

/**
 * A length of time back from today: "3 weeks ago", "2 or 3 days ago", "less than a month ago", "within the last 2
 * weeks".
 */
export const AGO_RULES: DateRule[] = [
  BOUNDED,
  BOUNDED_AFTER,
  {
    pattern: new RegExp(
      `\\b(?:between (\\d{1,3}|an?)(?: (${UNIT}))? and|(\\d{1,3}|an?)(?: (${UNIT}))? ?(?:-|to|or|,)(?: maybe| perhaps)?) ?(\\d{1,3})(?: (${UNIT}))? ${AGO}\\b`,
      'g',
    ),
    read: ([, least, unitOfLeast, fewer, unitOfFewer, most = '', unit], { today }) => {
      const [first, units] = [unitOfLeast ?? unitOfFewer, unit ?? unitOfLeast ?? unitOfFewer];
      if (units === undefined) return undefined;
      const late = before(today, `${least ?? fewer} ${first ?? units}`);
      const early = before(today, `${most} ${units}`);
      return late && early && isUpTo(early.from, late.to) ? { from: early.from, to: late.to } : 'nothing';
    },
  },
  // "2, 2 and a half weeks ago", "2 or 2.5 weeks back"
  {
    pattern: new RegExp(
      `\\b(?:between )?(\\d{1,2}|an?)(?: ${UNIT})?,? ?(?:-|to|or|and|,|maybe|perhaps)(?: maybe| perhaps)? ?(?:(\\d{1,2}) and a half (${UNIT})|(\\d{1,2})[.,]5 (${UNIT})|(an?) (${UNIT}) and a half) ${AGO}\\b`,
      'g',
    ),
    read: ([, least = '', most, unit, figure, unitOfFigure, one, unitOfOne], { today }) => {
      const units = unit ?? unitOfFigure ?? unitOfOne ?? '';
      const late = before(today, `${least} ${units}`);
      const early = before(today, `${most ?? figure ?? one} and a half ${units}`);
      return late && early && isUpTo(early.from, late.to) ? { from: early.from, to: late.to } : undefined;
    },
  },
  // "2 weeks ago, 3 at most"
  {
    pattern: new RegExp(
      `\\b(\\d{1,3}|an?) (${UNIT}) ${AGO},? (?:or )?(?:maybe |perhaps )?(\\d{1,3}) (?:at (?:the )?(?:very )?(?:most|utmost)|tops|max(?:imum)?)\\b`,
      'g',
    ),
    read: ([, least, unit, most], { today }) => {
      const late = before(today, `${least} ${unit}`);
      const early = before(today, `${most} ${unit}`);
      return late && early && isUpTo(early.from, late.to) ? { from: early.from, to: late.to } : undefined;
    },
  },
  // "Two weeks ago on Friday" is two weeks before the last Friday, "Friday two weeks ago" in the week two weeks back.
  {
    pattern: new RegExp(`\\b(\\d{1,2}|an?) weeks? (?:ago )?,? ?(?:this |last |past |on )?(${WEEKDAY})`, 'g'),
    read: ([, weeks = '', weekday = ''], { today }) =>
      before(lastWeekday(weekdayNumber(weekday), today), `${weeks} weeks`),
  },
  {
    pattern: new RegExp(`\\b(?:on )?(${WEEKDAY}),? (\\d{1,2}|an?|a couple of) weeks? ${AGO}\\b`, 'g'),
    read: ([, weekday = '', weeks = ''], { today }) => {
      const then = before(today, `${weeks} weeks`);
      return then && oneDay(weekDays(then.from).from.add({ days: weekdayNumber(weekday) - 1 }));
    },
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2}) (weekends|${WEEKDAY.replace('\\b', '')}s) ${AGO}\\b`, 'g'),
    read: ([, count, unit = ''], { today }) => {
      const weeks = Number(count) - 1;
      if (unit !== 'weekends')
        return oneDay(lastWeekday(weekdayNumber(unit), today.subtract({ days: 1 })).subtract({ weeks }));
      return lastWeekend(today.subtract({ weeks }));
    },
  },
  {
    pattern: new RegExp(
      `(${HEDGE_BEFORE} ?)?(?<!\\w)(${DURATION})( ${HEDGE_AFTER})? ${AGO}\\b(?: (today|yesterday)\\b)?(,? ${HEDGE_AFTER})?`,
      'g',
    ),
    read: ([, lead, duration = '', within, counted, after], { today }) => {
      const end = counted === 'yesterday' ? today.subtract({ days: 1 }) : today;
      const days = before(end, duration);
      if (days === undefined) return undefined;
      const hedge = hedgeOf(lead, within ?? after);
      return hedged({ ...days, approximate: counted === undefined && days.approximate }, hedge, duration, today);
    },
  },
  // "Since a few days"
  {
    pattern: new RegExp(`(?<=^|\\b(?:here|it|them|had) )since (?:only )?(${DURATION})(?: only)?(?=$|[.,!?])`, 'g'),
    read: ([, duration = ''], { today }) => before(today, duration),
  },
  {
    pattern: /\b(?:either )?(yesterday|today) or (?:maybe |perhaps |possibly )?the day before\b(?! yesterday)/g,
    read: ([, day], { today }) => {
      const last = day === 'today' ? today : today.subtract({ days: 1 });
      return { from: last.subtract({ days: 1 }), to: last };
    },
  },
  // "The other day" is some days or two weeks back.
  {
    pattern: /\bthe other (day|night|evening|week|weekend)\b/g,
    read: ([, unit = ''], { today }) =>
      unit.startsWith('week')
        ? { from: today.subtract({ weeks: 4 }), to: today.subtract({ weeks: 1 }) }
        : { from: today.subtract({ weeks: 2 }), to: today.subtract({ days: 1 }) },
  },
  {
    pattern: new RegExp(`(?:${HEDGE_BEFORE} )?\\bthis time (?:last|the previous) (week|month|year)\\b`, 'g'),
    read: ([, unit = ''], { today }) => ({ ...before(today, `1 ${unit}`), approximate: true }) as Days,
  },
  {
    pattern: new RegExp(
      `\\b(?:in|within|during|over) (?:the )?(?:last|past|previous) (${DURATION}|week|month|year)\\b|\\b(?:the )?(?:last|past|previous) (?!the|an? )(?!half)(${DURATION})\\b`,
      'g',
    ),
    read: ([text, within, alone], { today }) => {
      const duration = within ?? alone ?? '';
      if (/^(?:week|month|year)$/.test(duration) && !/^(?:within|over)/.test(text)) return undefined;
      const days = before(today, /^(?:week|month|year)$/.test(duration) ? `1 ${duration}` : duration);
      return days && { from: days.from, to: today };
    },
  },
  {
    pattern: new RegExp(`\\b(?:(${DURATION}) before|(?:the )?(?:day|night) before) yesterday\\b`, 'g'),
    read: ([, duration = '1 day'], { today }) => before(today.subtract({ days: 1 }), duration),
  },
  {
    pattern: /\b(?:the )?night before last\b/g,
    read: (_, { today }) => oneDay(today.subtract({ days: 2 })),
  },
  {
    pattern: new RegExp(`\\bin (?!the )(${DURATION})(?: time)?\\b`, 'g'),
    read: ([, duration = ''], { today }) => {
      const days = after(today, duration);
      return days && { from: days.from, to: days.to };
    },
  },
];

/** The last weekend that is over, or the one whose Sunday is today. */
export function lastWeekend(today: Temporal.PlainDate): Days {
  const sunday = lastWeekday(7, today);
  return { from: sunday.subtract({ days: 1 }), to: sunday };
}
