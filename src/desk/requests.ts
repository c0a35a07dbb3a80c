import { z } from 'zod';
import { HttpError } from '../http/errors.ts';
import type { AgentEvent } from '../machines/agent.ts';
import type { Agent } from '../machines/case.ts';

/** A line or more without control characters or those that turn the direction of text round. */
const said = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, 'expected some text')
        .max(longest, `expected at most ${longest} characters`)
        .regex(/^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|\n|\t)*$/u, 'expected text without control characters'),
    );

export const agentNameSchema = said(60).refine(
  (name) => !/[\n\t]/.test(name) && /[\p{L}\p{N}]/u.test(name),
  'expected a name',
);

const byMachine = z.strictObject({ id: z.string().min(1).max(80), name: agentNameSchema });
const keySchema = z.string().min(1).max(200);

const requestSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('claim') }),
  z.object({ action: z.literal('release') }),
  z.object({
    action: z.literal('rule'),
    ruling: z.enum(['approve', 'uphold']),
    resolution: z.string().max(40).optional(),
    reason: said(500),
  }),
  z.object({ action: z.literal('say'), text: said(2_000) }),
  z.object({ action: z.literal('ask'), fact: z.string().max(80) }),
  z.object({ action: z.literal('hand-back'), summary: said(500).optional() }),
  z.object({ action: z.literal('close'), note: said(500).optional() }),
]);
/** What somebody at the desk asks for. */
export type DeskRequest = z.infer<typeof requestSchema>;

/** What can be done with a case, as the addresses have it. */
export const deskActions = [
  'claim',
  'release',
  'rule',
  'say',
  'ask',
  'hand-back',
  'close',
] as const satisfies DeskRequest['action'][];

/** The event of a request that needs no knowledge of the case. */
export function eventOf(request: Exclude<DeskRequest, { action: 'rule' }>, by: Agent): AgentEvent {
  switch (request.action) {
    case 'claim':
    case 'release':
      return { type: request.action, by };
    case 'say':
      return { type: 'say', by, text: request.text };
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

/** Who a machine acts for; throws 400. */
export function readAgent(body: unknown): Agent {
  return parsed(z.object({ by: byMachine }), objectOf(body)).by;
}

/** What makes a repeat of a request do nothing, from its header or its body; throws 400. */
export function readKey(header: string | string[] | undefined, body: unknown): string {
  const { key } = objectOf(body) as { key?: unknown };
  const found = keySchema.safeParse(header ?? key);
  if (found.success) return found.data;
  throw new HttpError(400, 'key-missing', 'send an Idempotency-Key of at most 200 characters, a new one for each step');
}

const checkSchema = z.strictObject({
  policy: z.string(),
  facts: z.record(z.string(), z.json()),
  key: keySchema.optional(),
});

/** Reads what policy to run on what facts; throws 400. */
export function readCheck(body: unknown): z.infer<typeof checkSchema> {
  return parsed(checkSchema, objectOf(body));
}

function objectOf(body: unknown): object {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  if (body === undefined) return {};
  throw new HttpError(400, 'invalid-body', 'the body must be a JSON object');
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (!error) return data as T;
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new HttpError(400, 'invalid-body', path === '' ? (issue?.message ?? '') : `${path}: ${issue?.message}`);
}
