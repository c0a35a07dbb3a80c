import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { escalationDesks } from './desk/notifier.ts';
import { officeHoursSchema } from './desk/office-hours.ts';
import { serviceLevelsSchema } from './desk/service-levels.ts';
import { CorrectableError } from './errors.ts';
import { readTrustedProxies } from './http/limits/client-address.ts';
import { isLocalHost, isLocalUrl } from './http/limits/local-addresses.ts';
import { type RateSettings, readRateSettings } from './http/limits/rates.ts';
import { projectFolder } from './project-folder.ts';

type Environment = Record<string, string | undefined>;

const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((path) => resolve(projectFolder, path));

const plainAddress = z
  .url({ protocol: /^https?$/, error: 'expected an http or https address, such as https://returns.example.com' })
  .refine((url) => !/[?#]/.test(url), 'expected an address without a query or fragment')
  .transform((url) => url.replace(/\/+$/, ''));
const address = plainAddress.optional();
/** `fetch` takes no address with a user name or password in it. */
const lookUpAddress = plainAddress
  .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), 'expected an address without a user name or password')
  .optional();

const minutes = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'expected a whole number of minutes, 0 for never')
    .transform(Number)
    .default(fallback);

const days = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'expected a whole number of days, 0 for never')
    .transform(Number)
    .default(fallback);

/** A secret as the Standard Webhooks specification writes it. */
const signingSecret = /^whsec_(?:[A-Za-z\d+/]{4})+(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
const signingSecretRule = 'expected whsec_ and 24 to 64 bytes in base64, or several of them with spaces between';

const rowId = (rule: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,11}$/, rule)
    .transform(Number)
    .optional();

