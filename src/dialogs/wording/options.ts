import type { Moment } from '../../policy/calendar.ts';
import { optionsOn } from '../../policy/engine/advice.ts';
import { asChosen, choicesIn, chosenIn } from '../../policy/engine/choice.ts';
import type { Decision } from '../../policy/engine/decision.ts';
import type { Facts } from '../../policy/engine/facts.ts';
import type { OptionOffer } from '../../policy/engine/options.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Words } from './catalog/words.ts';
import { figures } from './figures.ts';
import type { Row } from './replies/reply.ts';

/** A decision with the facts that it rests on. */
interface Decided {
  decision: Decision;
  facts: Facts;
}

/** Options as a customer can name them. */
export interface NamedOption {
  value: string;
  title: string;
  synonyms: string[];
}

/** The options of a decision with their titles in the policy's words. */
export function namedOptions({ decision, facts }: Decided, policy: Policy, at: Moment): NamedOption[] {
  const own = optionsOn(policy, facts, at);
  return (decision.options ?? []).map(({ id }) => ({
    value: id,
    title: own[id]?.title ?? id,
    synonyms: own[id]?.synonyms ?? [],
  }));
}

/** The title of the option that was chosen; `undefined` where there was no choice. */
export function chosenTitle(decided: Decided, policy: Policy, at: Moment): string | undefined {
  const { decision } = decided;
  return decision.chosen === undefined
    ? undefined
    : namedOptions(decided, policy, at).find(({ value }) => value === decision.chosen)?.title;
}

/** What there is to choose, a line each: the title in bold, its figures, and the clauses that come with it. */
export function optionLines(words: Words, decided: Decided, policy: Policy, at: Moment): string[] {
  const names = namedOptions(decided, policy, at).map(({ value, title }) => [value, title]);
  return titledLines(words, decided.decision, Object.fromEntries(names), policy);
}

/** The same with the titles of the options by their ids. */
export function titledLines(
  words: Words,
  decision: Decision,
  titles: Readonly<Record<string, string>>,
  policy: Policy,
): string[] {
  return choicesIn(decision).map((option) => {
    const title = titles[option.id] ?? option.id;
    const told = [...figuresOfOption(words, decision, option, policy), ...termsOf(option, policy)].join('; ');
    return told ? words.say('option.line', { title, told }) : words.say('option.title', { title });
  });
}

function figuresOfOption(words: Words, decision: Decision, option: OptionOffer, { file }: Policy): string[] {
  const chosen = asChosen({ ...decision, chosen: option.id });
  return [...figures(words, chosen, file.timeZone), ...bonusRows(words, option)].map(({ title, value }) =>
    words.say('answer.labelled', { label: title, answer: value }),
  );
}

function termsOf({ terms }: OptionOffer, { file }: Policy): string[] {
  return terms.map((id) => file.clauses[id]?.text ?? id);
}

/** What the chosen option adds, and its name. */
export function choiceRows(words: Words, decided: Decided, policy: Policy, at: Moment): Row[] {
  const option = chosenIn(decided.decision);
  const title = chosenTitle(decided, policy, at);
  return [
    ...(title === undefined ? [] : [{ title: words.say('decision.chosen'), value: title }]),
    ...(option ? bonusRows(words, option) : []),
  ];
}

function bonusRows(words: Words, { bonusPercent, bonus, refund }: OptionOffer): Row[] {
  const inWords =
    bonusPercent === undefined
      ? bonus && 'fixed' in bonus && words.money(bonus.fixed.amount, bonus.fixed.currency)
      : words.say('fee.percent', { percent: bonusPercent });
  if (!inWords) return [];
  const value = refund?.bonus === undefined ? inWords : words.money(refund.bonus, refund.currency);
  return [{ title: words.say('decision.bonus'), value }];
}
