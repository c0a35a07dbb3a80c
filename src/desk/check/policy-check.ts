import { z } from 'zod';
import { optionLines } from '../../dialogs/wording/options.ts';
import { wordsOfPolicy } from '../../dialogs/wording/words-of.ts';
import { InvariantError } from '../../errors.ts';
import type { Moment } from '../../policy/calendar.ts';
import { decide } from '../../policy/engine/decide.ts';
import { decisionSchema } from '../../policy/engine/decision.ts';
import type { FactError, Facts } from '../../policy/engine/facts.ts';
import { askedKinds, canBeUnknown, isAsked } from '../../policy/fact-types/fact-types.ts';
import type { Policy } from '../../policy/format/load.ts';
import { type ClauseView, clauseOf, clauseViewSchema } from '../case/clause-view.ts';
import { ownOutcomesIn, ownOutcomesSchema } from '../case/own-outcomes.ts';

const labelled = { fact: z.string(), label: z.string() };

/** A question of a policy as a person can put it to somebody. */
const checkQuestionSchema = z.strictObject({
  ...labelled,
  question: z.string(),
  help: z.string().optional(),
  type: z.enum(askedKinds),
  choices: z.array(z.strictObject({ value: z.string(), title: z.string() })).describe('Of a choice or a set'),
  allowsUnknown: z.boolean().describe('`"unknown"` is a value'),
});
type CheckQuestion = z.infer<typeof checkQuestionSchema>;

/** A policy's answer to facts that it takes: a decision with its clauses in words, or what to ask next. */
export const checkAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('decision'),
    decision: decisionSchema
      .extend({ clauses: z.array(clauseViewSchema), terms: z.array(clauseViewSchema) })
      .describe('The decision object, with its clauses and terms in words'),
    outcomes: ownOutcomesSchema.optional().describe('The outcomes of the shop’s own, where it has some'),
    choices: z.array(z.string()).optional().describe('What the customer can choose, in words, with the terms of each'),
  }),
  z.strictObject({
    kind: z.literal('undecided'),
    ask: checkQuestionSchema,
    missing: z.array(z.strictObject(labelled)),
    atMost: z.int().describe('The largest number of questions that can still come, this one included'),
  }),
]);

/** A policy's answer to facts, or the reason why it refuses them. */
export type PolicyCheck = z.infer<typeof checkAnswerSchema> | { kind: 'error'; error: FactError };

/** Runs a policy for somebody who is, say, on the phone. */
export function checkPolicy(policy: Policy, facts: Facts, at: Moment): PolicyCheck {
  const verdict = decide(policy, facts, at);
  if (verdict.kind === 'error') return verdict;
  if (verdict.kind === 'undecided') {
    const { facts: known, derived } = policy.file;
    return {
      kind: 'undecided',
      ask: questionOf(policy, verdict.ask),
      missing: verdict.missing.map((fact) => ({ fact, label: (known[fact] ?? derived[fact])?.label ?? fact })),
      atMost: verdict.atMost,
    };
  }
  const { clauses, terms, ...rest } = verdict.decision;
  const inWords = (ids: string[]): ClauseView[] => ids.map((id) => clauseOf(policy, id));
  const outcomes = ownOutcomesIn(policy.file);
  const decision = { ...rest, clauses: inWords(clauses), terms: inWords(terms) };
  const choices = optionLines(wordsOfPolicy(policy), { decision: verdict.decision, facts }, policy, at).map(plain);
  return {
    kind: 'decision',
    decision,
    ...(outcomes && { outcomes }),
    ...(choices.length > 0 && { choices }),
  };
}

/** A line without the marks that make a title bold. */
function plain(line: string): string {
  return line.replaceAll('**', '');
}

function questionOf({ file }: Policy, id: string): CheckQuestion {
  const fact = file.facts[id];
  if (!isAsked(fact)) throw new InvariantError('fact-not-askable', `${id} is not a fact that can be asked`);
  const { label, question, help, type } = fact;
  return {
    fact: id,
    label,
    question,
    ...(help !== undefined && { help }),
    type,
    choices: 'values' in fact ? Object.entries(fact.values).map(([value, { title }]) => ({ value, title })) : [],
    allowsUnknown: canBeUnknown(fact),
  };
}
