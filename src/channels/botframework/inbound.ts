import { z } from 'zod';
import { textOrNumber } from '../../lenient.ts';
import { readFields, valueSchema } from '../activity-fields.ts';

/** As much of a message as is read, in characters; the website takes as much. */
const TEXT_LIMIT = 8 * 1024;

const short = textOrNumber(z.string().max(1_024));
const named = textOrNumber(z.string().min(1).max(1_024));
const account = z.object({ id: named, name: short.nullish() });

/** The parts of a Bot Framework activity that are read; whatever else it has is dropped. */
const schema = z
  .object({
    type: named,
    id: named.nullish(),
    /** Of an invoke, whose button stands on the message `replyToId`. */
    name: short.nullish(),
    replyToId: short.nullish(),
    channelId: z.string().regex(/^[\w.-]{1,64}$/, 'expected the id of a channel'),
    serviceUrl: z
      .url({ protocol: /^https?$/, error: 'expected an http or https address' })
      .max(1_024)
      .nullish(),
    conversation: z.object({
      id: named,
      name: short.nullish(),
      isGroup: z.boolean().nullish(),
      conversationType: short.nullish(),
      tenantId: short.nullish(),
    }),
    /** `aadObjectId`: who it is in Entra, told by Teams. */
    from: account.extend({ aadObjectId: short.optional() }).nullish(),
    recipient: account.nullish(),
    text: textOrNumber(z.string().transform((text) => text.slice(0, TEXT_LIMIT))).nullish(),
    value: valueSchema.nullish(),
    channelData: z.record(z.string(), z.json()).nullish(),
    attachments: z
      .array(
        z.object({
          contentType: short,
          name: short.nullish(),
          contentUrl: z
            .url({ protocol: /^https?$/ })
            .max(4_096)
            .nullish(),
          /** Of HTML the text. */
          content: z.json().nullish(),
        }),
      )
      .max(50)
      .nullish(),
    entities: z
      .array(
        z.object({
          type: short,
          text: z.string().nullish(),
          mentioned: z.object({ id: short, name: short.nullish() }).nullish(),
        }),
      )
      .max(250)
      .nullish(),
    membersAdded: z.array(account).max(1_000).nullish(),
    deliveryMode: short.nullish(),
    locale: short.nullish(),
  })
  .refine(({ type, from }) => type !== 'message' || from, { path: ['from'], error: 'a message has a sender' })
  .refine(({ deliveryMode, serviceUrl }) => deliveryMode === 'expectReplies' || serviceUrl, {
    path: ['serviceUrl'],
    error: 'without it no reply can be sent',
  })
  .transform(withoutNull);

/** A Bot Framework activity as far as it matters here. */
export type InboundActivity = z.infer<typeof schema>;

/** Reads an activity; throws 400 when it is none. `onOddField` hears of fields that say nothing that can be used. */
export function readActivity(body: unknown, onOddField: (name: string) => void = () => undefined): InboundActivity {
  return readFields(schema, body, onOddField);
}

/** Some channels write null where others leave a field out. */
function withoutNull<T extends object>(fields: T): { [Name in keyof T]: Exclude<T[Name], null> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [Name in keyof T]: Exclude<T[Name], null>;
  };
}
