import { z } from 'zod';
import { caseReasonSchema, caseStateSchema } from '../../machines/case.ts';
import type { Store, StoredCase } from '../../store/store.ts';

/** Another case that seems to be of the same customer, and why it seems so. */
export const relatedCaseSchema = z.strictObject({
  reference: z.string(),
  state: caseStateSchema,
  because: caseReasonSchema,
  at: z.string().describe('The instant (ISO 8601) at which it was filed'),
  by: z.array(z.enum(['email', 'order', 'chat'])).describe('What it has in common with the case'),
  rma: z.string().optional().describe('The return that was submitted for it'),
});
export type RelatedCase = z.infer<typeof relatedCaseSchema>;

/** A look costs the same however many cases there are: among the open ones, and the newest of all. */
const looked = { open: 300, newest: 1_000 };
const mostShown = 20;

const text = z.union([z.string(), z.number().transform(String)]).nullish();
const caseFileSchema = z.looseObject({
  because: caseReasonSchema,
  details: z.looseObject({ email: text, orderNumber: text }).default({}),
});

type Filed = StoredCase & { at: string };
type Look = Pick<Store, 'case' | 'openCases' | 'cases' | 'contents' | 'return'>;

/** The other cases with the same e-mail or order, or of the same chat, newest first; an e-mail is what somebody typed. */
export async function relatedTo(store: Look, reference: string): Promise<RelatedCase[]> {
  const own = await store.case(reference);
  if (!own) return [];
  const [open, newest, { cases }] = await Promise.all([
    store.openCases(looked.open),
    store.cases({ limit: looked.newest }),
    store.contents(own.conversationId),
  ]);
  const others = new Map<string, Filed>([...open, ...newest, ...cases].map((one) => [one.reference, one]));
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
  return [{ reference: other.reference, state, because: file.because, at: other.at, by }];
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
