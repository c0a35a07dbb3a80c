import { createHmac, randomUUID } from 'node:crypto';
import { product } from '../../channels/botframework/product.ts';
import { start } from '../../channels/client.ts';
import { eventually } from '../../eventually.ts';
import { fakeSlack, slackChannel, slackToken } from './fake-slack.ts';

export const signingSecret = 'a-signing-secret';

/** The product beside a Slack workspace, with people in it who write, click and fill in modals, signed as Slack does. */
export async function workspace(settings: Record<string, string> = {}) {
  const slack = await fakeSlack();
  const returns = await product({
    DEFAULT_POLICY: 'tool-shop',
    UNCLAIMED_AFTER_MINUTES: '0',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: slackToken,
    SLACK_CHANNEL: slackChannel,
    SLACK_API_URL: slack.apiUrl,
    ...settings,
  });
  let aheadMs = 0;
  const nowSeconds = () => String(Math.floor((Date.now() + aheadMs) / 1_000));

  /** One request as Slack sends it; `headers` may spoil it. */
  async function send(path: string, body: string, headers: Record<string, string> = {}) {
    const sent = headers['x-slack-request-timestamp'] ?? nowSeconds();
    const response = await fetch(`${returns.base}/slack/${path}`, {
      method: 'POST',
      headers: {
        'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': sent,
        'x-slack-signature': sign(sent, body),
        ...headers,
      },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as Record<string, never>) };
  }

  const interact = (payload: object) =>
    send('interactions', new URLSearchParams({ payload: JSON.stringify(payload) }).toString());

  return {
    slack,
    returns,
    send,
    /** Moves the clock of the product, and of what is signed. */
    later(minutes: number) {
      returns.later(minutes);
      aheadMs += minutes * 60_000;
    },
    /** Somebody writes; the same `eventId` is Slack's repeat. */
    write: (user: string, text: string, rest: object = {}, eventId: string = randomUUID()) =>
      send('events', eventOf({ type: 'message', channel: slackChannel, user, text, ts: newTs(), ...rest }, eventId)),
    /** Somebody presses a button of a message. */
    press: (user: string, action: string, value: string, rest: object = {}) =>
      interact({
        type: 'block_actions',
        user: { id: user, username: user.toLowerCase() },
        trigger_id: `trigger-${randomUUID()}`,
        channel: { id: slackChannel },
        actions: [{ action_id: action, action_ts: newTs(), value, type: 'button' }],
        ...rest,
      }),
    interact,
    /** Somebody sends a modal with these inputs, by block. */
    submit: (
      user: string,
      view: { id: string; callback_id: string; private_metadata?: string | undefined },
      inputs: Inputs,
    ) =>
      interact({
        type: 'view_submission',
        user: { id: user, username: user.toLowerCase() },
        view: { ...view, state: { values: valuesOf(inputs) } },
      }),
    command: (user: string, text: string, channel = slackChannel) =>
      send(
        'commands',
        new URLSearchParams({
          command: '/returns',
          text,
          user_id: user,
          user_name: user.toLowerCase(),
          channel_id: channel,
          trigger_id: `trigger-${randomUUID()}`,
        }).toString(),
      ),
    /** A customer on the website who asks for a person, after saying something; resolves with the card. */
    async escalated(opening = 'My scanner is broken and I need help') {
      const customer = await start(returns.base, 'tool-shop');
      const before = slack.inChannel().length;
      await customer.say(opening);
      await customer.say('talk to a human');
      const card = await eventually(() => {
        const found = slack.inChannel()[before];
        if (!found) throw new Error(`no card: ${slack.refusals().join(' / ')} ${returns.logged()}`);
        return found;
      });
      const reference = String(card.metadata?.event_payload.reference);
      return { customer: { ...customer, texts: () => textsOf(customer) }, card, reference };
    },
  };
}

export type Inputs = Record<string, object>;

export function valuesOf(inputs: Inputs) {
  return Object.fromEntries(Object.entries(inputs).map(([block, input]) => [block, { value: input }]));
}

export function eventOf(event: object, eventId: string): string {
  return JSON.stringify({ type: 'event_callback', event_id: eventId, event });
}

export function sign(sent: string, body: string, secret = signingSecret): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${sent}:${body}`).digest('hex')}`;
}

let count = 0;
export function newTs(): string {
  count += 1;
  return `${Math.floor(Date.now() / 1_000)}.${String(count).padStart(6, '0')}`;
}

async function textsOf(customer: Awaited<ReturnType<typeof start>>): Promise<string[]> {
  return (await customer.read()).activities.map(({ text }) => text ?? '');
}