const portRule = 'expected a whole number from 0 to 65535';

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portRule)
    .transform(Number)
    .refine((port) => port <= 65_535, portRule)
    .default(3978),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: folder('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://user:password@host:5432/database' })
    .optional(),
  DATABASE_POOL: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'expected a number of connections from 1 to 999')
    .transform(Number)
    .default(10),
  DATABASE_TIMEOUT_MS: z
    .string()
    .regex(/^[1-9]\d{2,4}$/, 'expected a whole number of milliseconds from 100 to 99999')
    .transform(Number)
    .default(5_000),
  POLICIES_DIR: folder('policies'),
  TRUST_PROXY: z
    .string()
    .transform((text, { addIssue }) => {
      const proxies = readTrustedProxies(text);
      if (proxies === undefined) addIssue('expected how many proxies there are, or addresses such as 10.0.0.0/8');
      return proxies ?? 0;
    })
    .default(0),
  RATE_LIMITS: z
    .string()
    .transform((text, { addIssue }): RateSettings => {
      const rates = readRateSettings(text);
      if (rates === undefined) addIssue('expected off, or numbers a minute such as chats=60 messages=120');
      return rates ?? {};
    })
    .default({}),
  METRICS_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{16,}$/, 'expected a token of at least 16 characters without spaces')
    .optional(),
  FRAME_ANCESTORS: z
    .string()
    .trim()
    .regex(/^(none|((self|https?:\/\/[\w*.:[\]-]+)(\s+|$))+)$/, {
      error: 'expected none, or self and origins such as https://shop.example.com, with spaces between',
    })
    .transform((sites) => sites.replace(/(?<!\S)(none|self)\b(?!\S)/g, "'$1'"))
    .default("'self'"),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, 'expected a whole number of seconds')
    .transform(Number)
    .default(3),
  // A mistyped "production" must not open what is for development alone.
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'expected development, production or test' })
    .optional(),
  BOT_FRAMEWORK: z.enum(['on', 'off'], { error: 'expected on or off' }).optional(),
  DEFAULT_POLICY: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected the id of a policy, such as equipment-shop')
    .optional(),
  TODAY: z.iso.date('expected a calendar date as YYYY-MM-DD').optional(),
  PUBLIC_URL: address,
  RETURN_FORM_URL: address,
  ORDERS_URL: lookUpAddress,
  WARRANTY_URL: lookUpAddress,
  LLM_URL: lookUpAddress,
  LLM_MODEL: z.string().trim().min(1, 'expected the name of a model').optional(),
  LLM_API_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, 'expected a key without spaces')
    .optional(),
  LLM_TIMEOUT_MS: z
    .string()
    .regex(/^[1-9]\d{1,4}$/, 'expected a whole number of milliseconds from 10 to 99999')
    .transform(Number)
    .default(3_000),
  MicrosoftAppId: z.string().trim().min(1, 'expected the app id of the bot').optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], {
      error: 'expected MultiTenant, SingleTenant or UserAssignedMSI',
    })
    .default('MultiTenant'),
  MicrosoftAppTenantId: z.string().trim().optional(),
  ChannelService: z
    .literal('https://botframework.azure.us', 'expected https://botframework.azure.us, or nothing for the public cloud')
    .optional(),
  DESK_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{16,}$/, 'expected a token without spaces, of at least 16 characters')
    .optional(),
  // Taken as it is, with a slash at its end or without: an issuer is compared letter by letter.
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'expected an https address, such as https://login.example.com', abort: true })
    .refine((url) => !/[?#]/.test(url), 'expected an address without a query or fragment')
    .refine((url) => url.startsWith('https:') || isLocalUrl(url), 'expected an https address')
    .optional(),
  OIDC_CLIENT_ID: z.string().trim().min(1, 'expected the id of a client').optional(),
  OIDC_CLIENT_SECRET: z.string().trim().min(1, 'expected the secret of the client').optional(),
  OIDC_ROLE_CLAIM: z.string().trim().min(1, 'expected the name of a claim, such as roles').optional(),
  OIDC_DOMAINS: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine((domains) => domains.every((domain) => /^[a-z\d-]+(\.[a-z\d-]+)+$/.test(domain)), {
      error: 'expected domains such as shop.example, with commas between them',
    })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{6,}$/, "expected the app's signing secret")
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, 'expected a bot token, which begins with xoxb-')
    .optional(),
  SLACK_CHANNEL: z
    .string()
    .trim()
    .regex(/^[CG][A-Z0-9]+$/, "expected a channel's id, such as C0123456789")
    .optional(),
  SLACK_API_URL: plainAddress.default('https://slack.com/api'),
  TEAMS_CHANNEL: z
    .string()
    .trim()
    .regex(/^19:[\w-]+@thread\.(tacv2|skype)$/, "expected a channel's id, such as 19:…@thread.tacv2")
    .optional(),
  TEAMS_SERVICE_URL: plainAddress.optional(),
  TEAMS_AGENTS: z
    .string()
    .transform((ids) =>
      ids
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine((ids) => ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)), {
      error: 'expected object ids of people, with commas between them',
    })
    .optional(),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address, such as https://desk.example.com/events' })
    .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), 'expected an address without a user name or password')
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .transform((secrets) => secrets.trim().split(/\s+/))
    .refine((secrets) => secrets.every((secret) => signingSecret.test(secret)), signingSecretRule)
    .transform((secrets) => secrets.map((secret) => Buffer.from(secret.slice('whsec_'.length), 'base64')))
    .refine((keys) => keys.every(({ length }) => length >= 24 && length <= 64), signingSecretRule)
    .optional(),
  CHATWOOT_URL: lookUpAddress,
  CHATWOOT_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, 'expected an access token without spaces')
    .optional(),
  CHATWOOT_ACCOUNT: rowId("expected the account's number"),
  CHATWOOT_INBOX: rowId("expected the inbox's number"),
  CHATWOOT_WEBHOOK_TOKEN: z
    .string()
    .trim()
    .regex(/^[\w-]{24,200}$/, 'expected at least 24 letters, digits, hyphens and underscores')
    .optional(),
  CHATWOOT_WEBHOOK_SECRET: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{6,}$/, 'expected the secret that Chatwoot signs its webhooks with')
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected an address such as smtps://user:password@mail.example.com' })
    .optional(),
  MAIL_FROM: z
    .string()
    .trim()
    .regex(
      /^[^\p{Cc}<>@]*<?[^\s\p{Cc}<>@]+@[^\s\p{Cc}<>@]+>?$/u,
      'expected an address such as Returns <returns@example.com>',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'expected fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  REMIND_AFTER_MINUTES: minutes(30),
  CLOSE_AFTER_MINUTES: minutes(24 * 60),
  UNCLAIMED_AFTER_MINUTES: minutes(15),
  UNANSWERED_AFTER_MINUTES: minutes(15),
  ASSIGN: z.enum(['off', 'round-robin'], { error: 'expected off or round-robin' }).default('off'),
  BUSINESS_HOURS: officeHoursSchema.optional(),
  SERVICE_LEVELS: serviceLevelsSchema.optional(),
  ESCALATION: z
    .string()
    .transform((text) => text.split('>').map((desk) => desk.trim()))
    .pipe(z.array(z.enum(escalationDesks, { error: 'expected desks in their order, such as slack > teams' })))
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_SERVICE_NAME: z.string().trim().min(1).default('returns-assistant'),
  RETENTION_DAYS: days(0),
  RETENTION_UNUSED_DAYS: days(7),
  RETENTION_RETURNS_DAYS: days(0),
  INIT_CWD: z.string().optional(),
});

