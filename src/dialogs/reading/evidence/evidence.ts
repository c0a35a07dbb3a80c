import { type Afterwards, readAfterwards } from '../../../language/commands/afterwards.ts';
import { asksIfCancellable } from '../../../language/commands/cancel-question.ts';
import { changeTarget } from '../../../language/commands/change-target.ts';
import { type Command, readCommand } from '../../../language/commands/commands.ts';
import { declinesPerson } from '../../../language/commands/declined-person.ts';
import { type NamedReference, readReference, wantsTalkMailed } from '../../../language/commands/earlier-talk.ts';
import { asksIdentity } from '../../../language/commands/identity-question.ts';
import { type ReasonQuestion, readReasonQuestion } from '../../../language/commands/reason-question.ts';
import { wantsPerson } from '../../../language/commands/wanted-person.ts';
import { isWithdrawal } from '../../../language/commands/withdrawal.ts';
import { type Danger, readDanger } from '../../../language/danger/danger.ts';
import { type DayMention, readDays } from '../../../language/dates/events/days.ts';
import { isUnsettled } from '../../../language/dates/unsettled.ts';
import { type Declaration, readDeclaration } from '../../../language/declarations/declarations.ts';
import { type IntentReading, readIntent } from '../../../language/intents/intents.ts';
import { type HumanLanguage, readOtherLanguage } from '../../../language/languages/languages.ts';
import { type Concern, findConcerns } from '../../../language/moods/concerns.ts';
import { readSignOfLife, type SignOfLife } from '../../../language/moods/signs-of-life.ts';
import type { ClauseQuestion } from '../../../language/policy-questions/policy-questions.ts';
import { readStatement, type Statement } from '../../../language/statement/statement.ts';
import { plainText } from '../../../language/text/plain-text.ts';
import { Remembered } from '../../../language/text/remembered.ts';
import { withoutAskedBack } from '../../../language/yes-no/reply.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import type { PolicyFile } from '../../../policy/format/schema.ts';
import { lexiconOf } from '../vocabulary.ts';
import { clauseQuestionIn } from './clause-question.ts';
import { correctingLead, takesBack } from './correcting.ts';
import { wordCount } from './word-count.ts';

/** A message and the evidence of every recogniser, each asked once. */
export interface Evidence {
  text: string;
  words: number;
  /** The message without the sentences that ask; empty if it only asks. */
  statedText: string;
  /** The same without details: an order number answers no other question. */
  factText: string;
  /** The words at its start that take back what was said before, such as "no wait,"; empty if there are none. */
  lead: string;
  /** True if it takes something back anywhere. */
  takesBack: boolean;
  command: Command | undefined;
  /** The thing that it wants changed, in the customer's words. */
  changeTarget: string | undefined;
  isWithdrawal: boolean;
  danger: Danger | undefined;
  /** The words by which the customer withdraws from the contract, rescinds or ends it, or rejects the goods. */
  declaration: Declaration | undefined;
  /** True if a clause of it asks for a person. */
  wantsPerson: boolean;
  asksIdentity: boolean;
  asksIfCancellable: boolean;
  /** A question about what we said or asked ourselves. */
  reasonQuestion: ReasonQuestion | undefined;
  /** Wishes and worries that are no return, each with the characters that tell it. */
  concerns: Concern[];
  /** A wish that comes once something was granted. */
  afterwards: Afterwards | undefined;
  /** What brings a customer back to a talk: the reference of an earlier one, or this one by e-mail. */
  earlierTalk: { reference: NamedReference | undefined; isMailWanted: boolean };
  signOfLife: SignOfLife | undefined;
  /** The language that it is in, if that is surely another one. */
  otherLanguage: HumanLanguage | undefined;
  intent: IntentReading;
  clauseQuestion: ClauseQuestion | undefined;
  /** The facts, members and details that it states. */
  statement: Statement;
  /** The days that it names, each with what happened on it. */
  days: readonly DayMention[];
  /** True if a day of it may be one that was planned, imagined or told by others, or that is overtaken. */
  isUnsettled: boolean;
}

/** The intent of a message that says that no person is wanted. */
const nobodyWanted: IntentReading = { intent: 'out_of_scope', confidence: 0, ranking: [] };

/** The longest beginning of a message in which words that take something back are looked for, in characters. */
const maxPlainLength = 200;

const evidence = new WeakMap<PolicyFile, Remembered<Evidence>>();

/**
 * Asks every recogniser about a message; `open`: the fact whose question it may answer. Who writes it, and what was
 * said before, does not matter, so that short messages are remembered.
 */
export function recognise({ policy: { file }, today }: Interview, text: string, open: string | undefined): Evidence {
  const remembered = evidence.get(file) ?? new Remembered<Evidence>();
  evidence.set(file, remembered);
  return remembered.of(text, `${today} ${open ?? ''}`, () => recogniseAnew(file, { text, today, open }));
}

interface ToRecognise {
  text: string;
  today: IsoDate;
  open: string | undefined;
}

function recogniseAnew(file: PolicyFile, { text, today, open }: ToRecognise): Evidence {
  const plain = plainText(text, maxPlainLength);
  const intent = declinesPerson(text) ? nobodyWanted : readIntent(text);
  const statement = readStatement(lexiconOf(file), text, { today, open });
  return {
    text,
    words: wordCount(text),
    statedText: withoutQuestions(text),
    factText: statement.detailSpans.length > 0 ? withoutQuestions(statement.withoutDetails) : withoutQuestions(text),
    lead: correctingLead(plain),
    takesBack: takesBack(plain),
    command: readCommand(text),
    changeTarget: changeTarget(text),
    isWithdrawal: isWithdrawal(text),
    danger: readDanger(text),
    declaration: readDeclaration(text),
    wantsPerson: wantsPerson(text),
    asksIdentity: asksIdentity(text),
    asksIfCancellable: asksIfCancellable(text),
    reasonQuestion: readReasonQuestion(text),
    concerns: findConcerns(text),
    afterwards: readAfterwards(text),
    earlierTalk: { reference: readReference(text), isMailWanted: wantsTalkMailed(statement.withoutDetails) },
    signOfLife: readSignOfLife(text),
    otherLanguage: readOtherLanguage(text),
    intent,
    clauseQuestion: clauseQuestionIn(file, text, intent),
    statement,
    days: readDays(statement.withoutDetails, { today }),
    isUnsettled: isUnsettled(statement.withoutDetails),
  };
}

function withoutQuestions(text: string): string {
  const sentences = withoutAskedBack(text).match(/[^.!?\n]+[.!?\n]*/g) ?? [];
  return sentences
    .filter((sentence) => !sentence.includes('?'))
    .join('')
    .trim();
}
