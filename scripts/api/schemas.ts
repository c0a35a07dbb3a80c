import { z } from 'zod';
import { caseSummarySchema, caseViewSchema, shopSchema } from '../../src/desk/case/case-view.ts';
import { clauseViewSchema } from '../../src/desk/case/clause-view.ts';
import { callerRequestSchema } from '../../src/desk/check/caller-request.ts';
import { checkAnswerSchema } from '../../src/desk/check/policy-check.ts';
import { caseCountsSchema, casePageSchema } from '../../src/desk/finding/case-page.ts';
import { savedViewSchema } from '../../src/desk/finding/views.ts';
import { relatedCaseSchema } from '../../src/desk/related/related.ts';
import { replySchema } from '../../src/desk/replies/replies.ts';
import { removeReplySchema, replyRequestSchema } from '../../src/desk/replies/routes.ts';
import { actorSchema, checkSchema, keySchema, presenceRequestSchema, stepSchemas } from '../../src/desk/requests.ts';
import { colleagueSchema } from '../../src/desk/standing/standing.ts';
import { agentSchema, caseStateSchema } from '../../src/machines/case.ts';
import { resolutionSchema } from '../../src/policy/format/outcome-schema.ts';
import { feeSchema } from '../../src/policy/money/fee.ts';

/** The keys that every step carries beside its own. */
const inEachStep = { by: actorSchema.optional(), key: keySchema.optional() };

/** The requests to the desk's API, by their names in `docs/api.yaml`. */
const requests = {
  Actor: actorSchema,
  Step: z.object(inEachStep),
  TakeOverStep: stepSchemas.takeOver.extend(inEachStep),
  AssignStep: stepSchemas.assign.extend(inEachStep),
  WithdrawStep: stepSchemas.withdraw.extend(inEachStep),
  PresenceRequest: presenceRequestSchema.extend({ by: actorSchema.optional() }),
  RulingStep: stepSchemas.rule.extend(inEachStep),
  SayStep: stepSchemas.say.extend(inEachStep),
  AskStep: stepSchemas.ask.extend(inEachStep),
  HandBackStep: stepSchemas.handBack.extend(inEachStep),
  CloseStep: stepSchemas.close.extend(inEachStep),
  MergeStep: stepSchemas.merge.extend(inEachStep),
  TagStep: stepSchemas.tag.extend(inEachStep),
  SnoozeStep: stepSchemas.snooze.extend(inEachStep),
  ViewName: savedViewSchema.pick({ name: true }),
  NoteStep: stepSchemas.note.extend(inEachStep),
  ReplyRequest: replyRequestSchema,
  ReplyRemoval: removeReplySchema,
  CheckRequest: checkSchema,
  CallerRequest: callerRequestSchema.extend(inEachStep),
  FactValue: checkSchema.shape.facts.valueType,
};

/** The answers of the desk's API. */
const answers = {
  Error: z.strictObject({
    error: z.strictObject({
      code: z.string(),
      message: z.string(),
      by: agentSchema.optional(),
      state: caseStateSchema.optional(),
      fact: z.string().optional(),
      rma: z.string().optional(),
    }),
  }),
  Agent: agentSchema,
  State: caseStateSchema,
  Resolution: resolutionSchema,
  Fee: feeSchema,
  Shop: shopSchema,
  Clause: clauseViewSchema,
  Cases: casePageSchema,
  CaseCounts: caseCountsSchema,
  Views: z.strictObject({ views: z.array(savedViewSchema) }),
  View: savedViewSchema,
  CaseSummary: caseSummarySchema,
  OneCase: z.strictObject({ case: caseViewSchema }),
  Case: caseViewSchema,
  Mentionable: z.strictObject({ colleagues: z.array(agentSchema) }),
  Replies: z.strictObject({ replies: z.array(replySchema), mayKeepShops: z.boolean() }),
  OneReply: z.strictObject({ reply: replySchema }),
  OneFile: z.strictObject({ file: z.strictObject({ id: z.string(), name: z.string(), contentType: z.string() }) }),
  Filed: z.strictObject({ reference: z.string() }),
  RelatedCases: z.strictObject({ related: z.array(relatedCaseSchema) }),
  Policies: z.strictObject({ policies: z.array(shopSchema) }),
  Colleagues: z.strictObject({ agents: z.array(colleagueSchema) }),
  Colleague: colleagueSchema,
  Outbox: z.strictObject({ undelivered: z.int().min(0) }),
  Check: checkAnswerSchema,
};

/** The shapes of the desk's API as JSON Schemas that refer to each other as OpenAPI wants it. */
export function apiSchemas(): Record<string, object> {
  return { ...jsonSchemas(requests, 'input'), ...jsonSchemas(answers, 'output') };
}

function jsonSchemas(shapes: Record<string, z.ZodType>, io: 'input' | 'output'): Record<string, object> {
  const named = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) named.add(shape, { id });
  const { schemas } = z.toJSONSchema(named, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // That a whole number can be told from its neighbours goes without saying.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]));
}
