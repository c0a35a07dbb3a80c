import { z } from 'zod';
import { HttpError } from '../http/errors.ts';
import type { AgentEvent } from '../machines/agent.ts';
import { type Agent, rulingSchema } from '../machines/case.ts';
import { callerRequestSchema } from './check/caller-request.ts';
import { factsRequestSchema } from './check/facts-request.ts';
import { maxNoteLength } from './notes/addressed.ts';
import { writtenText } from './written-text.ts';

export const agentNameSchema = writtenText(60).refine(
  (name) => !/[\n\t]/.test(name) && /[\p{L}\p{N}]/u.test(name),
  'expected a name',
);

/** The agent, as another product names them. */
export const actorSchema = z.strictObject({
  id: z.string().min(1).max(80).describe('Stable: a claim belongs to it'),
  name: agentNameSchema.meta({ minLength: 1, maxLength: 60, description: 'As customers see it' }),
});
export const keySchema = z.string().min(1).max(200);

/** The input of each step on a case, beside the agent and the key against repeats. */
export const stepSchemas = {
  claim: z.object({}),
  release: z.object({}),
  rule: z.object({
    ruling: rulingSchema.shape.ruling,
    resolution: z.string().max(40).optional().describe('Needed to approve'),
    reason: writtenText(500),
  }),
  say: z.object({
    text: writtenText(2_000),
    files: z.array(z.string().max(80)).max(5).optional().describe('Ids of files that were uploaded for this case'),
  }),
  note: z.object({ text: writtenText(maxNoteLength).describe('`@` and a name calls a colleague') }),
  ask: z.object({ fact: z.string().max(80).describe('One of the case’s `questions`') }),
  handBack: z.object({ summary: writtenText(500).optional().describe('The customer reads it') }),
  close: z.object({ note: writtenText(500).optional().describe('The customer reads it') }),
};

const requestSchema = z.discriminatedUnion('action', [
  stepSchemas.claim.extend({ action: z.literal('claim') }),
  stepSchemas.release.extend({ action: z.literal('release') }),
  stepSchemas.rule.extend({ action: z.literal('rule') }),
  stepSchemas.say.extend({ action: z.literal('say') }),
  stepSchemas.ask.extend({ action: z.literal('ask') }),
  stepSchemas.handBack.extend({ action: z.literal('hand-back') }),
  stepSchemas.close.extend({ action: z.literal('close') }),
  stepSchemas.note.extend({ action: z.literal('note') }),
]);
/** A request of somebody at the desk. */
export type DeskRequest = z.infer<typeof requestSchema>;

/** The actions on a case, as in the addresses. */
export const deskActions = requestSchema.options.map(({ shape }) => shape.action.value);

/** The event of a request that needs no knowledge of the case. */
export function eventOf(request: Exclude<DeskRequest, { action: 'rule' }>, by: Agent): AgentEvent {
  switch (request.action) {
    case 'claim':
    case 'release':
      return { type: request.action, by };
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
