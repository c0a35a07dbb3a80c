import { z } from 'zod';
import { isCallerChannel } from '../../dialogs/turns/caller.ts';
import type { DueAt } from '../../dialogs/turns/writes/case-entries.ts';
import { reopenedFacts } from '../../dialogs/turns/writes/case-file.ts';
import { recordOfCase } from '../../dialogs/turns/writes/left-case.ts';
import { filledFields } from '../../dialogs/wording/form-fields.ts';
import { chosenTitle } from '../../dialogs/wording/options.ts';
import { describeAnswer } from '../../dialogs/wording/summary.ts';
import { wordsOfPolicy } from '../../dialogs/wording/words-of.ts';
import { caseReasonSchema, caseStateSchema, type FiledCase, filedCaseSchema } from '../../machines/case.ts';
import { chosenItem } from '../../machines/details.ts';
import { type FoundOrder, readRecord, storedSourceSchema } from '../../machines/record/record.ts';
import type { Moment } from '../../policy/calendar.ts';
import { type Decision, policyVersionSchema } from '../../policy/engine/decision.ts';
import { explain } from '../../policy/explain/explain.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Store, StoredConversation } from '../../store/store.ts';
import { stillCalled } from '../notes/mentions.ts';
import { type CaseSummary, type CaseView, statedFactSchema } from './case-view.ts';
import { type ClauseView, clauseOf } from './clause-view.ts';
import { customerViewOf } from './customer-view.ts';
import { historyOf, mergedInto } from './merged.ts';
import { grantableAt, ownOutcomesIn } from './own-outcomes.ts';
import { stepsOf } from './steps.ts';
import { openingIn, transcriptOf } from './transcript.ts';

const caseFileSummarySchema = z.looseObject({ because: caseReasonSchema, policy: z.looseObject({ id: z.string() }) });

/** A case as it is kept, with when its customer should have an answer where that is known. */
type Stored = NonNullable<Awaited<ReturnType<Store['case']>>> & { dueAt?: string };

/** The case as a queue shows it. */
export function summaryOf(stored: Stored, shopName: (id: string) => string, opening: string): CaseSummary {
  const file = filedCaseSchema.safeParse(stored.file);
  const caseFile = caseFileSummarySchema.parse(stored.caseFile);
  const mentioned = file.success ? stillCalled(file.data.history) : [];
  return {
    reference: stored.reference,
    state: caseStateSchema.parse(stored.state),
    urgent: stored.urgent,
    because: caseFile.because,
    shop: { id: caseFile.policy.id, name: shopName(caseFile.policy.id) },
    ...(file.success && file.data.agent && { agent: file.data.agent }),
    at: stored.at,
    changedAt: stored.changedAt,
    ...(mentioned.length > 0 && { mentioned }),
    opening,
    ...(file.success && marksOf(file.data)),
    ...(stored.dueAt !== undefined && { dueAt: stored.dueAt }),
    tags: file.data?.tags ?? [],
  };
}

/** When a case is to be looked after. */
function marksOf({ waitingSince, snoozedUntil }: FiledCase): Pick<CaseSummary, 'waitingSince' | 'snoozedUntil'> {
  return { ...(waitingSince && { waitingSince }), ...(snoozedUntil && { snoozedUntil }) };
}