/** Settings that are of use only together. */
const wholeOrNothing = [
  ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_CHANNEL'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['WEBHOOK_URL', 'WEBHOOK_SECRET'],
  ['CHATWOOT_URL', 'CHATWOOT_TOKEN', 'CHATWOOT_ACCOUNT', 'CHATWOOT_INBOX', 'CHATWOOT_WEBHOOK_TOKEN'],
] as const satisfies (keyof z.infer<typeof schema>)[][];

/** Refuses what botbuilder would refuse at the start with an assertion, and what is set in part. */
const consistent = schema.superRefine((settings, { addIssue }) => {
  const { MicrosoftAppId: id, MicrosoftAppType: type, MicrosoftAppPassword: password } = settings;
  const need = (name: string, message: string) => addIssue({ code: 'custom', path: [name], message });
  if (settings.BOT_FRAMEWORK === 'on' && !id && settings.NODE_ENV === 'production') {
    need('MicrosoftAppId', 'expected with BOT_FRAMEWORK=on and NODE_ENV=production: without it anybody could write');
  }
  if (settings.LLM_URL && !settings.LLM_MODEL) need('LLM_MODEL', 'expected with LLM_URL');
  for (const names of wholeOrNothing) {
    const [first] = names.filter((name) => settings[name] === undefined);
    if (first && names.some((name) => settings[name] !== undefined)) {
      need(first, `expected with ${names.filter((name) => name !== first).join(' and ')}`);
    }
  }
  if (settings.CHATWOOT_WEBHOOK_SECRET && !settings.CHATWOOT_URL) {
    need('CHATWOOT_URL', 'expected with CHATWOOT_WEBHOOK_SECRET');
  }
  if ((settings.OIDC_ROLE_CLAIM || settings.OIDC_DOMAINS) && !settings.OIDC_ISSUER) {
    need('OIDC_ISSUER', 'expected with OIDC_ROLE_CLAIM and OIDC_DOMAINS');
  }
  if (settings.SMTP_URL && !settings.MAIL_FROM) need('MAIL_FROM', 'expected with SMTP_URL');
  if (settings.TEAMS_AGENTS && !settings.TEAMS_CHANNEL) need('TEAMS_CHANNEL', 'expected with TEAMS_AGENTS');
  if (settings.TEAMS_CHANNEL && !id) need('MicrosoftAppId', 'expected with TEAMS_CHANNEL');
  if (settings.ChannelService && !id) need('MicrosoftAppId', 'expected with ChannelService');
  if (type !== 'MultiTenant' && !id) need('MicrosoftAppId', `expected with MicrosoftAppType=${type}`);
  if (type !== 'MultiTenant' && !settings.MicrosoftAppTenantId) {
    need('MicrosoftAppTenantId', `expected with MicrosoftAppType=${type}`);
  }
  if (type === 'SingleTenant' && !password) need('MicrosoftAppPassword', `expected with MicrosoftAppType=${type}`);
  if (type === 'UserAssignedMSI' && password) {
    need('MicrosoftAppPassword', 'expected none with MicrosoftAppType=UserAssignedMSI');
  }
});

/** The settings of the deployment; see `.env.example`. */
export type Config = ReturnType<typeof readConfig>;

/** The environment does not fit; the message has one line for each variable that is wrong. */
export class ConfigError extends CorrectableError {
  readonly code = 'invalid-config';
}

/**
 * Environment and `.env` of the project together; what the real environment sets wins, an empty string sets nothing.
 */
