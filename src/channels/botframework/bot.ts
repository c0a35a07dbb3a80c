import type { TurnAdapter } from './adapter.ts';
import type { BotCloud, BotCredentials } from './authentication/authentication.ts';

/** The bot as Azure Bot Service knows it. */
export interface Bot {
  /** False: it can tell nobody apart and talks on this machine alone. */
  hasAppId: boolean;
  /** The adapter that checks callers' tokens and runs their turns. */
  adapter(): Promise<TurnAdapter>;
  /** The token that channels ask of the bot; `undefined` without an app id. */
  token(): Promise<string | undefined>;
}

/**
 * botbuilder takes half of the time and a third of the memory of a start, so it is loaded at once only where the bot
 * has an app id, and else with the first activity that somebody on this machine sends.
 */
export async function createBot(credentials: BotCredentials, cloud?: BotCloud): Promise<Bot> {
  let loading: ReturnType<typeof load> | undefined;
  const loaded = (): ReturnType<typeof load> => {
    loading ??= load(credentials, cloud);
    return loading;
  };
  const hasAppId = credentials.appId !== undefined;
  if (hasAppId) await loaded();
  return {
    hasAppId,
    adapter: async () => (await loaded()).adapter,
    token: async () => (hasAppId ? (await loaded()).token() : undefined),
  };
}

async function load(credentials: BotCredentials, cloud: BotCloud | undefined) {
  const [{ TurnAdapter }, { BotAuthentication, createBotToken }] = await Promise.all([
    import('./adapter.ts'),
    import('./authentication/authentication.ts'),
  ]);
  return {
    adapter: new TurnAdapter(new BotAuthentication(credentials, cloud)),
    token: createBotToken(credentials, cloud),
  };
}
