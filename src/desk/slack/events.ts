import { z } from 'zod';
import { parseJson } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import { readLeniently } from '../../lenient.ts';

type OnOddField = (name: string) => void;

const id = z.string().min(1).max(64);

const messageSchema = z.object({
  type: z.literal('message'),
  subtype: z.string().optional(),
  channel: id,
  user: id.optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  ts: id,
  thread_ts: id.optional(),
  files: z.array(z.object({ name: z.string().nullish(), permalink: z.string().optional() })).default([]),
  /** Messages of others that were shared into this one, and previews of links. */
  attachments: z
    .array(
      z.object({ is_share: z.boolean().optional(), text: z.string().optional(), author_name: z.string().optional() }),
    )
    .default([]),
  /** The same as `text`, where emoji have their code points beside their names. */
  blocks: z.array(z.json()).default([]),
});
/** A message in a channel. */
export type SlackMessage = z.infer<typeof messageSchema>;

const envelopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(500) }),
  z.object({
    type: z.literal('event_callback'),
    event_id: z.string().min(1),
    event: z.looseObject({ type: z.string() }),
  }),
]);

/** An event of `/slack/events`: Slack's test of the address, a message, or something that does not matter here. */
export type SlackEvent =
  | { kind: 'challenge'; challenge: string }
  | { kind: 'message'; eventId: string; message: SlackMessage }
  | { kind: 'other' };

/** Reads an event; what is none of ours is `other`. Throws 400 when it is not JSON. */
export function readEvent(body: Uint8Array, onOddField?: OnOddField): SlackEvent {
  const data = read(envelopeSchema, parseJson(body));
  if (!data) return { kind: 'other' };
  if (data.type === 'url_verification') return { kind: 'challenge', challenge: data.challenge };
  const message = data.event.type === 'message' ? read(messageSchema, data.event, onOddField) : undefined;
  return message ? { kind: 'message', eventId: data.event_id, message } : { kind: 'other' };
}

/** What is optional and odd counts as absent; `undefined` where something that is needed is missing. */
function read<T>(schema: z.ZodType<T>, json: unknown, onOddField: OnOddField = () => undefined): T | undefined {
  const reading = readLeniently(schema, json);
  if (reading.kind === 'wrong') return undefined;
  reading.odd.forEach(onOddField);
  return reading.value;
}

/** True for Slack's look at our certificate (https://docs.slack.dev/interactivity/implementing-slash-commands). */
export function isCertificateCheck(body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, 2_000)).toString('latin1');
  return !/^\s*[{[]/.test(start) && new URLSearchParams(start).get('ssl_check') === '1';
}

const option = z.object({ value: z.string() });
/** The value of one input of a modal; its field depends on its kind. */
const inputSchema = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_user: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_date_time: z.number().nullish(),
});
export type Input = z.infer<typeof inputSchema>;

const viewSchema = z.object({
  id,
  callback_id: z.string(),
  private_metadata: z.string().default(''),
  /** By block, then by action; every input here is the only one of its block. */
  state: z.object({ values: z.record(z.string(), z.record(z.string(), inputSchema)) }).default({ values: {} }),
});
/** A modal as it comes back. */
export type SlackView = z.infer<typeof viewSchema>;

const userSchema = z.object({ id, username: z.string().optional(), name: z.string().optional() });

const interactionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('block_actions'),
    user: userSchema,
    trigger_id: z.string().default(''),
    channel: z.object({ id }).nullish(),
    container: z.looseObject({ message_ts: id.optional(), thread_ts: id.optional() }).nullish(),
    view: viewSchema.nullish(),
    actions: z
      .array(
        z.object({
          action_id: z.string(),
          action_ts: z.string().default(''),
          value: z.string().optional(),
          selected_option: option.nullish(),
        }),
      )
      .min(1),
  }),
  z.object({ type: z.literal('view_submission'), user: userSchema, view: viewSchema }),
]);
/** A click, or a modal that was sent. */
export type SlackInteraction = z.infer<typeof interactionSchema>;

/** Reads a click or a modal; `undefined` for what is none of ours. Throws 400 when it is none at all. */
export function readInteraction(body: Uint8Array, onOddField?: OnOddField): SlackInteraction | undefined {
  const payload = formOf(body).get('payload');
  if (payload === null) throw new HttpError(400, 'invalid-payload', 'the body has no payload');
  return read(interactionSchema, parseJson(Buffer.from(payload)), onOddField);
}

const commandSchema = z.object({
  text: z.string().default(''),
  user_id: id,
  user_name: z.string().optional(),
  channel_id: id,
  trigger_id: z.string().default(''),
});
/** A slash command. */
export type SlackCommand = z.infer<typeof commandSchema>;

/** Reads a slash command; throws 400. */
export function readSlashCommand(body: Uint8Array, onOddField?: OnOddField): SlackCommand {
  const data = read(commandSchema, Object.fromEntries(formOf(body)), onOddField);
  if (!data) throw new HttpError(400, 'invalid-command', 'the body is not a slash command');
  return data;
}

/** The name that comes with a click, for when Slack does not tell the full one. */
export function nameOf({ username, name }: z.infer<typeof userSchema>): string | undefined {
  return name ?? username;
}

/** The one input of a block. */
export function inputIn({ state }: SlackView, block: string): Input | undefined {
  return Object.values(state.values[block] ?? {})[0];
}

function formOf(body: Uint8Array): URLSearchParams {
  return new URLSearchParams(Buffer.from(body).toString('utf8'));
}
