import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { budgets } from '../../budgets.ts';
import { visibleName } from '../../dialogs/wording/visible-text.ts';
import { HttpError } from '../../http/errors.ts';
import { textOrNumber } from '../../lenient.ts';
import type { Json, JsonObject } from '../../store/store.ts';
import { readFields, valueSchema } from '../activity-fields.ts';
import { messageKey } from '../message-key.ts';

const { attachments: maxAttachments, keptBytes, textBytes } = budgets.activity;

const short = textOrNumber(z.string().max(256));
const attachment = z.object({
  contentType: short,
  name: textOrNumber(z.string().max(256).transform(visibleName)).optional(),
});

/** The parts of a client's activity that are kept; whatever else it sends is dropped. */
const schema = z.object({
  type: textOrNumber(z.string().min(1).max(256)),
  id: textOrNumber(z.string().min(1)).optional(),
  from: z.object({ id: short.optional(), name: short.optional() }).nullish(),
  text: textOrNumber(
    z.string().superRefine((text, { addIssue }) => {
      const isTooLong = Buffer.byteLength(text) > textBytes;
      const message = `at most ${textBytes / 1024} KB`;
      if (isTooLong) addIssue({ code: 'too_big', origin: 'string', maximum: textBytes, input: text, message });
    }),
  ).optional(),
  value: valueSchema.optional(),
  channelData: z.record(z.string(), z.json()).nullish(),
  attachments: z.array(attachment).max(maxAttachments).optional(),
  textFormat: short.optional(),
  locale: short.optional(),
  localTimestamp: short.optional(),
  localTimezone: short.optional(),
});

/** A client's activity, read and owned by the token's user. */
export interface Inbound {
  /** The same for every repeat of one message. */
  key: string;
  isMessage: boolean;
  activity: JsonObject;
}

/** Reads a client's activity; throws 400 when it is none, 403 when it speaks for somebody else, 413 when it is too large. */
export function readInbound(
  body: unknown,
  userId: string,
  onOddField: (name: string) => void = () => undefined,
): Inbound {
  const { id, from, channelData, ...rest } = readFields(schema, body, onOddField);
  if (from?.id && from.id !== userId) {
    throw new HttpError(403, 'wrong-user', 'from.id is not the user of the token');
  }
  const activity = {
    ...withoutAbsent(rest),
    from: { id: userId, ...(from?.name && { name: from.name }), role: 'user' },
    ...(channelData && { channelData }),
  };
  if (Buffer.byteLength(JSON.stringify(activity)) > keptBytes) {
    throw new HttpError(413, 'too-large', `the activity is larger than ${keptBytes / 1024} KB`);
  }
  const given = id ?? clientActivityId(channelData);
  return {
    key: given === undefined ? randomUUID() : messageKey(given),
    isMessage: rest.type === 'message',
    activity,
  };
}

/** The id given for an activity that is not stored: the same again for the same key. */
export function unstoredId(conversationId: string, key: string): string {
  return `${conversationId}|${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

function clientActivityId(channelData: Record<string, Json> | null | undefined): string | undefined {
  const id = channelData?.clientActivityID;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function withoutAbsent(fields: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
