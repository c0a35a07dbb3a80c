import type { Act } from '../../../machines/acts.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Range } from '../../../machines/record/record.ts';
import { adviceOn } from '../../../policy/engine/advice.ts';
import { asChosen } from '../../../policy/engine/choice.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { kindOf } from '../../../policy/format/outcome-schema.ts';
import { commandButton } from '../buttons.ts';
import type { Words } from '../catalog/words.ts';
import { figures } from '../figures.ts';
import { choiceRows, optionLines } from '../options.ts';
import { formWordsOf, verdictOf } from '../outcome-words.ts';
import { passedPeriods } from './reasons.ts';
import { type DecisionCard, message, type Reply, type Row } from './reply.ts';
import { stillPossible } from './still-possible.ts';

/** The interview, and the days that are only known to lie between two. */
type DecisionContext = Interview & { ranges: readonly Range[] };

type DecideAct = Extract<Act, { type: 'decide' }>;

/** The message that tells a decision: in a few sentences, and in full as a card. */
export function decisionReply(words: Words, act: DecideAct, context: DecisionContext, formUrl?: string): Reply {
  const { reference, decision, facts } = act;
  return {
    ...message(decisionText(words, act, context)),
    card: decisionCard(words, act, context, formUrl),
    channelData: {
      returns: { kind: 'decision', reference, ...decision, facts, ...(formUrl !== undefined && { formUrl }) },
    },
  };
}

/** The decision in a few sentences, for those who do not see the card. */
function decisionText(words: Words, act: DecideAct, interview: DecisionContext): string {
  const decision = asChosen(act.decision);
  const { file } = interview.policy;
  const titles = decision.clauses.map((id) => file.clauses[id]?.title ?? id);
  const isRefusal = kindOf(file, decision.resolution) === 'refuses';
  return [
    verdictOf(words, file, decision.resolution).sentence,
    titles.length && words.say('decision.clauses', { count: titles.length, titles: titles.join('; ') }),
    ...rowsOf(words, act, interview).map(
      ({ title, value }) => `${words.say('answer.labelled', { label: title, answer: value })}.`,
    ),
    isRefusal && words.say('decision.rights', { human: words.say('button.human') }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Verdict, clauses, terms, money, days, and what is still possible. */
function decisionCard(
  words: Words,
  act: DecideAct,
  interview: DecisionContext,
  formUrl: string | undefined,
): DecisionCard {
  const { reference, facts } = act;
  const decision = asChosen(act.decision);
  const { policy } = interview;
  const choices = act.decision.chosen === undefined ? optionLines(words, act, policy, interview) : [];
  const { steps, notes } = adviceOn(policy, facts, interview);
  const isRefusal = kindOf(policy.file, decision.resolution) === 'refuses';
  const why = isRefusal ? 'decision.why' : 'decision.policySays';
  const sections = [
    { title: words.say(why), lines: clauseLines(policy, decision.clauses) },
    { title: words.say('decision.choices'), lines: choices },
    { title: words.say('decision.steps'), lines: numbered(steps) },
    { title: words.say('decision.goodToKnow'), lines: clauseLines(policy, decision.terms) },
    { title: words.say('decision.stillPossible'), lines: [...stillPossible(words, policy.file, decision), ...notes] },
  ];
  return {
    kind: 'decision',
    headline: verdictOf(words, policy.file, decision.resolution).headline,
    figures: rowsOf(words, act, interview),
    sections: sections.filter(({ lines }) => lines.length > 0),
    note: words.say('decision.reference', { note: policy.file.statutoryNote, reference }),
    ...(formUrl !== undefined && {
      form: { title: formWordsOf(words, policy.file, decision.resolution).open, url: formUrl },
    }),
    buttons: [commandButton(words, 'change'), commandButton(words, 'human')],
  };
}

/** Its days and money, and for a refusal the last day that was in time. */
function rowsOf(words: Words, act: DecideAct, interview: DecisionContext): Row[] {
  const { policy } = interview;
  return [
    ...choiceRows(words, act, policy, interview),
    ...figures(words, asChosen(act.decision), policy.file.timeZone),
    ...passedPeriods(words, act, interview),
  ];
}

/** Steps as one Markdown list. */
function numbered(steps: string[]): string[] {
  return steps.length ? [steps.map((step, index) => `${index + 1}. ${step}`).join('\n')] : [];
}

function clauseLines({ file }: Policy, clauses: string[]): string[] {
  return clauses.map((id) => `**${file.clauses[id]?.title ?? id}.** ${file.clauses[id]?.text ?? ''}`);
}