export function readEnvironment(environment: Environment = process.env, folderOfEnv = projectFolder): Environment {
  const file = join(folderOfEnv, '.env');
  const fromFile: Environment = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...fromFile, ...withoutEmpty(environment) };
}

/** Reads the settings; relative folders are relative to the project. Throws `ConfigError`. */
export function readConfig(environment: Environment) {
  const parsed = consistent.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    /** The proxies whose word counts for where a request comes from. */
    trustedProxies: settings.TRUST_PROXY,
    /** The deployment's own limits in a minute. */
    rates: settings.RATE_LIMITS,
    /** The token that opens `/metrics`; absent: it is open to this machine alone, and in production to nobody. */
    metricsToken: settings.METRICS_TOKEN,
    /** The sites that may show the shops' pages in a frame, as `frame-ancestors` has them. */
    frameAncestors: settings.FRAME_ANCESTORS,
    /** How long a stop goes on answering, so that whoever sends customers can learn of it. */
    drainMs: settings.DRAIN_SECONDS * 1_000,
    isProduction: settings.NODE_ENV === 'production',
    dataDir: settings.DATA_DIR,
    /** The PostgreSQL that any number of processes share; absent: SQLite in the data folder, for one process. */
    database:
      settings.DATABASE_URL === undefined
        ? undefined
        : { url: settings.DATABASE_URL, poolSize: settings.DATABASE_POOL, timeoutMs: settings.DATABASE_TIMEOUT_MS },
    policiesDir: settings.POLICIES_DIR,
    /** The policy for who names none; absent: see `defaultOf`. */
    defaultPolicy: settings.DEFAULT_POLICY,
    /** A fixed date in place of the clock, for demonstrations and tests. */
    today: settings.TODAY,
    /** The address at which customers reach this deployment, without a trailing slash. */
    publicUrl: settings.PUBLIC_URL,
    returnFormUrl: settings.RETURN_FORM_URL,
    /** The shop's order system, without a trailing slash; absent: the demonstration shop's orders. */
    ordersUrl: settings.ORDERS_URL,
    /** The address of the warranties, looked up by serial number, likewise. */
    warrantyUrl: settings.WARRANTY_URL,
    /** The optional reader of messages; absent: the embedded one alone. */
    llm:
      settings.LLM_URL === undefined || settings.LLM_MODEL === undefined
        ? undefined
        : {
            url: settings.LLM_URL,
            model: settings.LLM_MODEL,
            apiKey: settings.LLM_API_KEY,
            /** The time limit of reading one message in all, in milliseconds. */
            timeoutMs: settings.LLM_TIMEOUT_MS,
          },
    /** False: nobody can write by Bot Framework. */
    isBotFrameworkOn: isBotFrameworkOn(settings),
    /** The bot's identity at Azure Bot Service; without an app id it can be reached from this machine alone. */
    bot: {
      appId: settings.MicrosoftAppId,
      appPassword: settings.MicrosoftAppPassword,
      appType: settings.MicrosoftAppType,
      appTenantId: settings.MicrosoftAppTenantId,
      /** The bot's cloud, by botbuilder's name for it; absent: the public one. */
      channelService: settings.ChannelService,
    },
    /** The token of the agents' desk; absent: one is made and kept in the store. */
    deskToken: settings.DESK_TOKEN,
    /** The OpenID Connect provider by which people log in at the desk; absent: none. */
    signOn: signOnOf(settings),
    /** The Slack workspace where people take cases over; absent: none. */
    slack: slackOf(settings),
    /** The Teams channel where people take cases over, and who may also do so in a personal chat; absent: none. */
    teams:
      settings.TEAMS_CHANNEL === undefined
        ? undefined
        : {
            channel: settings.TEAMS_CHANNEL,
            serviceUrl: settings.TEAMS_SERVICE_URL ?? teamsOf[settings.ChannelService ?? 'public'],
            agents: settings.TEAMS_AGENTS ?? [],
          },
    /** The address that events of cases are sent to, and the keys that sign them; absent: none. */
    webhook: webhookOf(settings),
    /** The Chatwoot account where people take cases over; absent: none. */
    chatwoot: chatwootOf(settings),
    /** The mail server; absent: e-mails are written into the data folder. */
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? 'Returns assistant <returns@localhost>',
    logLevel: settings.LOG_LEVEL,
    /** After how long a silence a customer is reminded, and after how long another the chat is closed; 0 = never. */
    remindAfterMinutes: settings.REMIND_AFTER_MINUTES,
    closeAfterMinutes: settings.CLOSE_AFTER_MINUTES,
    /** After how long a case that nobody has claimed is shown again, and elsewhere; 0 = never. */
    unclaimedAfterMinutes: settings.UNCLAIMED_AFTER_MINUTES,
    /**
     * After how long in working hours whoever has a case is reminded that its customer waits, and after how long another
     * it is for all again; 0 = never.
     */
    unansweredAfterMinutes: settings.UNANSWERED_AFTER_MINUTES,
    /** How new cases are given to people who are there; off: they take them. */
    assign: settings.ASSIGN,
    /** The hours when people work; absent: nothing is promised. */
    officeHours: settings.BUSINESS_HOURS,
    /** Within how many minutes of these hours shops answer; absent: nothing is promised. */
    serviceLevels: settings.SERVICE_LEVELS,
    /** Desks that hear of an unclaimed case one after the other; absent: all at once. */
    escalation: settings.ESCALATION,
    /** After how many days without a message what is kept is erased; 0 = never. */
    retention: {
      conversations: settings.RETENTION_DAYS,
      /** Conversations in which nobody wrote. */
      unused: settings.RETENTION_UNUSED_DAYS,
      /** Registered returns, which are kept when the conversation goes. */
      returns: settings.RETENTION_RETURNS_DAYS,
    },
    /** Where traces are sent (OTLP over http), and as whose; absent: none are made. */
    tracing:
      settings.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
        ? undefined
        : { endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT, serviceName: settings.OTEL_SERVICE_NAME },
    /** The folder where the user stands, also when npm runs a script in the project's folder. */
    initCwd: settings.INIT_CWD ?? process.cwd(),
  };
}