/** The whole case. */
export async function viewOf(
  store: Store,
  stored: Stored,
  {
    conversation,
    policy,
    at,
    now,
    dueAt,
  }: { conversation: StoredConversation; policy: Policy; at: Moment; now: Date; dueAt?: DueAt | undefined },
): Promise<CaseView> {
  const current = readRecord(conversation.record);
  const about = recordOfCase(stored, current);
  const { conversation: record } = about?.record ?? current;
  const transcript = await transcriptOf(store, conversation, policy);
  const customer = await customerViewOf(store, conversation, now);
  const file = filedCaseSchema.safeParse(stored.file);
  const ruling = file.data?.ruling;
  const merged = await mergedInto(store, stored.reference, { references: file.data?.merged ?? [], policy });
  const { id: shop, timeZone } = policy.file;
  const { waitingSince: since, answeredAt } = file.data ?? {};
  const due = since === undefined ? undefined : dueAt?.({ shop, timeZone, since, isFirst: answeredAt === undefined });
  const dated = due === undefined ? stored : { ...stored, dueAt: due };
  const summary = summaryOf(dated, () => policy.file.name, openingIn(transcript));
  const form = await store.return(stored.reference);
  const isCaller = isCallerChannel(conversation.channel);
  const caseFile = caseFileSchema.parse(stored.caseFile);
  const facts = reopenedFacts(record);
  const explained = explain(policy, facts, at);
  const { file: policyFile } = policy;
  const outcomes = ownOutcomesIn(policyFile);
  const decision = record.decision?.decision;
  const chosen = record.decision && chosenTitle(record.decision, policy, at);
  const inWords = (ids: string[]): ClauseView[] => ids.map((id) => clauseOf(policy, id));
  return {
    ...summary,
    revision: conversation.revision,
    policy: caseFile.policy,
    language: current.language,
    ...(customer && { customer }),
    isCaller,
    steps: about ? stepsOf({ state: summary.state, ruling, isLeft: about.isLeft, isCaller }) : [],
    history: file.success ? historyOf(file.data) : [],
    ...(ruling && { ruling }),
    ...(form && {
      submitted: { rma: form.rma, at: form.at, fields: filledFields(wordsOfPolicy(policy), policy, form.form) },
    }),
    facts: caseFile.answers,
    unknown: unknownOf(policy, decision, explained),
    ...(decision && {
      decision: {
        resolution: decision.resolution,
        clauses: inWords(decision.clauses),
        terms: inWords(decision.terms),
        ...(decision.feePercent !== undefined && { feePercent: decision.feePercent }),
        ...(decision.deadline !== undefined && { deadline: decision.deadline }),
        ...(chosen !== undefined && { chosen }),
      },
    }),
    details: detailsOf(caseFile.details),
    ...(record.order && { order: orderOf(record.order, caseFile.details.item) }),
    transcript,
    ...(file.data?.mergedInto !== undefined && { mergedInto: file.data.mergedInto }),
    ...(merged.length > 0 && { merged }),
    questions: Object.entries(policyFile.facts).flatMap(([fact, one]) =>
      'question' in one ? [{ fact, label: one.label, question: one.question }] : [],
    ),
    clauses: inWords(Object.keys(policyFile.clauses)),
    grants: grantableAt(policyFile),
    ...(outcomes && { outcomes }),
  };
}

const storedDetailsSchema = z.record(z.string(), z.union([z.string(), z.number()]).nullable().optional());

const caseFileSchema = z.looseObject({
  policy: policyVersionSchema,
  answers: z.array(z.object({ ...statedFactSchema.shape, source: storedSourceSchema })),
  details: storedDetailsSchema.default({}),
});

function orderOf(order: FoundOrder, itemId: unknown): CaseView['order'] {
  const item = chosenItem(order, typeof itemId === 'string' ? itemId : undefined)?.name;
  return { number: order.number, items: order.items.map(({ name }) => name), ...(item !== undefined && { item }) };
}

function detailsOf(details: z.infer<typeof storedDetailsSchema>): CaseView['details'] {
  const given = Object.entries(details).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([id, value]) => [id, String(value)]));
}

/** Of a review what it turns on, else what is still missing. */
function unknownOf(
  policy: Policy,
  decision: Decision | undefined,
  explained: ReturnType<typeof explain>,
): CaseView['unknown'] {
  const { facts, derived } = policy.file;
  const words = wordsOfPolicy(policy);
  const labelOf = (id: string): string => (facts[id] ?? derived[id])?.label ?? id;
  const titleOf = (id: string, value: unknown): string => {
    const isAsked = Object.hasOwn(facts, id);
    // Members of a set that lead to the same stand together: one of them is enough.
    const members = Array.isArray(value) && value.length > 1 ? value.map((member) => [member]) : [value];
    if (!isAsked) return String(value);
    return members.map((one) => describeAnswer(words, policy, { fact: id, value: one })).join(' or ');
  };
  if (decision?.review) {
    return decision.review.map(({ fact, answers }) => ({
      fact,
      label: labelOf(fact),
      answers: answers.map(({ value, resolution }) => ({ title: titleOf(fact, value), resolution })),
    }));
  }
  if (explained.kind !== 'undecided') return [];
  return explained.leads.map(({ fact, label, answers }) => ({
    fact,
    label,
    answers: answers.map((answer) => ({
      title: titleOf(fact, answer.value),
      resolution: 'resolution' in answer ? answer.resolution : answer.stillPossible.join(' or '),
    })),
  }));
}
