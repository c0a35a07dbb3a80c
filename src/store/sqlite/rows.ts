import { z } from 'zod';
import { isJsonObject } from '../../json.ts';
import type { Json, JsonObject } from '../store.ts';

/** JSON.parse gives nothing but JSON, so nothing walks it once more: rows are read several times a turn. */
const json = z.string().transform((text, context): Json => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('expected JSON');
    return z.NEVER;
  }
});
const jsonObject = json.transform((value, context): JsonObject => {
  if (isJsonObject(value)) return value;
  context.addIssue('expected a JSON object');
  return z.NEVER;
});
const delivery = json.pipe(z.object({ kind: z.string(), address: z.custom<Json>() }));
const flag = z.number().transform((value) => value === 1);

/**
 * The shape of a row of each query; parsed, because a database is an edge too. Here alone the columns get our names,
 * also those whose released name is another: `packet` is the case file.
 */
export const rows = {
  id: z.object({ id: z.string() }),
  bytes: z.object({ bytes: z.number() }),
  conversation: z
    .object({
      id: z.string(),
      channel: z.string(),
      policy_id: z.string(),
      user_id: z.string(),
      revision: z.number(),
      record: json,
      wake_at: z.string().nullable(),
      delivery: delivery.nullable(),
    })
    .transform(({ policy_id, user_id, wake_at, delivery, ...rest }) => ({
      ...rest,
      policyId: policy_id,
      userId: user_id,
      ...(wake_at !== null && { wakeAt: wake_at }),
      ...(delivery !== null && { delivery }),
    })),
  position: z.object({ revision: z.number(), last_seq: z.number(), delivery: delivery.nullable() }),
  committed: z.object({ revision: z.number(), seq: z.number(), effects: z.number() }),
  version: z.object({ version: z.string() }),
  knownTurns: z.object({ version: z.string(), keys: z.array(z.string()) }),
  turn: z.object({ revision: z.number(), inbound_seq: z.number().nullable() }),
  activity: z.object({ seq: z.number(), inbound_seq: z.number().nullable(), at: z.string(), activity: jsonObject }),
  effect: z
    .object({
      id: z.number(),
      conversation_id: z.string(),
      kind: z.string(),
      key: z.string(),
      payload: json,
      created: z.string(),
      attempts: z.number(),
      seq: z.number().nullable(),
    })
    .transform(({ conversation_id, created, seq, ...rest }) => ({
      seq,
      effect: { ...rest, conversationId: conversation_id, at: created },
    })),
  /** Read even where the payload cannot be. */
  parked: z
    .object({
      id: z.number(),
      conversation_id: z.string(),
      kind: z.string(),
      key: z.string(),
      payload: json.catch(null),
      created: z.string(),
      attempts: z.number(),
      parked: z.string(),
      error: z.string().nullable(),
    })
    .transform(({ conversation_id, created, parked, error, ...rest }) => ({
      ...rest,
      conversationId: conversation_id,
      at: created,
      parkedAt: parked,
      ...(error !== null && { error }),
    })),
  outboxCounts: z.object({ kind: z.string(), waiting: z.number(), parked: z.number(), oldest: z.string().nullable() }),
  outboxCount: z.object({ kind: z.string(), count: z.number(), created: z.string().nullable() }),
  event: z.object({ type: z.string(), data: json, at: z.string() }),
  count: z.object({ count: z.number() }),
  cursor: z.object({ number: z.number() }).transform(({ number }) => String(number)),
  case: z
    .object({
      reference: z.string(),
      conversation_id: z.string(),
      state: z.string(),
      urgent: flag,
      packet: json,
      at: z.string(),
      file: json.nullable(),
      changed: z.string().nullable(),
      item_key: z.string().nullable(),
    })
    .transform(({ conversation_id, packet, file, changed, item_key, ...rest }) => ({
      ...rest,
      caseFile: packet,
      conversationId: conversation_id,
      changedAt: changed ?? rest.at,
      ...(file !== null && { file }),
      ...(item_key !== null && { itemKey: item_key }),
    })),
  file: z
    .object({
      id: z.string(),
      conversation_id: z.string(),
      name: z.string(),
      content_type: z.string(),
      bytes: z.instanceof(Uint8Array),
      at: z.string(),
    })
    .transform(({ conversation_id, content_type, ...rest }) => ({
      ...rest,
      conversationId: conversation_id,
      contentType: content_type,
    })),
  caseLink: z.object({ reference: z.string(), desk: z.string(), key: z.string(), data: json }),
  decision: z
    .object({
      reference: z.string(),
      conversation_id: z.string(),
      policy_id: z.string(),
      policy_digest: z.string(),
      decided_on: z.string().nullable(),
      state: z.string(),
      facts: json,
      decision: json,
      at: z.string(),
    })
    .transform(({ conversation_id, policy_id, policy_digest, decided_on, ...rest }) => ({
      ...rest,
      conversationId: conversation_id,
      policyId: policy_id,
      policyDigest: policy_digest,
      ...(decided_on !== null && { decidedOn: decided_on }),
    })),
  return: z
    .object({
      rma: z.string(),
      reference: z.string(),
      conversation_id: z.string(),
      item_key: z.string().nullable(),
      state: z.literal('open'),
      form: json,
      at: z.string(),
    })
    .transform(({ conversation_id, item_key, ...rest }) => ({
      ...rest,
      conversationId: conversation_id,
      ...(item_key !== null && { itemKey: item_key }),
    })),
  policy: z.object({ id: z.string(), version: z.string(), digest: z.string(), text: z.string() }),
  talkKey: z
    .object({
      digest: z.string(),
      purpose: z.string(),
      conversation_id: z.string(),
      data: json,
      expires: z.string(),
    })
    .transform(({ conversation_id, expires, ...rest }) => ({
      ...rest,
      conversationId: conversation_id,
      expiresAt: expires,
    })),
  messageCount: z
    .object({ conversation_id: z.string(), count: z.number() })
    .transform(({ conversation_id, count }) => ({ conversationId: conversation_id, count })),
  deskRow: z
    .object({
      kind: z.string(),
      owner: z.string(),
      key: z.string(),
      conversation_id: z.string().nullable(),
      data: json,
      at: z.string(),
    })
    .transform(({ conversation_id, ...rest }) => ({
      ...rest,
      ...(conversation_id !== null && { conversationId: conversation_id }),
    })),
  presence: z
    .object({ seen: z.string().nullable(), mailed: z.string().nullable(), email: z.string().nullable() })
    .transform(({ seen, mailed, email }) => ({
      ...(seen !== null && { seenAt: seen }),
      ...(mailed !== null && { mailedAt: mailed }),
      ...(email !== null && { email }),
    })),
  plan: z.object({ bytes: z.instanceof(Uint8Array) }),
  secret: z.object({ value: z.string() }),
};

/** A row as the driver gives it; `undefined` when there is none. */
export type Row = Record<string, unknown> | undefined;

/** Parses a row, or passes its absence on. */
export function parseRow<T>(schema: z.ZodType<T>, row: Row): T | undefined {
  return row === undefined ? undefined : schema.parse(row);
}
