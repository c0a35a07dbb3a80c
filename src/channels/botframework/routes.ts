import type { Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Exchange } from '../../dialogs/turns/conversations.ts';
import { readJson } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { ChannelHost } from '../channel.ts';
import { appIdMissing, type ReplyTargets, refuseForeignService, refuseStrangers } from './authentication/callers.ts';
import type { Bot } from './bot.ts';
import type { Colleagues } from './colleagues.ts';
import type { Connector } from './delivery/connector.ts';
import { presentReply } from './delivery/outbound.ts';
import { showTyping } from './delivery/typing.ts';
import { type InboundActivity, readActivity } from './inbound.ts';
import { createListener } from './listen.ts';
import { withoutMention } from './message-text.ts';
import { createPictures, type PictureDeps } from './pictures.ts';
import { conversationIdOf, referenceOf } from './reference.ts';

/** Options of the Bot Framework channels. */
export interface BotFrameworkDeps {
  bot: Bot;
  store: PictureDeps['store'];
  readHeic: PictureDeps['readHeic'];
  log: Pick<Logger, 'info'>;
  connector: Connector;
  defaultPolicy: string;
  colleagues?: Colleagues | undefined;
  /** False: nobody is heard here. */
  isOn: boolean;
  replyTargets: ReplyTargets;
}

/** Mounts `POST /api/messages`, where Azure Bot Service and the Emulator bring what customers write. */
export function mountBotFramework(server: Server, deps: BotFrameworkDeps & ChannelHost): void {
  const { bot, connector, colleagues } = deps;
  const listener = createListener(
    deps.conversations,
    deps.defaultPolicy,
    (activity) => showTyping(connector, activity),
    createPictures({ ...deps, token: bot.token }),
  );

  /** Takes an activity whose sender is known by now. */
  async function take(activity: InboundActivity, context: TurnContext): Promise<void> {
    refuseForeignService(activity.serviceUrl, deps.replyTargets);
    deps.limits.takeOf('messages', conversationIdOf(activity));
    if (colleagues?.concerns(activity)) {
      const body = await colleagues.take(activity, withoutMention(activity));
      if (body) await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
      return;
    }
    if (activity.type === 'conversationUpdate') await listener.greet(activity);
    if (activity.type !== 'message') return;
    const exchange = await listener.receive(activity);
    if (activity.deliveryMode === 'expectReplies') await answerInline(context, activity, exchange);
  }

  server.post('/api/messages', async (req, res) => {
    const authorization = req.headers.authorization ?? '';
    if (!deps.isOn)
      throw bot.hasAppId ? new HttpError(404, 'not-found', 'there is nothing at this address') : appIdMissing();
    if (!bot.hasAppId) refuseStrangers(req);
    else if (!authorization) throw new HttpError(401, 'token-missing', 'send the token of the channel');
    // A web page can send this type to another site only with its leave, which nobody gets here.
    if (!req.is('application/json')) throw new HttpError(415, 'not-json', 'send an activity as application/json');
    const activity = readActivity(await readJson(req), (field) =>
      deps.log.info({ field }, 'field of an activity not used'),
    );
    if (!bot.hasAppId) refuseForeignService(activity.serviceUrl, deps.replyTargets);
    const adapter = await bot.adapter();
    const answer = await adapter.run(authorization, forBotbuilder(activity), (context) => take(activity, context));
    res.sendRaw(answer?.status ?? 200, answer?.body === undefined ? '' : JSON.stringify(answer.body), {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    });
  });
}

/** botbuilder's own type asks for more than channels send. */
function forBotbuilder(activity: InboundActivity): Activity {
  return { ...activity } as unknown as Activity;
}

/** Has the replies sent back within the response. */
async function answerInline(context: TurnContext, activity: InboundActivity, { replies }: Exchange): Promise<void> {
  if (replies.length === 0) return;
  const reference = referenceOf(activity);
  await context.sendActivities(replies.map((reply) => presentReply(reply, reference, activity.id)));
  // botbuilder takes the ids away, by which a client tells repeats.
  context.bufferedReplyActivities.forEach((sent, index) => {
    sent.id = replies[index]?.id;
  });
}
