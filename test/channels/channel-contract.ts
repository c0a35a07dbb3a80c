import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { apiOf, token } from '../desk/desk-shop.ts';
import { eventually } from '../eventually.ts';

/** A message of the bot, or of a person, as the channel brought it. */
export interface ReceivedMessage {
  /** Each is brought under one id, however often it has to be sent. */
  id: string;
  text: string;
  returns?: { kind: string; id?: string; [name: string]: unknown } | undefined;
}

/** A customer on a channel. */
export interface ChannelCustomer {
  /** Sends words, or a button's submit; the same `id` is the channel's own repeat. */
  says(message: { text?: string; value?: object }, id: string): Promise<unknown>;
  /** All that the customer was brought so far, oldest first. */
  received(): Promise<ReceivedMessage[]>;
}

/** A channel with the whole product behind it, started with `channelSettings`. */
export interface ChannelUnderTest {
  base: string;
  /** Somebody new, greeted by the time it resolves. */
  customer(): Promise<ChannelCustomer>;
  /** Requests that are none, and those of somebody who may not write there, each with the status that refuses it. */
  refused(): Promise<[number, Response][]>;
}

/** Settings with which every product of the suite runs. */
export const channelSettings = { DESK_TOKEN: token, DEFAULT_POLICY: 'fortnight-shop', LOG_LEVEL: 'silent' };

const errorSchema = z.strictObject({ error: z.strictObject({ code: z.string().min(1), message: z.string().min(1) }) });
const transcriptSchema = z.array(z.object({ who: z.string(), text: z.string() }));

/** What every channel promises to customers, and to the people who read what they wrote. */
export function channelContract(name: string, begin: () => Promise<ChannelUnderTest>): void {
  /** A customer who has read everything, and says something in words or by a button. */
  async function talk(channel: ChannelUnderTest) {
    const customer = await channel.customer();
    const say = (text: string, id: string = randomUUID()) => customer.says({ text }, id);
    const last = async () => (await customer.received()).at(-1);
    const asked = (id: string) => eventually(async () => expect((await last())?.returns?.id).toBe(id));
    /** What is new once there are so many more messages. */
    async function fresh(before: number, count: number): Promise<ReceivedMessage[]> {
      await eventually(async () => expect((await customer.received()).length).toBeGreaterThanOrEqual(before + count));
      return (await customer.received()).slice(before);
    }
    return { ...customer, say, last, asked, fresh };
  }

  describe(`${name}, as every channel,`, () => {
    test('greets, and asks the first question last', async () => {
      const { received, asked } = await talk(await begin());
      await asked('reason');
      const all = await received();
      expect(all.filter(({ returns }) => returns?.kind === 'question')).toHaveLength(1);
      expect(all[0]?.returns).toBeUndefined();
    });

    test('brings the replies to several messages in the order of these, each once', async () => {
      const { received, say, asked } = await talk(await begin());
      await asked('reason');
      await say('I changed my mind');
      await asked('orderNumber');
      await say("I don't know");
      await say('help');
      await say('talk to a human');
      await eventually(async () => expect((await received()).at(-1)?.returns?.kind).toBe('handoff'));
      const all = await received();
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const asks = all.flatMap(({ returns }) => (returns?.kind === 'question' ? [returns.id] : []));
      expect(asks.filter((id, at) => id !== asks[at - 1])).toEqual(['reason', 'orderNumber', 'delivery']);
    });

    test('adds nothing for a message that comes twice', async () => {
      const { received, say, asked } = await talk(await begin());
      await asked('reason');
      const id = randomUUID();
      await Promise.all([say('I changed my mind', id), say('I changed my mind', id)]);
      await asked('orderNumber');
      const before = (await received()).length;
      await say('I changed my mind', id);
      await say("I don't know");
      await asked('delivery');
      expect((await received()).slice(before).map(({ returns }) => returns?.id)).toEqual(['delivery']);
    });

    test('takes the submit of a button as the answer that it names, and one of an old question as none', async () => {
      const { says, asked } = await talk(await begin());
      await asked('reason');
      const submit = (questionId: string, answer: string) => ({ value: { returns: { questionId, answer } } });
      await says(submit('reason', 'changed-mind'), randomUUID());
      await asked('orderNumber');
      await says(submit('reason', 'defect'), randomUUID());
      await asked('orderNumber');
    });

    test('refuses what is no message, and whoever may not write, with a code and a sentence', async () => {
      for (const [status, response] of await (await begin()).refused()) {
        expect(response.status).toBe(status);
        expect(errorSchema.safeParse(await response.json()).error).toBeUndefined();
      }
    });

    test('brings what people write, once, and brings them the customer’s words as they were written', async () => {
      const channel = await begin();
      const { received, say, asked, fresh } = await talk(channel);
      await asked('reason');
      const hostile = '<img src=x onerror=alert(1)> **bold** [x](javascript:1) & <at>all</at>';
      await say(hostile);
      await say('talk to a human');
      await eventually(async () => expect((await received()).at(-1)?.returns?.kind).toBe('handoff'));
      const all = await received();
      const reference = String(all.at(-1)?.returns?.reference);
      const api = apiOf(channel.base);
      const { body } = await api.get(`cases/${reference}`);
      const transcript = transcriptSchema.parse(body.case?.transcript);
      expect(transcript.filter(({ who }) => who === 'customer').map(({ text }) => text)).toContain(hostile);
      await api.post(`cases/${reference}/claim`);
      const key = { 'idempotency-key': randomUUID() };
      await api.post(`cases/${reference}/say`, { text: 'I am here' }, key);
      await api.post(`cases/${reference}/say`, { text: 'I am here' }, key);
      await api.post(`cases/${reference}/close`);
      const sinceThen = await fresh(all.length, 3);
      expect(sinceThen.map(({ text }) => text).filter((text) => text.includes('I am here'))).toHaveLength(1);
      expect(sinceThen.at(-1)?.returns).toMatchObject({ kind: 'handoff', state: 'closed' });
    });
  });
}
