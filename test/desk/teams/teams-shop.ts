import { randomUUID } from 'node:crypto';
import nock from 'nock';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { localIssuer } from '../../channels/botframework/issuer.ts';
import { product } from '../../channels/botframework/product.ts';
import { start } from '../../channels/client.ts';
import { eventually } from '../../eventually.ts';
import { cardSchema } from './card-schema.ts';
import { fakeTeams } from './fake-teams.ts';

export const appId = '11111111-2222-3333-4444-555555555555';
export const channel = '19:cases@thread.tacv2';
export const ann = { id: '29:ann', name: 'Ann Berg', aadObjectId: '00000000-0000-4000-8000-00000000000a' };
export const bob = { id: '29:bob', name: 'Bob', aadObjectId: '00000000-0000-4000-8000-00000000000b' };
/** Somebody who writes to the bot in a chat of their own and is nobody's colleague. */
export const eve = { id: '29:eve', name: 'Eve', aadObjectId: '00000000-0000-4000-8000-00000000000e' };

const bot = { id: `28:${appId}`, name: 'Returns' };
const mention = { type: 'mention', text: '<at>Returns</at>', mentioned: bot };
const bearer = 'the-token-for-teams';

type Person = typeof ann;

const answerSchema = z.object({ statusCode: z.number(), type: z.string(), value: z.json() });

/** The whole product with a registered bot and a channel in Teams for its cases. */
export async function teamsShop(settings: Record<string, string> = {}) {
  // botbuilder writes about bad tokens to the console.
  const silenced = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => silenced.mockRestore());
  const issuer = await localIssuer();
  const login = 'https://login.microsoftonline.com';
  nock(login)
    .persist()
    .post('/botframework.com/oauth2/v2.0/token')
    .query(true)
    .reply(200, { access_token: bearer, token_type: 'Bearer', expires_in: 3_600 });
  onTestFinished(() => nock.cleanAll());
  const teams = await fakeTeams(channel, bearer);
  const shop = await product(
    {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'secret',
      TEAMS_CHANNEL: channel,
      TEAMS_SERVICE_URL: teams.serviceUrl,
      TEAMS_AGENTS: ann.aadObjectId,
      ...settings,
    },
    {
      ...issuer.cloud,
      ToChannelFromBotLoginUrl: `${login}/botframework.com`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    },
  );
  const genuine = await issuer.token({ aud: appId, serviceurl: teams.serviceUrl });
  let count = 0;

  function activityOf(fields: Record<string, unknown>) {
    count += 1;
    return { id: `t-${count}`, channelId: 'msteams', serviceUrl: teams.serviceUrl, recipient: bot, ...fields };
  }

  const post = (activity: unknown, token: string | undefined = genuine) =>
    fetch(`${shop.base}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(activity),
    });

  function wordsOf(from: Person, conversation: object, text: string, rest: object = {}) {
    return activityOf({ type: 'message', from, conversation, text, ...rest });
  }

  const inThread = (id: string) => ({ id, conversationType: 'channel', isGroup: true, tenantId: 'tenant' });
  const inChat = (from: Person) => ({ id: `a:${from.id}`, conversationType: 'personal', tenantId: 'tenant' });

  return {
    ...shop,
    issuer,
    teams,
    post,
    activityOf,
    inThread,
    inChat,
    wordsOf,
    mention,
    /** Somebody writes in a thread of the channel. */
    writes: (from: Person, thread: string, text: string, rest: object = {}) =>
      post(wordsOf(from, inThread(thread), text, rest)),
    /** Somebody writes there and mentions the bot. */
    tells: (from: Person, thread: string, text: string) =>
      post(wordsOf(from, inThread(thread), `<at>Returns</at> ${text}`, { entities: [mention] })),
    /** Somebody writes to the bot in a chat of their own. */
    chats: (from: Person, text: string) => post(wordsOf(from, inChat(from), text)),
    pressOf: (from: Person, conversation: object, verb: string, data: object) =>
      activityOf({
        type: 'invoke',
        name: 'adaptiveCard/action',
        from,
        conversation,
        value: { action: { type: 'Action.Execute', title: verb, verb, data }, trigger: 'manual' },
      }),
    /** Somebody presses a button of a card in the channel, or elsewhere. */
    async press(from: Person, verb: string, data: object, conversation: object = inThread(`${channel};messageid=1`)) {
      return answered(await post(this.pressOf(from, conversation, verb, data)));
    },
    /** A customer of the website with a case, whose card has come to the channel. */
    async waiting(policy = 'fortnight-shop', says: string[] = []) {
      const before = teams.cards().length;
      const customer = await customerOf(shop.base, policy, says);
      const shown = await eventually(() => {
        const card = teams.cards()[before];
        // The conversation so far is the first line below it.
        if (!card || teams.lines(card.conversationId).length === 0) throw new Error('no card yet');
        return card;
      });
      return { ...customer, thread: shown.conversationId, card: () => shown.card };
    },
    customer: (policy = 'fortnight-shop', says: string[] = []) => customerOf(shop.base, policy, says),
  };
}

/** What a press was answered with: always HTTP 200, and a card or an error in it. */
export async function answered(response: Response) {
  if (response.status !== 200) throw new Error(`the press was answered with ${response.status}`);
  const { statusCode, type, value } = answerSchema.parse(await response.json());
  const isCard = type === 'application/vnd.microsoft.card.adaptive';
  return { statusCode, type, value, card: isCard ? cardSchema.parse(value) : undefined };
}

async function customerOf(base: string, policy: string, says: string[]) {
  const customer = await start(base, policy);
  for (const text of [...says, 'talk to a human']) await customer.say(text, { id: randomUUID() });
  const { activities } = await customer.read();
  const handoff = activities
    .map(({ channelData }) => channelData?.returns as { kind?: string; reference?: string } | undefined)
    .findLast((returns) => returns?.kind === 'handoff');
  if (handoff?.reference === undefined) throw new Error('the customer has no case');
  let seen = activities.length;
  return {
    ...customer,
    reference: handoff.reference,
    /** What the bot or people have said since the last look. */
    async newTexts(): Promise<string[]> {
      const all = (await customer.read()).activities;
      const fresh = all.slice(seen);
      seen = all.length;
      return fresh.filter(({ from }) => !from.id.startsWith('dl_')).map(({ text = '' }) => text);
    },
  };
}
