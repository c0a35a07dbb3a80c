import { DONT_KNOW, NONE_OF_THEM } from '../../../language/likely/labels.ts';
import { isLikelyAnswer, likelyAnswer } from '../../../language/likely/likely.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { UNKNOWN } from '../../../policy/engine/diagram/variables.ts';
import type { Question } from '../../wording/questions.ts';

/** What a reply to the question of a fact is likely to answer, and how likely; `value` is absent where it answers nothing. */
export interface Likely {
  value: Answer['value'] | undefined;
  confidence: number;
}

/** How likely it is that a reply to what was shown back says that it is not so. */
export function likelyDenied({ text: question }: Question, text: string): number {
  const likely = likelyAnswer({ question, kind: 'yes-no', values: ['yes', 'no'] }, text);
  return likely?.says[0] === 'no' ? likely.confidence : 0;
}

const kinds = { 'yes-no': 'yes-no', choice: 'choice', set: 'list' } as const;

/** What a text is likely to answer, by what was learnt of replies to such a question. */
export function likelyOf(question: Question, text: string): Likely | undefined {
  const kind = kindOf(question);
  if (!kind) return undefined;
  const values = kind === 'yes-no' ? ['yes', 'no'] : question.choices.map(({ value }) => value);
  const likely = likelyAnswer({ question: question.text, kind, values }, text);
  if (!likely) return undefined;
  const { says, confidence } = likely;
  return { value: isLikelyAnswer(likely) ? valueSaid(question, says) : undefined, confidence };
}

function kindOf({ fact }: Question): (typeof kinds)[keyof typeof kinds] | undefined {
  return fact && (fact.type === 'yes-no' || fact.type === 'choice' || fact.type === 'set')
    ? kinds[fact.type]
    : undefined;
}

function valueSaid({ fact, allowsUnknown }: Question, says: readonly string[]): Answer['value'] | undefined {
  const [first] = says;
  if (first === DONT_KNOW) return allowsUnknown ? UNKNOWN : undefined;
  if (fact?.type === 'yes-no') return first === 'yes';
  if (fact?.type !== 'set') return first;
  return first === NONE_OF_THEM ? [] : [...says];
}
