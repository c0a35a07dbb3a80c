import type { Logger } from 'pino';
import { createBotFramework } from './channels/botframework/app.ts';
import type { BotCloud } from './channels/botframework/authentication/authentication.ts';
import { cloudOf } from './channels/botframework/authentication/clouds.ts';
import { createBot } from './channels/botframework/bot.ts';
import { createConnector } from './channels/botframework/delivery/connector.ts';
import type { Channel } from './channels/channel.ts';
import { createDirectLine } from './channels/directline/app.ts';
import type { Config } from './config.ts';
import type { Core } from './core.ts';
import { createChatwoot } from './desk/chatwoot/app.ts';
import type { DeskApp } from './desk/desk-app.ts';
import { createPage } from './desk/page/app.ts';
import { createDeskSessions } from './desk/page/sessions.ts';
import { createAccounts } from './desk/people/accounts.ts';
import { createChallenges } from './desk/people/passkeys/challenges.ts';
import { createPasskeys } from './desk/people/passkeys/passkeys.ts';
import { createProvider } from './desk/people/sign-on/provider.ts';
import { createSignOn } from './desk/people/sign-on/routes.ts';
import { createTeams } from './desk/teams/app.ts';
import { createWebhooks } from './desk/webhooks/app.ts';
import { createHeicReader } from './heic.ts';
import { loadKeys } from './http/secrets/keys.ts';
import type { Agent } from './machines/case.ts';
import type { Moment } from './policy/calendar.ts';
import type { Policy } from './policy/format/load.ts';
import type { Presence } from './talks/presence.ts';

/** With the time to fetch it, less than the fifteen seconds after which Teams gives a message up. */
const TEAMS_HEIC_MS = 6_000;

/** The parts that adapters are made of. */
interface AdapterDeps extends Core {
  config: Config;
  log: Logger;
  now(): Date;
  /** The token that opens the desk's page and its API. */
  deskToken: string;
  /** Notes which customers of the website are there. */
  presence: Presence;
  /** The cloud in which the bot's credentials count, if not in the public cloud. */
  cloud?: BotCloud | undefined;
}

/** All ways for customers to come, and all desks of this deployment: the one place that names them. */
export async function createAdapters(deps: AdapterDeps): Promise<{ channels: Channel[]; desks: DeskApp[] }> {
  const { config, store, policies, now, publicUrl, deskToken: token } = deps;
  const own = { ...deps, deskUrl: `${publicUrl}/desk`, publicUrl: config.publicUrl };
  const bot = await createBot(config.bot, deps.cloud ?? cloudOf(config.bot.channelService));
  const accounts = createAccounts(store, now);
  const challenges = await createChallenges(store, now);
  const passkeys = createPasskeys({ accounts, challenges, origin: new URL(publicUrl).origin, now });
  const isSecure = publicUrl.startsWith('https:');
  const onPresence = (agent: Agent, presence: 'here' | 'off') => deps.standings.set(agent, { presence });
  const sessions = await createDeskSessions({ store, accounts, token, isSecure, now, onPresence });
  const signOn =
    config.signOn &&
    (await createSignOn({
      ...{ accounts, store, publicUrl, isSecure, now, log: deps.log },
      provider: createProvider(config.signOn),
      settings: config.signOn,
    }));
  const teams = config.teams && createTeams({ ...own, settings: config.teams, token: bot.token });
  const desks = [
    createPage({ ...own, token, sessions, accounts, passkeys, signOn }),
    await slackOf({ ...deps, deskUrl: own.deskUrl }),
    teams,
    config.chatwoot && createChatwoot({ ...own, settings: config.chatwoot }),
    config.webhook && createWebhooks({ ...own, settings: config.webhook }),
  ];
  const { directLine: secret } = await loadKeys(store);
  const botName = (id: string): string => policies.current(id)?.file.name ?? id;
  const connector = createConnector({ token: bot.token, now });
  const channels = [
    createDirectLine({ ...own, secret, botName, keys: deps.talkKeys, readHeic: createHeicReader() }),
    createBotFramework({
      ...own,
      bot,
      connector,
      colleagues: teams?.colleagues,
      readHeic: createHeicReader(TEAMS_HEIC_MS),
      isOn: config.isBotFrameworkOn,
      replyTargets: !bot.hasAppId ? 'this-machine' : config.isProduction ? 'public-addresses' : 'anywhere',
    }),
  ];
  return { channels, desks: desks.filter((desk) => desk !== undefined) };
}

/** Slack's client takes 50 ms to load, so only where it is needed. */
async function slackOf(deps: AdapterDeps & { deskUrl: string }): Promise<DeskApp | undefined> {
  const { config, todayAt, now } = deps;
  if (!config.slack) return undefined;
  const moment = ({ file }: Policy): Moment =>
    config.today === undefined ? { today: todayAt(file.id), now: now().toISOString() } : { today: config.today };
  const { createSlack } = await import('./desk/slack/app.ts');
  return createSlack({ ...deps, settings: config.slack, moment });
}
