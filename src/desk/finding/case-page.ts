import { z } from 'zod';
import { agentSchema, caseReasonSchema, caseStateSchema } from '../../machines/case.ts';
import { caseSummarySchema, shopSchema } from '../case/case-view.ts';

const count = z.int().min(0);

/** How many open cases there are of each kind that can be looked for. */
export const caseCountsSchema = z.strictObject({
  open: count.describe('All that is open and not put aside; so are all below but the last'),
  waiting: count,
  claimed: count,
  nobody: count.describe('Claimed by nobody'),
  mine: count.describe('Of whoever asks, where that is an agent'),
  urgent: count,
  waitingUrgent: count.describe('Urgent, and claimed by nobody'),
  overdue: count,
  snoozed: count.describe('Put aside'),
  agents: z.array(z.strictObject({ agent: agentSchema, count })),
  shops: z.array(z.strictObject({ shop: shopSchema, count })),
  reasons: z.array(z.strictObject({ reason: caseReasonSchema, count })),
  tags: z.array(z.strictObject({ tag: z.string(), count })),
});
export type CaseCounts = z.infer<typeof caseCountsSchema>;

/** A page of the cases that were looked for. */
export const casePageSchema = z.strictObject({
  cases: z.array(caseSummarySchema),
  next: z.string().optional().describe('Where the next page begins; absent: this is the last one'),
  counts: caseCountsSchema,
});
export type CasePage = z.infer<typeof casePageSchema>;

/** The states that a look can be confined to: one, those that people still have to see to, or the others. */
export const stateFilters = ['open', 'settled', ...caseStateSchema.options] as const;

const yes = z.enum(['true', '1']).transform(() => true);

/** More than this nobody types; what is pasted is found by its beginning. */
const longestSearch = 200;

/** What can be asked for, as in the address. */
export const caseFiltersSchema = z.object({
  q: z
    .string()
    .overwrite((text) => [...text].slice(0, longestSearch).join(''))
    .optional()
    .describe('Words, beginnings of words, and numbers, in any order; what stands after 200 characters is left out'),
  state: z.enum([...stateFilters, 'all']).optional(),
  agent: z.string().max(80).optional().describe('The id of who has it, `me`, or `nobody`'),
  shop: z.string().max(80).optional(),
  reason: caseReasonSchema.optional(),
  tag: z.string().max(40).optional(),
  urgent: yes.optional(),
  overdue: yes.optional(),
  snoozed: yes.optional().describe('Those put aside alone'),
  after: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type CaseFilters = z.infer<typeof caseFiltersSchema>;