/**
 * True if Bot Framework's route is served. Without an app id no caller can be told from another, so that is for
 * development alone: on this machine, behind no proxy, and reached by nobody else.
 */
function isBotFrameworkOn(settings: z.infer<typeof schema>): boolean {
  const { BOT_FRAMEWORK, MicrosoftAppId, NODE_ENV, HOST, PUBLIC_URL, TRUST_PROXY } = settings;
  if (BOT_FRAMEWORK === 'off' || MicrosoftAppId !== undefined) return BOT_FRAMEWORK !== 'off';
  const isPublic = PUBLIC_URL !== undefined && !isLocalUrl(PUBLIC_URL);
  return NODE_ENV !== 'production' && isLocalHost(HOST) && !isPublic && TRUST_PROXY === 0;
}

/** Where threads in Teams are begun, by cloud; of the government that of GCC High. */
const teamsOf = {
  public: 'https://smba.trafficmanager.net/teams',
  'https://botframework.azure.us': 'https://smba.infra.gov.teams.microsoft.us/teams',
} as const;

/** All or nothing; what is partly set was refused before. */
function slackOf(settings: z.infer<typeof schema>) {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken, SLACK_CHANNEL: channel } = settings;
  if (signingSecret === undefined || botToken === undefined || channel === undefined) return undefined;
  return { signingSecret, botToken, channel, apiUrl: settings.SLACK_API_URL };
}

/** Likewise. */
function signOnOf(settings: z.infer<typeof schema>) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, roleClaim: settings.OIDC_ROLE_CLAIM, domains: settings.OIDC_DOMAINS };
}

/** Likewise. */
function webhookOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: keys }: z.infer<typeof schema>) {
  return url === undefined || keys === undefined ? undefined : { url, keys };
}

/** Likewise; the secret is left out with a Chatwoot that does not sign. */
function chatwootOf(settings: z.infer<typeof schema>) {
  const { CHATWOOT_URL: url, CHATWOOT_TOKEN: token, CHATWOOT_ACCOUNT: account } = settings;
  const { CHATWOOT_INBOX: inbox, CHATWOOT_WEBHOOK_TOKEN: webhookToken } = settings;
  const isWhole = url !== undefined && token !== undefined && webhookToken !== undefined;
  if (!isWhole || account === undefined || inbox === undefined) return undefined;
  return { url, token, account, inbox, webhookToken, webhookSecret: settings.CHATWOOT_WEBHOOK_SECRET };
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
}
