import { InvariantError } from '../../errors.ts';
import { changeableFacts } from '../../machines/changeable.ts';
import { factsOf, type Interview, isPossible, knownAnswers, statusOf, unconfirmed } from '../../machines/interview.ts';
import type { Answer, Conversation, OpenQuestion } from '../../machines/record/record.ts';
import { brokenRule } from '../../policy/engine/decide.ts';
import { canBeUnknown, isAsked } from '../../policy/fact-types/fact-types.ts';
import { isDetail } from '../reading/answers/details.ts';
import type { Words } from './catalog/words.ts';
import { detailQuestion, hourQuestion, piecesQuestion } from './detail-questions.ts';
import { wordingOf } from './fact-types/fact-wordings.ts';
import { chosenTitle, namedOptions, optionLines } from './options.ts';
import { verdictOf } from './outcome-words.ts';
import type { Question } from './question.ts';
import { describeAnswer, describeRange, inferredLine, labelledKnown } from './summary.ts';
import { wordsOf } from './words-of.ts';

export type { Question } from './question.ts';

/** The open question of a conversation, with only the choices that are still possible. */
export function questionOf(interview: Interview, conversation: Conversation, open: OpenQuestion): Question {
  if (open.id === 'offerHuman' || open.id === 'eraseData') return yesOrNo(wordsOf(interview), open.id);
  if (open.id === 'confirm') return confirmation(interview, conversation, open);
  if (open.id === 'choose') return choosing(interview, conversation);
  if (open.id === 'changeWhich') return changeWhich(interview, conversation);
  if (open.hourOf !== undefined) return hourQuestion(wordsOf(interview), open.id, open.hourOf);
  if (open.id === 'pieces') return piecesQuestion(wordsOf(interview), conversation);
  if (isDetail(open.id)) return detailQuestion(interview, open.id, conversation);
  return factQuestion(interview, conversation, open.id);
}

function yesOrNo(words: Words, id: 'offerHuman' | 'eraseData'): Question {
  return {
    id,
    input: 'yes-no',
    text: words.say(`question.${id}`),
    help: words.say(`question.${id}.help`),
    example: words.say('example.yes'),
    choices: [],
    allowsUnknown: false,
  };
}

/** The facts read from free messages, in one line that can be agreed to or changed. */
function confirmation(interview: Interview, conversation: Conversation, { isProposal }: OpenQuestion): Question {
  const words = wordsOf(interview);
  const facts = inferredLine(words, interview.policy, unconfirmed(conversation));
  return {
    id: 'confirm',
    input: 'yes-no',
    text: words.say(isProposal ? 'question.proposal' : 'question.confirm', { facts }),
    help: words.say('question.confirm.help'),
    example: words.say('example.yes'),
    choices: [],
    allowsUnknown: false,
  };
}

function changeWhich(interview: Interview, conversation: Conversation): Question {
  const { facts } = interview.policy.file;
  const words = wordsOf(interview);
  return {
    id: 'changeWhich',
    input: 'choice',
    text: words.say('question.changeWhich'),
    example: words.say('example.number'),
    choices: [
      ...changeableFacts(interview, conversation).map((known) => {
        const { fact } = known;
        const title = labelledKnown(words, interview.policy, known);
        return { value: fact, title, synonyms: synonymsOf(fact, facts[fact]?.label ?? fact) };
      }),
      ...choiceMade(words, interview, conversation),
    ],
    allowsUnknown: false,
  };
}

/** What the decision leaves to the customer, with the terms of each option. */
function choosing(interview: Interview, conversation: Conversation): Question {
  const words = wordsOf(interview);
  const { policy } = interview;
  const status = statusOf(interview, conversation);
  if (status.kind !== 'decided')
    throw new InvariantError('nothing-to-choose', 'nothing is decided that leaves a choice');
  const { sentence } = verdictOf(words, policy.file, status.decision.resolution);
  const options = optionLines(words, status, policy, interview).map((line, i) => `${i + 1}. ${line}`);
  const choices = namedOptions(status, policy, interview);
  return {
    id: 'choose',
    input: 'choice',
    text: words.say('question.choose', { sentence, options: options.join('\n') }),
    example: choices[0]?.title ?? '',
    choices,
    allowsUnknown: false,
  };
}

/** What was chosen among options can be chosen anew. */
function choiceMade(words: Words, interview: Interview, { decision }: Conversation): Question['choices'] {
  const answer = decision && chosenTitle(decision, interview.policy, interview);
  if (answer === undefined) return [];
  const label = words.say('decision.chosen');
  return [{ value: 'choose', title: words.say('answer.labelled', { label, answer }), synonyms: [label, answer] }];
}

/** Words for a fact: its label, the words of its id, and its kind. */
function synonymsOf(fact: string, label: string): string[] {
  const words = fact.replace(/([A-Z])/g, ' $1').toLowerCase();
  return [label, words, ...(/(On|Until)$/.test(fact) ? ['date', 'day'] : [])];
}

function factQuestion(interview: Interview, conversation: Conversation, id: string): Question {
  const fact = interview.policy.file.facts[id];
  if (!isAsked(fact)) throw new InvariantError('fact-not-askable', `${id} is not a fact that can be asked`);
  const wording = wordingOf(fact);
  const choices =
    'values' in fact
      ? Object.entries(fact.values)
          .filter(([value]) => !wording.isNarrowed || canBe(interview, conversation, id, value))
          .map(([value, { title, synonyms }]) => ({ value, title, synonyms }))
      : [];
  return {
    id,
    input: wording.input,
    text: [soFar(interview, conversation, id), fact.question].filter(Boolean).join(' '),
    ...(fact.help !== undefined && { help: fact.help }),
    example: wording.example(wordsOf(interview), fact, choices[0]?.title ?? ''),
    choices,
    allowsUnknown: canBeUnknown(fact),
    ...(conversation.mentioned[id]?.length && { mentioned: conversation.mentioned[id] }),
    fact,
  };
}

/** A remark on what was said roughly or in passing about a fact that is asked all the same. */
function soFar(interview: Interview, { ranges, mentioned, changing }: Conversation, fact: string): string | undefined {
  // Whoever wants to say it anew knows what was said.
  if (changing === fact) return undefined;
  const words = wordsOf(interview);
  const range = ranges.find((one) => one.fact === fact);
  if (range) return words.say('question.exactDay', { range: describeRange(words, range) });
  const named = mentioned[fact];
  if (!named?.length) return undefined;
  return words.say('question.mentioned', { answers: describeAnswer(words, interview.policy, { fact, value: named }) });
}

/** True if a value goes together with what is known; while an answer is being changed all of them do. */
function canBe(interview: Interview, conversation: Conversation, fact: string, value: string): boolean {
  const isFirst = conversation.answers.length + conversation.fromLookUp.length === 0;
  return isFirst || whyImpossible(interview, conversation, { fact, value, source: 'stated' }) === undefined;
}

/** The reason why a value does not go together with the customer's answers, in the policy's words. */
export function whyImpossible(interview: Interview, conversation: Conversation, answer: Answer): string | undefined {
  if (conversation.changing !== undefined) return undefined;
  const others = knownAnswers(interview, conversation).filter(({ fact }) => fact !== answer.fact);
  if (isPossible(interview, [...others, answer])) return undefined;
  const rule = brokenRule(interview.policy, factsOf([...others, answer]), interview);
  return rule?.because ?? wordsOf(interview).say('unclear.contradictsEarlier');
}
