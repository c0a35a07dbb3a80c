import { z } from 'zod';
import type { CaseView } from '../../desk/case/case-view.ts';
import { clauseOf } from '../../desk/case/clause-view.ts';
import { ownOutcomesIn } from '../../desk/case/own-outcomes.ts';
import {
  decisionSection,
  factsSection,
  historySection,
  rulingSection,
  type TextSection,
  unknownSection,
} from '../../desk/case/text/case-text.ts';
import { reasonInWords } from '../../desk/case/text/words.ts';
import { figuresOf } from '../../desk/check/check-text.ts';
import { words } from '../../desk/words/words.ts';
import { filedCaseSchema } from '../../machines/case.ts';
import { storedSourceSchema } from '../../machines/record/record.ts';
import { decisionSchema, policyVersionSchema } from '../../policy/engine/decision.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Store, StoredActivity } from '../../store/store.ts';
import { readActivity } from '../chat/activity.ts';
import { markdownLines } from '../chat/markdown.ts';
import { styled } from '../chat/style.ts';
import { visible, visibleLine } from '../chat/text.ts';
import { wrap } from '../chat/wrap.ts';

export type Case = NonNullable<Awaited<ReturnType<Store['case']>>>;

export const caseFileSchema = z.looseObject({
  because: z.string(),
  policy: policyVersionSchema,
  answers: z.array(z.object({ fact: z.string(), source: storedSourceSchema, label: z.string(), summary: z.string() })),
  decision: z.object({ ...decisionSchema.shape, policy: policyVersionSchema.optional() }).optional(),
});
type CaseFile = z.infer<typeof caseFileSchema>;

/** The first lines on a case: its subject and status. */
export function headLines(
  { reference, state, urgent, at, conversationId }: Case,
  { because, policy }: CaseFile,
): string[] {
  return [
    styled('bold', `${visibleLine(reference)} · ${visibleLine(state)}${urgent ? ' · urgent' : ''}`),
    `Since ${minuteOf(at)} UTC: ${visibleLine(reasonInWords(because))}`,
    `Policy ${visibleLine(policy.id)}, version ${visibleLine(policy.version)}; conversation ${visibleLine(conversationId)}`,
  ];
}

/**
 * All of a case but its conversation, as every desk has it; without the policy, clauses and facts have their ids alone.
 */
export function sectionsOf({ file }: Case, caseFile: CaseFile, policy?: Policy): TextSection[] {
  const { ruling, history = [] } = filedCaseSchema.safeParse(file).data ?? {};
  const own = outcomesOf(policy);
  return [
    ...rulingSection({ ruling, ...own }),
    ...factsSection({ facts: caseFile.answers }),
    ...(caseFile.decision ? [decided(caseFile.decision, policy)] : []),
    ...unknownSection({ unknown: unknownIn(caseFile, policy), ...own }),
    ...historySection({ history }, minuteOf),
  ];
}

function decided(decision: NonNullable<CaseFile['decision']>, policy?: Policy): TextSection {
  const inWords = (ids: string[]) => ids.map((id) => (policy ? clauseOf(policy, id) : { id, title: id, text: '' }));
  const clauses = inWords(decision.clauses);
  const own = outcomesOf(policy);
  const section = decisionSection({ decision: { ...decision, clauses, terms: inWords(decision.terms) }, ...own });
  return {
    ...section,
    lines: [...section.lines, ...figuresOf(decision, policy?.file.timeZone ?? 'UTC', own.outcomes)],
  };
}

function outcomesOf(policy: Policy | undefined): Pick<CaseView, 'outcomes'> {
  const outcomes = policy && ownOutcomesIn(policy.file);
  return outcomes ? { outcomes } : {};
}

function unknownIn({ decision }: CaseFile, policy?: Policy): CaseView['unknown'] {
  return (decision?.review ?? []).map(({ fact, answers }) => ({
    fact,
    label: policy?.file.facts[fact]?.label ?? fact,
    answers: answers.map(({ value, resolution }) => ({ title: String(value), resolution })),
  }));
}

/** One message of the conversation, indented under its speaker. */
export function messageLines(stored: StoredActivity, userId: string, width: number): string[] {
  const { isCustomers, speaker, text } = readActivity(stored, userId);
  const { customer, bot } = words.case.speakers;
  const name = isCustomers ? customer : speaker === undefined ? bot : visibleLine(speaker);
  // Every line of theirs is indented, so that nobody can write a line in another's name.
  const lines = isCustomers ? wrap(visible(text), width - 2) : markdownLines(text, width - 2);
  return [styled('dim', `${minuteOf(stored.at)} ${name}`), ...lines.map((line) => `  ${line}`.trimEnd())];
}

/** An instant to the minute, in UTC. */
export function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
