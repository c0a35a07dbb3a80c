import { z } from 'zod';
import { HttpError } from '../http/errors.ts';
import type { AgentEvent } from '../machines/agent.ts';
import { type Agent, rulingSchema } from '../machines/case.ts';
import { callerRequestSchema } from './check/caller-request.ts';
import { factsRequestSchema } from './check/facts-request.ts';
import { maxNoteLength } from './notes/addressed.ts';
import { capacitySchema, presenceSchema } from './standing/standing.ts';
import { writtenText } from './written-text.ts';

export const agentNameSchema = writtenText(60).refine(
  (name) => !/[\n\t]/.test(name) && /[\p{L}\p{N}]/u.test(name),
  'expected a name',
);

/** A tag that people sort cases by. */
export const tagSchema = writtenText(40)
  .refine((tag) => !/[\n\t]/.test(tag), 'expected a tag in one line')
  .transform((tag) => tag.toLowerCase())
  .meta({ minLength: 1, maxLength: 40 });

/** The agent, as another product names them. */
export const actorSchema = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(80)
    .refine((id) => !/[\p{Cc}\p{Cs}]/u.test(id), 'expected an id without control characters')
    .describe('Stable: a claim belongs to it'),
  name: agentNameSchema.meta({ minLength: 1, maxLength: 60, description: 'As customers see it' }),
});
export const keySchema = z.string().min(1).max(200);

/** The ruling that a new one corrects; true where it can only be the first. */
export const againSchema = z.union([z.boolean(), z.int().min(1)]);

/** The number of the ruling that is corrected, as the machine takes it. */
export function correctedBy(again: z.infer<typeof againSchema> | undefined): number | undefined {
  if (again === true) return 1;
  return again === false ? undefined : again;
}

/** The input of each step on a case, beside the agent and the key against repeats. */
export const stepSchemas = {
  claim: z.object({}),
  takeOver: z.object({
    from: z.string().max(80).optional().describe('The id of whoever has it, as you know it; else it is refused'),
  }),
  assign: z.object({ to: actorSchema.describe('Who has the case from now on') }),
  release: z.object({}),
  rule: z.object({
    ruling: rulingSchema.shape.ruling,
    resolution: z.string().max(40).optional().describe('Needed to approve'),
    reason: writtenText(500),
    again: againSchema
      .optional()
      .describe(
        'Needed where the state is `ruled`: the number of the ruling that it corrects, as many as the history has ' +
          '`ruled` and `corrected`; true: the first. If somebody has ruled since, it is refused',
      ),
  }),
  withdraw: z.object({ note: writtenText(500).describe('Why; the customer reads it') }),
  reopen: z.object({}),
  say: z.object({
    text: writtenText(2_000),
    files: z.array(z.string().max(80)).max(5).optional().describe('Ids of files that were uploaded for this case'),
  }),
  note: z.object({ text: writtenText(maxNoteLength).describe('`@` and a name calls a colleague') }),
  ask: z.object({ fact: z.string().max(80).describe('One of the case’s `questions`') }),
  handBack: z.object({ summary: writtenText(500).optional().describe('The customer reads it') }),
  close: z.object({ note: writtenText(500).optional().describe('The customer reads it') }),
  merge: z.object({ into: z.string().max(40).describe('The reference of the case that stays') }),
  tag: z.object({ tags: z.array(tagSchema).max(20).describe('All that it has from now on') }),
  snooze: z.object({
    until: z.iso
      .datetime()
      .optional()
      .describe('Put aside until then, or until the customer writes; absent: it is back'),
  }),
};

const requestSchema = z.discriminatedUnion('action', [
  stepSchemas.claim.extend({ action: z.literal('claim') }),
  stepSchemas.takeOver.extend({ action: z.literal('take-over') }),
  stepSchemas.assign.extend({ action: z.literal('assign') }),
  stepSchemas.release.extend({ action: z.literal('release') }),
  stepSchemas.rule.extend({ action: z.literal('rule') }),
  stepSchemas.withdraw.extend({ action: z.literal('withdraw') }),
  stepSchemas.reopen.extend({ action: z.literal('reopen') }),
  stepSchemas.say.extend({ action: z.literal('say') }),
  stepSchemas.ask.extend({ action: z.literal('ask') }),
  stepSchemas.handBack.extend({ action: z.literal('hand-back') }),
  stepSchemas.close.extend({ action: z.literal('close') }),
  stepSchemas.merge.extend({ action: z.literal('merge') }),
  stepSchemas.tag.extend({ action: z.literal('tag') }),
  stepSchemas.snooze.extend({ action: z.literal('snooze') }),
  stepSchemas.note.extend({ action: z.literal('note') }),
]);
/** A request of somebody at the desk. */
export type DeskRequest = z.infer<typeof requestSchema>;

