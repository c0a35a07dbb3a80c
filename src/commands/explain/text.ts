import { figures } from '../../dialogs/wording/figures.ts';
import { titledLines } from '../../dialogs/wording/options.ts';
import { verdictOf } from '../../dialogs/wording/outcome-words.ts';
import { stillPossible } from '../../dialogs/wording/replies/still-possible.ts';
import { describeAnswer } from '../../dialogs/wording/summary.ts';
import { wordsOfPolicy } from '../../dialogs/wording/words-of.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { Decisive } from '../../policy/explain/decisive.ts';
import type { Explanation, Reason } from '../../policy/explain/explain.ts';
import type { Ground } from '../../policy/explain/grounds.ts';
import type { Lead } from '../../policy/explain/leads.ts';
import type { Policy } from '../../policy/format/load.ts';
import { kindOf } from '../../policy/format/outcome-schema.ts';
import type { Resolution } from '../../policy/format/schema.ts';

/** An explanation as a person would tell it, in lines. */
export function explanationText(policy: Policy, today: IsoDate, explanation: Explanation): string {
  const words = wordsOfPolicy(policy);
  const by = `${policy.file.name}, version ${policy.file.version}, on ${words.day(today)}`;
  if (explanation.kind === 'error') return `These facts cannot be judged: ${explanation.error.message}. (${by})`;
  if (explanation.kind === 'undecided') {
    const { ask, leads } = explanation;
    return [
      `Not decided yet; the next question is ${labelOf(policy, ask)}. (${by})`,
      ...section(
        'What each answer would lead to',
        leads.map((lead) => leadLine(policy, lead)),
      ),
    ].join('\n');
  }
  const { decision, because, terms, steps, notes, choices, notNeeded, decisive } = explanation;
  return [
    `${headlineOf(policy, decision.resolution)}. (${by})`,
    ...figures(words, decision, policy.file.timeZone).map(({ title, value }) => `${title}: ${value}`),
    ...section(
      'Because',
      because.flatMap((reason) => reasonLines(policy, reason)),
    ),
    ...(because.length === 0 ? ['', 'The policy has no clause for this case.'] : []),
    ...section(
      'With it come',
      terms.flatMap((reason) => reasonLines(policy, reason)),
    ),
    ...section(
      'What to do',
      steps.map((step, i) => `${i + 1}. ${step}`),
    ),
    ...section(
      'The customer can choose',
      titledLines(words, decision, choices, policy).map((line) => line.replaceAll('**', '')),
    ),
    ...section('Good to know', [...stillPossible(words, policy.file, decision), ...notes]),
    ...section(
      'If it were known',
      (decision.review ?? []).map((entry) => reviewLine(policy, entry)),
    ),
    ...section(
      'It would have been otherwise',
      decisive.flatMap((one) => decisiveLines(policy, one)),
    ),
    ...(notNeeded.length ? ['', `Not needed for it: ${notNeeded.map((id) => labelOf(policy, id)).join(', ')}.`] : []),
    ...(kindOf(policy.file, decision.resolution) === 'refuses'
      ? ['', `${policy.file.statutoryNote} A person can look at it.`]
      : []),
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  return lines.length ? ['', `${title}:`, ...lines.map((line) => `  ${line}`)] : [];
}

function reasonLines(policy: Policy, { title, text, from }: Reason): string[] {
  return [
    `${title}: ${text}`,
    `  follows from ${from.map((ground) => groundText(policy, ground)).join('; ') || 'the policy alone'}`,
  ];
}

function groundText(policy: Policy, { fact, label, value, until, from }: Ground): string {
  if (!from) return `${label}: ${describeAnswer(wordsOfPolicy(policy), policy, { fact, value })}`;
  const end = until === undefined ? '' : `, last day ${wordsOfPolicy(policy).day(until)}`;
  const inputs = from.length ? ` (from ${from.map((id) => labelOf(policy, id)).join(', ')})` : '';
  return `${label}: ${String(value)}${end}${inputs}`;
}

function reviewLine(
  policy: Policy,
  { fact, answers }: { fact: string; answers: { value: unknown; resolution: Resolution }[] },
): string {
  return `${labelOf(policy, fact)}: ${answers.map(({ value, resolution }) => `${valueText(policy, fact, value)} → ${headlineOf(policy, resolution)}`).join('; ')}`;
}

function leadLine(policy: Policy, { fact, label, answers }: Lead): string {
  const lines = answers.map((answer) => {
    const end =
      'resolution' in answer
        ? headlineOf(policy, answer.resolution)
        : `open (${answer.stillPossible.map((one) => headlineOf(policy, one)).join(', ')})`;
    return `${valueText(policy, fact, answer.value)} → ${end}`;
  });
  return `${label}: ${lines.join('; ')}`;
}

function decisiveLines(policy: Policy, { fact, label, instead }: Decisive): string[] {
  return instead.map(({ value, orMore, resolution }) => {
    const more = orMore ? (typeof value === 'string' ? ' or later' : ' or more') : '';
    return `${label}: ${valueText(policy, fact, value)}${more} → ${headlineOf(policy, resolution)}`;
  });
}

function valueText(policy: Policy, fact: string, value: unknown): string {
  if (!Object.hasOwn(policy.file.facts, fact))
    return value === 'unknown' ? wordsOfPolicy(policy).say('answer.unknown') : String(value);
  if (Array.isArray(value) && value.length > 1) {
    return `any of ${describeAnswer(wordsOfPolicy(policy), policy, { fact, value })}`;
  }
  return describeAnswer(wordsOfPolicy(policy), policy, { fact, value });
}

function headlineOf(policy: Policy, resolution: Resolution): string {
  return `${verdictOf(wordsOfPolicy(policy), policy.file, resolution).headline} [${resolution}]`;
}

function labelOf(policy: Policy, id: string): string {
  return (policy.file.facts[id] ?? policy.file.derived[id])?.label ?? id;
}
