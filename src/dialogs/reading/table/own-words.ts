import { noneOfThem } from '../../../language/choices/none-of-them.ts';
import { knownWords, leftWords } from '../../../language/coverage/coverage.ts';
import type { Span } from '../../../language/statement/statement.ts';
import { plainAnswer, plainText } from '../../../language/text/plain-text.ts';
import { asksForTime } from '../../../language/yes-no/reactions.ts';
import { saysRunOn } from '../../../language/yes-no/run-on.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';
import type { Question } from '../../wording/questions.ts';
import { refuseImpossible } from '../answers/impossible.ts';
import { isEmpty } from '../evidence/stated.ts';
import { isDayAccountedFor } from './accounting.ts';
import { isCostly } from './costly.ts';
import { newFacts } from './echoes.ts';
import type { Reading } from './reading.ts';
import { answersOtherwise, stating } from './statements.ts';

/** So many words beside those that answer may colour an answer without changing it; none where that is costly. */
const maxColouring = 6;
/** And so many beside a single word, which may name a thing in passing: "you were to set up the tester for me". */
const maxColouringOfWord = 3;

/**
 * An answer in the customer's own words, taken at once where nothing in the message may mean otherwise: no word of it
 * turns it around or takes it back, and what no recogniser knows is little.
 */
export function readOwnWords(reading: Reading): CustomerEvent | undefined {
  const { statement, evidence, question, digression } = reading;
  if (!question?.fact || statement.isUnsure || statement.about || digression?.type === 'human') return undefined;
  const own = ownAnswer(reading);
  // What is said beside it has to be shown back anyway, and it along with that.
  const news = newFacts(reading.interview, reading.conversation, statement);
  const isAlone = news.length + statement.ranges.length === 1;
  if (!own || !isAlone || answersOtherwise(reading, own.answer)) return undefined;
  if (isRunOn(question, evidence.text) || asksForTime(evidence.text)) return undefined;
  // "Nothing fits" may be none of the choices as well.
  if (question.fact?.type === 'choice' && noneOfThem(plainAnswer(evidence.text)) === 'meant') return undefined;
  const accounted = [...evidence.statement.stated, ...evidence.statement.detailSpans];
  // "The 20th of December" may be that of two years, where the day may lie ahead.
  const isDayInDoubt =
    reading.direct.type === 'ambiguous' || evidence.isUnsettled || !isDayAccountedFor(evidence, question);
  if (isOfTime(question) && isDayInDoubt) return undefined;
  const left = leftWords(evidence.text, accounted, knownWords(question.text));
  // A figure says nothing of what kind of thing it is, or what is wrong.
  const isHarmless = left.every(({ kind }) => kind === 'content' || kind === 'number');
  const isOneWord = own.spans.every(({ start, end }) => !/\s/.test(evidence.text.slice(start, end).trim()));
  const most = isCostly(reading, own.answer) ? 0 : isOneWord ? maxColouringOfWord : maxColouring;
  const isColoured = isHarmless && left.length <= most;
  if (!isColoured || evidence.statement.dropped.length > 0 || evidence.statement.asides.length > 0) return undefined;
  const { [own.answer.fact]: _, ...mentioned } = statement.mentioned;
  const rest = { ...statement, inferred: [], mentioned };
  const event = isEmpty(rest)
    ? ({ type: 'answer', answer: own.answer } as const)
    : stating(rest, { answer: own.answer });
  const refused = refuseImpossible(reading.interview, reading.conversation, { type: 'answer', answer: own.answer });
  return refused.type === 'unclear' ? refused : event;
}

/** True of a question for a day: what stands beside one may make it another. */
function isOfTime({ fact }: Question): boolean {
  return fact?.type === 'date' || fact?.type === 'instant';
}

/** "Yes normal price", which is either half of it. */
function isRunOn({ fact, text: asked }: Question, text: string): boolean {
  return fact?.type === 'yes-no' && saysRunOn(text, plainText(asked)) !== undefined;
}

function ownAnswer({ evidence, question }: Reading): { answer: Answer; spans: Span[] } | undefined {
  const own = evidence.statement.facts.find(({ fact }) => fact === question?.id);
  if (!own || own.range || own.confidence === 'low' || own.isProposal) return undefined;
  return { answer: { fact: own.fact, value: own.value, source: 'stated' }, spans: own.spans };
}