/** The actions on a case, as in the addresses. */
export const deskActions = requestSchema.options.map(({ shape }) => shape.action.value);

/** The event of a request that needs no knowledge of the case; `isLead`: of somebody who leads the others. */
export function eventOf(request: Exclude<DeskRequest, { action: 'rule' }>, by: Agent, isLead = false): AgentEvent {
  switch (request.action) {
    case 'claim':
    case 'reopen':
      return { type: request.action, by };
    case 'release':
      return { type: 'release', by, isLead };
    case 'take-over':
      return { type: 'takeOver', by, from: request.from };
    case 'assign':
      return { type: 'assign', by, to: request.to, isLead };
    case 'withdraw':
      return { type: 'withdraw', by, note: request.note };
    case 'say':
      return { type: 'say', by, text: request.text };
    case 'note':
      return { type: 'note', by, text: request.text };
    case 'ask':
      return { type: 'ask', by, fact: request.fact };
    case 'hand-back':
      return { type: 'handBack', by, summary: request.summary ?? '' };
    case 'close':
      return { type: 'close', by, note: request.note ?? '' };
    case 'merge':
      return { type: 'merge', by, into: request.into.trim().toUpperCase(), isLead };
    case 'tag':
      return { type: 'tag', by, tags: request.tags };
    case 'snooze':
      return { type: 'snooze', by, until: request.until };
  }
}

/** Reads what is asked for; throws 400. */
export function readRequest(action: string, body: unknown): DeskRequest {
  return parsed(requestSchema, { ...objectOf(body), action });
}

/** The agent that a machine acts for; throws 400. */
export function readAgent(body: unknown): Agent {
  return parsed(z.object({ by: actorSchema }), objectOf(body)).by;
}

/** The key by which a repeated request does nothing, from its header or its body; throws 400. */
export function readKey(header: string | string[] | undefined, body: unknown): string {
  const { key } = z.object({ key: z.unknown().optional() }).parse(objectOf(body));
  const found = keySchema.safeParse(header ?? key);
  if (found.success) return found.data;
  throw new HttpError(400, 'key-missing', 'send an Idempotency-Key of at most 200 characters, a new one for each step');
}

/** A policy check: the policy and the facts. */
export const checkSchema = z.strictObject({
  policy: z.string(),
  facts: factsRequestSchema,
  key: keySchema.optional(),
});

/** Reads what policy to run on what facts; throws 400. */
export function readCheck(body: unknown): z.infer<typeof checkSchema> {
  return parsed(checkSchema, objectOf(body));
}

/** If somebody is there, and how many cases they take; null: any number. */
export const presenceRequestSchema = z.object({
  presence: presenceSchema,
  capacity: capacitySchema
    .nullish()
    .describe('The most cases that they are given at once; null: any number; absent: as before'),
});

/** Reads if somebody is there; throws 400. */
export function readPresence(body: unknown): z.infer<typeof presenceRequestSchema> {
  return parsed(presenceRequestSchema, objectOf(body));
}

/** Reads what was taken down of somebody on the phone; throws 400. */
export function readCaller(body: unknown): z.infer<typeof callerRequestSchema> {
  const {
    by: _,
    key: __,
    ...rest
  } = z.looseObject({ by: z.unknown().optional(), key: z.unknown().optional() }).parse(objectOf(body));
  return parsed(callerRequestSchema, rest);
}

function objectOf(body: unknown): object {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  if (body === undefined) return {};
  throw new HttpError(400, 'invalid-body', 'the body must be a JSON object');
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new HttpError(400, 'invalid-body', path === '' ? (issue?.message ?? '') : `${path}: ${issue?.message}`);
}
