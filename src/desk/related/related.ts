import { z } from 'zod';
import { canBeMerged, caseReasonSchema, caseStateSchema, filedCaseSchema, isOpenCase } from '../../machines/case.ts';
import type { Store, StoredCase } from '../../store/store.ts';

/** Another case that seems to be of the same customer, and why it seems so. */
export const relatedCaseSchema = z.strictObject({
  reference: z.string(),
  state: caseStateSchema,
  because: caseReasonSchema,
  at: z.string().describe('The instant (ISO 8601) at which it was filed'),
  by: z.array(z.enum(['email', 'order', 'chat'])).describe('What it has in common with the case'),
  mergedInto: z.string().optional().describe('It is looked after in this case'),
  merge: z
    .array(z.enum(['into-this', 'this-into']))
    .describe('If it can be merged into the case that is asked about, and that into it'),
  rma: z.string().optional().describe('The return that was submitted for it'),
});
export type RelatedCase = z.infer<typeof relatedCaseSchema>;

/** So many are looked at that have the e-mail or the number somewhere in their talk, the most pressing first. */
const maxLooked = 200;
const mostShown = 20;

const text = z.union([z.string(), z.number().transform(String)]).nullish();
const caseFileSchema = z.looseObject({
  because: caseReasonSchema,
  policy: z.looseObject({ id: z.string() }),
  details: z.looseObject({ email: text, orderNumber: text }).default({}),
});

type Filed = StoredCase & { at: string };
type Look = Pick<Store, 'case' | 'findCases' | 'contents' | 'return'>;

/** The other cases with the same e-mail or order, or of the same chat, newest first; an e-mail is what somebody typed. */
export async function relatedTo(store: Look, reference: string, now: Date): Promise<RelatedCase[]> {
  const own = await store.case(reference);
  if (!own) return [];
  const { email, order } = keysOf(own);
  const withText = async (text: string | undefined): Promise<Filed[]> =>
    text === undefined ? [] : (await store.findCases({ text, at: now.toISOString(), limit: maxLooked })).cases;
  const [byEmail, byOrder, { cases }] = await Promise.all([
    withText(email),
    withText(order),
    store.contents(own.conversationId),
  ]);
  const others = new Map<string, Filed>([...byEmail, ...byOrder, ...cases].map((one) => [one.reference, one]));
  others.delete(reference);
  const related = [...others.values()].flatMap((one) => inCommon(own, one));
  const shown = related.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, mostShown);
  return Promise.all(shown.map((one) => withReturn(store, one)));
}

function inCommon(own: Filed, other: Filed): RelatedCase[] {
  const [mine, theirs] = [keysOf(own), keysOf(other)];
  const by = (['email', 'order', 'chat'] as const).filter(
    (key) => mine[key] !== undefined && mine[key] === theirs[key],
  );
  const { data: state } = caseStateSchema.safeParse(other.state);
  const { data: file } = caseFileSchema.safeParse(other.caseFile);
  if (by.length === 0 || !state || !file) return [];
  const { mergedInto } = filedCaseSchema.safeParse(other.file).data ?? {};
  return [
    {
      ...{ reference: other.reference, state, because: file.because, at: other.at, by },
      ...(mergedInto !== undefined && { mergedInto }),
      merge: [
        ...(isMergeable(other, own) ? (['into-this'] as const) : []),
        ...(isMergeable(own, other) ? (['this-into'] as const) : []),
      ],
    },
  ];
}

function isMergeable(from: Filed, into: Filed): boolean {
  const [one, other] = [filedCaseSchema.safeParse(from.file).data, filedCaseSchema.safeParse(into.file).data];
  const [shop, otherShop] = [from, into].map(({ caseFile }) => caseFileSchema.safeParse(caseFile).data?.policy.id);
  // In one chat a case follows another, and the first is over.
  const isElsewhere = from.conversationId !== into.conversationId;
  return isElsewhere && shop === otherShop && !!one && !!other && canBeMerged(one) && isOpenCase(other);
}

function keysOf({ caseFile, conversationId }: Filed) {
  const { email, orderNumber } = caseFileSchema.safeParse(caseFile).data?.details ?? {};
  return {
    email: email?.trim().toLowerCase() || undefined,
    order: orderNumber?.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() || undefined,
    chat: conversationId,
  };
}

async function withReturn(store: Look, related: RelatedCase): Promise<RelatedCase> {
  const form = await store.return(related.reference);
  return form ? { ...related, rma: form.rma } : related;
}
