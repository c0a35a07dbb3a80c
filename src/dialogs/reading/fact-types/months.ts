import { z } from 'zod';
import { afterBelief } from '../../../language/corrections/believed.ts';
import { readMonthsAmongMore, readMonthsBeforePurchase } from '../../../language/numbers/months-among-more.ts';
import { readMonths } from '../../../language/numbers/numbers.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import { isIsoDate } from '../../../policy/calendar.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, answeredUnsurely, unclear } from '../answers/answer-events.ts';
import { endFormOf } from '../answers/period-forms.ts';
import { readEnd } from './date.ts';
import { cued, type FactReading, usual } from './fact-reading.ts';

export const months: FactReading<FactOf<'months'>> = {
  ...usual,
  ...cued,
  read({ interview, question, fact, text }) {
    const length = readMonths(text);
    if (length !== undefined && length <= fact.max) return answered(question.id, length);
    const overtaking = afterBelief(text);
    const found = overtaking === undefined ? undefined : readMonths(overtaking);
    if (found !== undefined && found <= fact.max) return answeredUnsurely(question.id, found);
    const before = readMonthsBeforePurchase(text);
    if (before !== undefined && before <= fact.max) return answeredUnsurely(question.id, before);
    const until = endFormOf(interview.policy.file, question.id);
    const end = until === undefined ? unclear : readEndOfLength(interview, until, text);
    if (end.type !== 'unclear' || end.problem.kind !== 'not-understood') return end;
    const among = readMonthsAmongMore(text);
    if (among === undefined || among.months > fact.max) return unclear;
    return (among.isUnsure ? answeredUnsurely : answered)(question.id, among.months);
  },
  isOfTime: true,
  agreesInPassing: true,
  cues: ({ phrases }) => phrases,

  soundsLike: 'months',

  forModel: {
    kind: ({ max }) => `a whole number of months, at most ${max}`,
    wordings: () => [],
    schema: ({ max }) => z.int().min(0).max(max),
  },
};

/** A day in answer to how long a period is; one that is past may be the day it began, unless the end is named. */
function readEndOfLength(interview: Interview, until: string, text: string): CustomerEvent {
  const end = readEnd(interview, until, text);
  if (end.type !== 'answer' || isIsoDate(text.trim()) || ending.test(text)) return end;
  const { fact, value } = end.answer;
  return typeof value === 'string' && value < interview.today ? answeredUnsurely(fact, value) : end;
}

const ending =
  /\b(?:un?til|till?|to|up|through|end(?:s|ed|ing)?|expir(?:es?|ed|y)|r[au]n(?:s|ning)? out|over|lapsed|valid)\b/i;
