import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Policies, pinnedPolicy } from '../dialogs/turns/policies.ts';
import { historyEntrySchema } from '../machines/case.ts';
import { isRulingMended } from '../machines/granted.ts';
import { readRecord } from '../machines/record/record.ts';
import { rulingsIn } from '../machines/rulings.ts';
import { dayOf, type IsoDate, type Moment } from '../policy/calendar.ts';
import { asChosen } from '../policy/engine/choice.ts';
import { type Decision, decisionSchema } from '../policy/engine/decision.ts';
import { decideWithDefaults } from '../policy/engine/defaults.ts';
import type { Policy } from '../policy/format/load.ts';
import { hasForm, type Resolution, resolutionSchema } from '../policy/format/outcome-schema.ts';
import { policyIn } from '../policy/in-language.ts';
import type { Json, Store, StoredConversation, StoredReturn } from '../store/store.ts';
import { itemKeyOf, type OrderedItem } from './item-key.ts';

/** Options for judging the status of a link. */
export interface LinkStatusDeps {
  store: Pick<Store, 'conversation' | 'decision' | 'return' | 'openReturn' | 'case'>;
  policies: Policies;
  now(): Date;
  /** A fixed day in place of the clock, for demonstrations and tests. */
  today?: IsoDate | undefined;
}

/** The subject of a link. */
export interface LinkSubject extends OrderedItem {
  reference: string;
  /** The ruling that it was made for, counted from 1; absent where the policy gives it, and in older links. */
  ruling?: number | undefined;
}

/** A link whose form can be submitted now. */
export interface OpenLink {
  kind: 'open';
  conversation: StoredConversation;
  issued: { reference: string; conversationId: string; resolution: Resolution; clauses: string[]; terms: string[] };
  /** With its texts in the language of the conversation. */
  policy: Policy;
  language: string;
  /** The moment at which it is so. */
  at: Moment;
  /** The item, which may have only one open return. */
  itemKey: string | undefined;
}

/** The status of a link that is ours and in time. */
export type LinkStatus =
  | OpenLink
  | { kind: 'used'; submitted: StoredReturn }
  | { kind: 'revoked' }
  | { kind: 'item-taken' }
  | { kind: 'no-longer' };

type Facts = Record<string, unknown>;

const issuedSchema = z.looseObject({
  resolution: resolutionSchema,
  clauses: z.array(z.string()),
  terms: z.array(z.string()),
});
const factsSchema = z.record(z.string(), z.unknown());

/**
 * Looks at a decision, its return and its item as they are now. The conversation is read first, so that whatever
 * changes afterwards makes a commit at its revision fail.
 */
export async function linkStatusOf(deps: LinkStatusDeps, subject: LinkSubject): Promise<LinkStatus> {
  const { store, policies } = deps;
  const known = await store.decision(subject.reference);
  const conversation = known && (await store.conversation(known.conversationId));
  const submitted = await store.return(subject.reference);
  if (submitted) return { kind: 'used', submitted };
  const decision = await store.decision(subject.reference);
  if (!conversation || (decision?.state !== 'issued' && decision?.state !== 'granted')) return { kind: 'revoked' };

  const policy = await pinnedPolicy(policies, decision.policyDigest);
  const granted = decision.state === 'granted' ? await grantOf(store, subject) : undefined;
  if (!granted && (decision.state === 'granted' || subject.ruling !== undefined)) return { kind: 'revoked' };
  const { resolution, clauses, terms } = granted ?? asChosen(decisionSchema.parse(decision.decision));
  if (!hasForm(policy.file, resolution)) return { kind: 'revoked' };
  const facts = factsSchema.parse(decision.facts);
  const today = deps.today ?? dayOf(deps.now(), policy.file.timeZone);
  const now = deps.today === undefined ? deps.now().toISOString() : undefined;
  // A person's ruling holds whatever the policy says.
  const at = { today, now };
  if (!granted && !decidesTheSame(policy, facts, decision.decision, at)) return { kind: 'no-longer' };

  const itemKey = itemKeyOf(decision.policyId, subject);
  if (itemKey !== undefined && (await store.openReturn(itemKey))) return { kind: 'item-taken' };
  const { reference, conversationId } = decision;
  const issued = { reference, conversationId, resolution, clauses, terms };
  const { language } = readRecord(conversation.record);
  return { kind: 'open', conversation, issued, policy: policyIn(policy, language), language, at, itemKey };
}

const grantSchema = z.object({
  ruling: z.object({ ruling: z.literal('approve'), resolution: resolutionSchema }),
  history: z.array(historyEntrySchema).default([]),
});

/** What a person has granted, unless the link was made for a ruling that was corrected or withdrawn since. */
async function grantOf(
  store: Pick<Store, 'case'>,
  { reference, ruling }: LinkSubject,
): Promise<z.infer<typeof issuedSchema> | undefined> {
  const { data: file } = grantSchema.safeParse((await store.case(reference))?.file);
  if (!file) return undefined;
  const isOfThis = ruling === undefined ? !isRulingMended(file) : ruling === rulingsIn(file);
  return isOfThis ? { resolution: file.ruling.resolution, clauses: [], terms: [] } : undefined;
}

/** True if the policy gives the customer the same on that day; what else could be chosen may differ. */
function decidesTheSame(policy: Policy, facts: Facts, issued: Json, at: Moment): boolean {
  const verdict = decideWithDefaults(policy, facts, at);
  if (verdict.kind !== 'decision') return false;
  const { chosen, ...before } = decisionSchema.parse(issued);
  const choice = chosen === undefined ? {} : { chosen };
  const now = asChosen({ ...verdict.decision, ...choice });
  const isInTime = now.deadline === undefined || at.today <= now.deadline;
  return isInTime && isDeepStrictEqual(substanceOf(now), substanceOf(asChosen({ ...before, ...choice })));
}

/** What is chosen has to be offered as it was; until then, all that can be chosen. */
function substanceOf(decision: Decision) {
  const { resolution, clauses, terms, feePercent, fee, refund, refundParts } = decision;
  const { deadline, deadlineAt, sendBy, refundAs } = decision;
  const { chosen, options = [] } = decision;
  const choice = chosen === undefined ? options : options.filter(({ id }) => id === chosen);
  return {
    ...{ resolution, clauses, terms, feePercent, fee, deadline, deadlineAt, sendBy, refundAs },
    refund: refund && { ...refund },
    refundParts,
    // As JSON, whichever reader it came through.
    choice: JSON.stringify(choice),
  };
}
