import { z } from 'zod';
import {
  agentSchema,
  caseReasonSchema,
  caseStateSchema,
  historyEntrySchema,
  rulingSchema,
} from '../../machines/case.ts';
import { sourceSchema } from '../../machines/record/record.ts';
import { policyVersionSchema } from '../../policy/engine/decision.ts';
import { resolutionSchema } from '../../policy/format/outcome-schema.ts';
import { clauseViewSchema } from './clause-view.ts';
import { customerViewSchema } from './customer-view.ts';
import { ownOutcomesSchema } from './own-outcomes.ts';
import { stepIdSchema } from './steps.ts';

/** A shop by the id and name of its policy. */
export const shopSchema = z.strictObject({ id: z.string(), name: z.string() });

/** A case as a queue shows it. */
export const caseSummarySchema = z.strictObject({
  reference: z.string(),
  state: caseStateSchema,
  urgent: z.boolean(),
  because: caseReasonSchema,
  shop: shopSchema,
  agent: agentSchema.optional().describe('Who has it'),
  at: z.string().describe('The instant (ISO 8601) at which it was filed'),
  changedAt: z.string().describe('The instant (ISO 8601) at which it changed last'),
  mentioned: z
    .array(z.string())
    .optional()
    .describe('The ids of those whom a note calls, and who have done nothing with the case since'),
  opening: z.string().describe('What the customer said first, cut to a line'),
  waitingSince: z.string().optional().describe('The instant (ISO 8601) since which the customer waits for an answer'),
  dueAt: z.string().optional().describe('The instant (ISO 8601) by which the shop has promised one'),
  snoozedUntil: z.string().optional().describe('It is put aside until this instant (ISO 8601)'),
  tags: z.array(z.string()),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** One message of a conversation as a person reads it. */
export const transcriptMessageSchema = z.strictObject({
  id: z.string(),
  at: z.string(),
  who: z.enum(['customer', 'bot', 'agent']),
  name: z.string().optional().describe('Of an agent'),
  text: z.string().describe('Of a customer: plain text; of the others: Markdown'),
  files: z.array(z.string()).describe('Names of what was sent with it'),
  keptFiles: z
    .array(z.strictObject({ id: z.string(), name: z.string(), contentType: z.string() }))
    .optional()
    .describe('Those of them that can be fetched'),
  fromCase: z.string().optional().describe('Written in the chat of this case, which is merged into the one shown'),
  formUrl: z.string().optional().describe('Where the form is that it offers'),
});
export type TranscriptMessage = z.infer<typeof transcriptMessageSchema>;

const labelled = { fact: z.string(), label: z.string() };

/** A known fact in words, with its source. */
export const statedFactSchema = z.strictObject({
  ...labelled,
  summary: z.string(),
  source: sourceSchema.describe('`inferred`: read from a message, not confirmed'),
});

const unknownFactSchema = z.strictObject({
  ...labelled,
  answers: z.array(
    z.strictObject({
      title: z.string(),
      resolution: z.string().describe('Several with "or" between them where more would have to be known'),
    }),
  ),
});

/**
 * A case with all that a person needs to rule on it. Every text of a customer is plain text, to be escaped where it is
 * shown.
 */
export const caseViewSchema = z.strictObject({
  ...caseSummarySchema.shape,
  revision: z.number().int().describe('Counts the turns of its conversation'),
  policy: policyVersionSchema,
  language: z.string().describe('In which the customer is spoken to, such as `en`'),
  customer: customerViewSchema.optional().describe('Of a chat on the website'),
  isCaller: z.boolean().describe('It was taken down for somebody on the phone, who hears only what people tell them'),
  steps: z.array(stepIdSchema).describe('What can be done with it in its state'),
  ruling: rulingSchema.optional(),
  submitted: z
    .strictObject({
      rma: z.string(),
      at: z.string(),
      fields: z
        .array(z.strictObject({ field: z.string(), label: z.string(), answer: z.string() }))
        .describe('What the customer filled in'),
    })
    .optional()
    .describe('The form of what was granted, once it is submitted'),
  history: z.array(historyEntrySchema),
  facts: z.array(statedFactSchema),
  unknown: z.array(unknownFactSchema).describe('What is not known, and what each answer would lead to'),
  decision: z
    .strictObject({
      resolution: resolutionSchema,
      clauses: z.array(clauseViewSchema),
      terms: z.array(clauseViewSchema),
      feePercent: z.number().optional(),
      deadline: z.string().optional().describe('The last day, `YYYY-MM-DD`'),
      chosen: z.string().optional().describe('What the customer chose of what it offers, in words'),
    })
    .optional()
    .describe('What the policy says by itself'),
  details: z.strictObject({
    orderNumber: z.string().optional(),
    email: z.string().optional(),
    serialNumber: z.string().optional(),
    item: z.string().optional(),
    pieces: z.string().optional(),
  }),
  order: z
    .strictObject({ number: z.string(), items: z.array(z.string()), item: z.string().optional() })
    .optional()
    .describe('The order as the shop’s system has it, if it was found, and the item that it is about'),
  transcript: z.array(transcriptMessageSchema),
  mergedInto: z.string().optional().describe('It is a duplicate of this case, and looked after there'),
  merged: z
    .array(z.strictObject({ reference: z.string(), transcript: z.array(transcriptMessageSchema) }))
    .optional()
    .describe('The cases that were merged into it, with what was written in their chats'),
  questions: z
    .array(z.strictObject({ ...labelled, question: z.string() }))
    .describe('The questions of the policy that can be put to the customer'),
  clauses: z.array(clauseViewSchema).describe('All clauses of the policy'),
  grants: z.array(resolutionSchema).describe('What can be approved'),
  outcomes: ownOutcomesSchema.optional().describe('The outcomes of the shop’s own, where it has some'),
});
export type CaseView = z.infer<typeof caseViewSchema>;
