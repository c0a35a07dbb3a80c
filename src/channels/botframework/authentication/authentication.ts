import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { z } from 'zod';
import { HttpError } from '../../../http/errors.ts';

/** The bot's identity at Microsoft; without an app id nobody knows it, and it talks on this machine alone. */
export interface BotCredentials {
  appId?: string | undefined;
  appPassword?: string | undefined;
  appType: string;
  appTenantId?: string | undefined;
}

/** Another cloud than the public one, by botbuilder's names; every one of them has to be set. */
export type BotCloud = Required<
  Pick<
    ConfigurationBotFrameworkAuthenticationOptions,
    | 'CallerId'
    | 'OAuthUrl'
    | 'ToBotFromChannelOpenIdMetadataUrl'
    | 'ToBotFromChannelTokenIssuer'
    | 'ToBotFromEmulatorOpenIdMetadataUrl'
    | 'ToChannelFromBotLoginUrl'
    | 'ToChannelFromBotOAuthScope'
  >
>;

type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Identity = Authenticated['claimsIdentity'];
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

const publicCloud = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
} as const satisfies Partial<BotCloud>;

/** botbuilder's checks of a caller's token, with its gaps closed and nothing built that a turn does not use. */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly hasAppId: boolean;
  #userTokens: UserTokens | undefined;

  constructor(credentials: BotCredentials, cloud?: BotCloud) {
    super({ ...settingsOf(credentials), ...cloud });
    this.hasAppId = credentials.appId !== undefined;
    checkChannelTokensAlone(this);
  }

  /** The caller's identity; throws 401 for any token that is not genuine, 503 where that cannot be told now. */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<Authenticated> {
    const result = await super.authenticateRequest(activity, authorization).catch((cause: unknown) => {
      throw refusalOf(cause);
    });
    // botbuilder compares the two only where the activity names a serviceUrl.
    if (this.hasAppId && result.claimsIdentity.getClaimValue('serviceurl') !== activity.serviceUrl) {
      throw notOfAChannel();
    }
    // botbuilder takes a token that never ends.
    if (this.hasAppId && result.claimsIdentity.getClaimValue('exp') === null) {
      throw notOfAChannel();
    }
    return { ...result, connectorFactory: noConnectors };
  }

  /** One for all turns: none of them uses it, and botbuilder would build an Azure pipeline for each. */
  override createUserTokenClient(identity: Identity): UserTokens {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

interface TokenChecks {
  JwtTokenValidation_authenticateToken(token: string, channelId: string, serviceUrl: string): Promise<Identity>;
  ChannelValidation_authenticateChannelToken(token: string, serviceUrl: string, channelId: string): Promise<Identity>;
}

/**
 * Leaves out botbuilder's other checks, for skills and the Emulator: before any signature is verified, the latter keeps
 * the tenant of every token for ever as one more issuer to accept.
 */
function checkChannelTokensAlone(authentication: BotAuthentication): void {
  const { inner } = authentication as unknown as { inner: TokenChecks };
  inner.JwtTokenValidation_authenticateToken = (token, channelId, serviceUrl) =>
    inner.ChannelValidation_authenticateChannelToken(token, serviceUrl, channelId);
}

/** Replies leave from the outbox or within the response, never from within a turn. */
const noConnectors = {
  create: async () => ({}),
} as unknown as NonNullable<Authenticated['connectorFactory']>;

/** The token that channels ask of the bot; `undefined` without an app id. */
export function createBotToken(credentials: BotCredentials, cloud?: BotCloud): () => Promise<string | undefined> {
  const { appId } = credentials;
  if (appId === undefined) return async () => undefined;
  const { ToChannelFromBotLoginUrl: logIn, ToChannelFromBotOAuthScope: scope } = cloud ?? publicCloud;
  const factory = new ConfigurationServiceClientCredentialFactory(settingsOf(credentials));
  let made: Promise<unknown> | undefined;
  return async () => {
    made ??= factory.createCredentials(appId, scope, logIn, true);
    // botbuilder's types hide what all its credentials have; it keeps the token until shortly before its end.
    return ((await made) as { getToken(): Promise<string> }).getToken();
  };
}

function settingsOf({ appId, appPassword, appType, appTenantId }: BotCredentials) {
  return {
    MicrosoftAppType: appType,
    ...(appId !== undefined && { MicrosoftAppId: appId }),
    ...(appPassword !== undefined && { MicrosoftAppPassword: appPassword }),
    ...(appTenantId !== undefined && { MicrosoftAppTenantId: appTenantId }),
  };
}

const failureSchema = z.looseObject({ name: z.unknown().optional(), statusCode: z.unknown().optional() });

/** Whatever is wrong with a token is the caller's; keys that cannot be fetched are not. */
function refusalOf(cause: unknown): HttpError {
  const { name, statusCode } = failureSchema.safeParse(cause).data ?? {};
  if (name === 'FetchError' || (typeof statusCode === 'number' && statusCode >= 500)) {
    return new HttpError(503, 'keys-unavailable', 'the keys of the token’s issuer cannot be fetched', { cause });
  }
  return notOfAChannel(cause);
}

/** Says the same of every token, so that nobody learns how to make a better one. */
function notOfAChannel(cause?: unknown): HttpError {
  return new HttpError(401, 'token-invalid', 'the token is not one of a channel of this bot', { cause });
}
