import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig, readEnvironment } from '../src/config.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

const keys = [Buffer.alloc(24, 1), Buffer.alloc(64, 2)];
const webhook = {
  WEBHOOK_URL: 'https://desk.example/events?shop=1',
  WEBHOOK_SECRET: keys.map((key) => `whsec_${key.toString('base64')}`).join(' '),
};
const provider = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'secret' };
const chatwoot = {
  CHATWOOT_URL: 'https://chat.example/',
  CHATWOOT_TOKEN: 'token',
  CHATWOOT_ACCOUNT: '3',
  CHATWOOT_INBOX: '7',
  CHATWOOT_WEBHOOK_TOKEN: 'a-random-text-for-the-address',
};

describe('the configuration', () => {
  it('has a default for everything', () => {
    const { initCwd, dataDir, policiesDir, ...rest } = readConfig({});
    expect(rest).toEqual({
      port: 3978,
      host: '127.0.0.1',
      trustedProxies: 0,
      rates: {},
      metricsToken: undefined,
      frameAncestors: "'self'",
      drainMs: 3_000,
      isProduction: false,
      isBotFrameworkOn: true,
      database: undefined,
      defaultPolicy: undefined,
      today: undefined,
      publicUrl: undefined,
      tracing: undefined,
      retention: { conversations: 0, returns: 0, unused: 7 },
      returnFormUrl: undefined,
      ordersUrl: undefined,
      warrantyUrl: undefined,
      llm: undefined,
      bot: { appId: undefined, appPassword: undefined, appType: 'MultiTenant', appTenantId: undefined },
      deskToken: undefined,
      signOn: undefined,
      slack: undefined,
      teams: undefined,
      webhook: undefined,
      chatwoot: undefined,
      smtpUrl: undefined,
      mailFrom: 'Returns assistant <returns@localhost>',
      logLevel: 'info',
      remindAfterMinutes: 30,
      closeAfterMinutes: 1440,
      unclaimedAfterMinutes: 15,
      unansweredAfterMinutes: 15,
      assign: 'off',
      officeHours: undefined,
      escalation: undefined,
    });
    expect([dataDir, policiesDir, initCwd].every(isAbsolute)).toBe(true);
    expect(dataDir).toMatch(/data$/);
  });

  it('takes a database that several processes share', () => {
    const url = 'postgres://returns:secret@db.example:5432/returns';
    expect(readConfig({ DATABASE_URL: url }).database).toEqual({ url, poolSize: 10, timeoutMs: 5_000 });
    expect(() => readConfig({ DATABASE_URL: 'mysql://db.example/returns' })).toThrow('DATABASE_URL');
  });

  it('takes an empty string for not set', () => {
    const empty = Object.fromEntries(Object.keys(parseEnv(example)).map((name) => [name, '']));
    expect(readConfig({ ...empty, INIT_CWD: '' })).toEqual(readConfig({}));
  });

  it('reads what is set', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '0.0.0.0',
        DATA_DIR: '/var/lib/returns',
        DEFAULT_POLICY: 'fourteen-day-shop',
        TODAY: '2028-02-29',
        PUBLIC_URL: 'https://shop.example/returns/',
        RETURN_FORM_URL: 'http://localhost:8080/form',
        ORDERS_URL: 'https://shop.example/api/',
        WARRANTY_URL: 'https://maker.example',
        LLM_URL: 'http://localhost:11434/v1/',
        LLM_MODEL: 'qwen3:4b',
        LLM_API_KEY: 'key',
        LLM_TIMEOUT_MS: '500',
        MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
        MicrosoftAppPassword: 'secret',
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: 'tenant',
        DESK_TOKEN: 'the-desk-is-open',
        OIDC_ISSUER: 'https://login.example/app/',
        OIDC_CLIENT_ID: 'desk',
        OIDC_CLIENT_SECRET: 'secret',
        OIDC_ROLE_CLAIM: 'roles',
        OIDC_DOMAINS: 'Shop.example, office.example',
        LOG_LEVEL: 'debug',
        INIT_CWD: '/srv/anna',
      }),
    ).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/var/lib/returns',
      defaultPolicy: 'fourteen-day-shop',
      today: '2028-02-29',
      publicUrl: 'https://shop.example/returns',
      returnFormUrl: 'http://localhost:8080/form',
      ordersUrl: 'https://shop.example/api',
      warrantyUrl: 'https://maker.example',
      llm: { url: 'http://localhost:11434/v1', model: 'qwen3:4b', apiKey: 'key', timeoutMs: 500 },
      bot: {
        appId: '11111111-2222-3333-4444-555555555555',
        appPassword: 'secret',
        appType: 'SingleTenant',
        appTenantId: 'tenant',
      },
      deskToken: 'the-desk-is-open',
      signOn: {
        issuer: 'https://login.example/app/',
        clientId: 'desk',
        clientSecret: 'secret',
        roleClaim: 'roles',
        domains: ['shop.example', 'office.example'],
      },
      logLevel: 'debug',
      initCwd: '/srv/anna',
    });
  });

  it.each([
    ['PORT', 'abc', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '80.5', 'a whole number from 0 to 65535'],
    ['TODAY', '2026-02-30', 'a calendar date as YYYY-MM-DD'],
    ['TODAY', '2027-02-29', 'a calendar date as YYYY-MM-DD'],
    ['TODAY', 'tomorrow', 'a calendar date as YYYY-MM-DD'],
    ['DEFAULT_POLICY', '../secrets', 'the id of a policy'],
    ['PUBLIC_URL', 'shop.example', 'an http or https address'],
    ['PUBLIC_URL', 'ftp://shop.example', 'an http or https address'],
    ['PUBLIC_URL', 'https://shop.example/?a=1', 'without a query'],
    ['RETURN_FORM_URL', 'javascript:alert(1)', 'an http or https address'],
    ['ORDERS_URL', 'shop.example', 'an http or https address'],
    ['ORDERS_URL', 'https://key:secret@shop.example', 'without a user name or password'],
    ['WARRANTY_URL', 'https://maker.example?key=1', 'without a query'],
    ['LLM_URL', 'localhost:11434', 'an http or https address'],
    ['LLM_URL', 'https://key@models.example/v1', 'without a user name or password'],
    ['LLM_TIMEOUT_MS', '0', 'a whole number of milliseconds'],
    ['LLM_TIMEOUT_MS', '3s', 'a whole number of milliseconds'],
    ['LLM_API_KEY', 'two words', 'a key without spaces'],
    ['MicrosoftAppType', 'Tenant', 'MultiTenant, SingleTenant or UserAssignedMSI'],
    ['DESK_TOKEN', 'two words that are long', 'a token without spaces'],
    ['DESK_TOKEN', '1', 'of at least 16 characters'],
    ['DESK_TOKEN', 'fifteen-letters', 'of at least 16 characters'],
    ['OIDC_ISSUER', 'http://login.example', 'an https address'],
    ['OIDC_ISSUER', 'https://login.example/?a=1', 'without a query'],
    ['OIDC_DOMAINS', 'everybody', 'domains such as shop.example'],
    ['METRICS_TOKEN', 'short', 'at least 16 characters'],
    ['TRUST_PROXY', 'everybody', 'how many proxies there are, or addresses'],
    ['TRUST_PROXY', '10.0.0.0/40', 'how many proxies there are, or addresses'],
    ['RATE_LIMITS', 'chats=none', 'off, or numbers a minute'],
    ['RATE_LIMITS', 'rides=5', 'off, or numbers a minute'],
    ['FRAME_ANCESTORS', 'https://shop.example.com; script-src *', 'none, or self and origins'],
    ['DRAIN_SECONDS', 'soon', 'a whole number of seconds'],
    ['BOT_FRAMEWORK', 'yes', 'on or off'],
    ['SLACK_API_URL', 'slack.com/api', 'an http or https address'],
    ['WEBHOOK_URL', 'ftp://desk.example', 'an http or https address'],
    ['WEBHOOK_URL', 'https://key:secret@desk.example', 'without a user name or password'],
    ['WEBHOOK_SECRET', 'c2hvcnQ=', 'whsec_ and 24 to 64 bytes in base64'],
    ['WEBHOOK_SECRET', 'whsec_c2hvcnQ=', 'whsec_ and 24 to 64 bytes in base64'],
    ['WEBHOOK_SECRET', `whsec_${'A'.repeat(32)} whsec_not!`, 'whsec_ and 24 to 64 bytes in base64'],
    ['CHATWOOT_URL', 'chat.example', 'an http or https address'],
    ['CHATWOOT_ACCOUNT', 'first', "the account's number"],
    ['CHATWOOT_INBOX', '0', "the inbox's number"],
    ['CHATWOOT_TOKEN', 'two words', 'an access token without spaces'],
    ['CHATWOOT_WEBHOOK_TOKEN', 'short', 'at least 24 letters'],
    ['SMTP_URL', 'mail.example', 'an address such as smtps://'],
    ['SMTP_URL', 'https://mail.example', 'an address such as smtps://'],
    ['MAIL_FROM', 'Returns', 'an address such as Returns <returns@example.com>'],
    ['MAIL_FROM', 'a@b.example\nBcc: c@d.example', 'an address such as Returns <returns@example.com>'],
    ['LOG_LEVEL', 'loud', 'fatal, error, warn'],
  ])('refuses %s=%s in one line that says what was expected', (name, value, expected) => {
    const environment = {
      LLM_MODEL: 'small',
      MAIL_FROM: 'returns@shop.example',
      ...webhook,
      ...chatwoot,
      ...provider,
      [name]: value,
    };
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name}: expected [^\\n]*${expected}[^\\n]*$`));
  });

  it.each([
    [{ MicrosoftAppType: 'SingleTenant' }, ['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppPassword']],
    [{ MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: 'id', MicrosoftAppTenantId: 't' }, []],
    [
      {
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppId: 'id',
        MicrosoftAppTenantId: 't',
        MicrosoftAppPassword: 'x',
      },
      ['MicrosoftAppPassword'],
    ],
  ])('knows what a registration needs: %o', (settings, wrong) => {
    const read = () => readConfig(settings);
    if (wrong.length === 0) expect(read).not.toThrow();
    else expect(read).toThrow(new RegExp(`^${wrong.map((name) => `${name}: expected [^\\n]+`).join('\\n')}$`));
  });

  it('takes a provider of OpenID Connect whole or not at all', () => {
    expect(() => readConfig({ OIDC_CLIENT_ID: 'desk' })).toThrow(/^OIDC_ISSUER: expected with OIDC_CLIENT_ID and/);
    for (const name of ['OIDC_DOMAINS', 'OIDC_ROLE_CLAIM']) {
      expect(() => readConfig({ [name]: 'shop.example' })).toThrow(/^OIDC_ISSUER: expected with OIDC_ROLE_CLAIM and/);
    }
  });

  it('takes Slack whole or not at all', () => {
    const whole = { SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_CHANNEL: 'C0123456789' };
    expect(readConfig(whole).slack).toEqual({
      signingSecret: 'secret',
      botToken: 'xoxb-1-a',
      channel: 'C0123456789',
      apiUrl: 'https://slack.com/api',
    });
    expect(() => readConfig({ ...whole, SLACK_CHANNEL: '' })).toThrow(
      /^SLACK_CHANNEL: expected with SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN$/,
    );
    expect(() => readConfig({ SLACK_CHANNEL: whole.SLACK_CHANNEL })).toThrow(
      /^SLACK_SIGNING_SECRET: expected with SLACK_BOT_TOKEN and SLACK_CHANNEL$/,
    );
    expect(() => readConfig({ ...whole, SLACK_BOT_TOKEN: 'xoxb 1' })).toThrow(/^SLACK_BOT_TOKEN: expected a bot token/);
    expect(() => readConfig({ ...whole, SLACK_SIGNING_SECRET: ' ' })).toThrow(
      /^SLACK_SIGNING_SECRET: expected the app/,
    );
    expect(() => readConfig({ ...whole, SLACK_CHANNEL: '#returns' })).toThrow(
      /^SLACK_CHANNEL: expected a channel's id/,
    );
  });

  it('takes webhooks whole or not at all, with one secret or several', () => {
    expect(readConfig(webhook).webhook).toEqual({ url: webhook.WEBHOOK_URL, keys });
    expect(() => readConfig({ WEBHOOK_URL: webhook.WEBHOOK_URL })).toThrow(
      /^WEBHOOK_SECRET: expected with WEBHOOK_URL$/,
    );
    expect(() => readConfig({ WEBHOOK_SECRET: webhook.WEBHOOK_SECRET })).toThrow(
      /^WEBHOOK_URL: expected with WEBHOOK_SECRET$/,
    );
  });

  it('takes Chatwoot whole or not at all', () => {
    expect(readConfig(chatwoot).chatwoot).toEqual({
      url: 'https://chat.example',
      token: 'token',
      account: 3,
      inbox: 7,
      webhookToken: chatwoot.CHATWOOT_WEBHOOK_TOKEN,
    });
    expect(readConfig({ ...chatwoot, CHATWOOT_WEBHOOK_SECRET: 'signs-it' }).chatwoot?.webhookSecret).toBe('signs-it');
    for (const name of Object.keys(chatwoot)) {
      const others = Object.keys(chatwoot).filter((other) => other !== name);
      const partly = { ...chatwoot, [name]: '' };
      expect(() => readConfig(partly)).toThrow(new RegExp(`^${name}: expected with ${others.join(' and ')}$`));
    }
    expect(() => readConfig({ CHATWOOT_WEBHOOK_SECRET: 'signs-it' })).toThrow(
      /^CHATWOOT_URL: expected with CHATWOOT_WEBHOOK_SECRET$/,
    );
  });

  it('takes a channel of Teams with the bot’s registration, and the people who are agents in a personal chat', () => {
    const whole = { MicrosoftAppId: 'id', TEAMS_CHANNEL: '19:a1-b_2@thread.tacv2' };
    const person = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(readConfig(whole).teams).toEqual({
      channel: '19:a1-b_2@thread.tacv2',
      serviceUrl: 'https://smba.trafficmanager.net/teams',
      agents: [],
    });
    expect(readConfig({ ...whole, TEAMS_AGENTS: ` ${person.toUpperCase()}, ${person}` }).teams?.agents).toEqual([
      person,
      person,
    ]);
    expect(() => readConfig({ ...whole, MicrosoftAppId: '' })).toThrow(/^MicrosoftAppId: expected with TEAMS_CHANNEL$/);
    expect(() => readConfig({ TEAMS_AGENTS: person })).toThrow(/^TEAMS_CHANNEL: expected with TEAMS_AGENTS$/);
    expect(() => readConfig({ ...whole, TEAMS_AGENTS: 'anna@example.com' })).toThrow(
      /^TEAMS_AGENTS: expected object ids/,
    );
    expect(() => readConfig({ ...whole, TEAMS_CHANNEL: '19:a;messageid=1' })).toThrow(
      /^TEAMS_CHANNEL: expected a chan/,
    );
  });

  it('wants the model of a language model by name', () => {
    expect(() => readConfig({ SMTP_URL: 'smtp://mail.example' })).toThrow(/^MAIL_FROM: expected with SMTP_URL$/);
    expect(() => readConfig({ LLM_URL: 'http://localhost:11434/v1' })).toThrow(/^LLM_MODEL: expected with LLM_URL$/);
    expect(readConfig({ LLM_URL: 'http://localhost:11434/v1', LLM_MODEL: 'small' }).llm).toEqual({
      url: 'http://localhost:11434/v1',
      model: 'small',
      apiKey: undefined,
      timeoutMs: 3_000,
    });
    expect(readConfig({ LLM_MODEL: 'small' }).llm).toBeUndefined();
  });

  it.each([
    ['none', "'none'"],
    ['self', "'self'"],
    ['self https://self.example.com https://none', "'self' https://self.example.com https://none"],
  ])('FRAME_ANCESTORS=%s is %s in the header', (text, header) => {
    expect(readConfig({ FRAME_ANCESTORS: text }).frameAncestors).toBe(header);
  });

  it.each([
    [{}, true],
    [{ NODE_ENV: 'production' }, false],
    [{ HOST: '0.0.0.0' }, false],
    [{ PUBLIC_URL: 'https://returns.example.com' }, false],
    [{ PUBLIC_URL: 'http://localhost:3978' }, true],
    [{ TRUST_PROXY: '1' }, false],
    [{ BOT_FRAMEWORK: 'off' }, false],
    [{ MicrosoftAppId: 'x', NODE_ENV: 'production', HOST: '0.0.0.0' }, true],
    [{ MicrosoftAppId: 'x', BOT_FRAMEWORK: 'off' }, false],
  ])('with %o Bot Framework is heard: %s', (settings, isOn) => {
    expect(readConfig(settings as Record<string, string>).isBotFrameworkOn).toBe(isOn);
  });

  it('names every variable that is wrong, a line each', () => {
    expect(() => readConfig({ PORT: 'x', TODAY: 'y' })).toThrow(/^PORT: [^\n]+\nTODAY: [^\n]+$/);
  });
});

describe('.env', () => {
  it('is read where there is one; the real environment wins, unless it is empty', () => {
    const folder = mkdtempSync(join(tmpdir(), 'returns-env-'));
    expect(readEnvironment({ PORT: '1' }, folder)).toEqual({ PORT: '1' });
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, '.env'), 'PORT=2\nHOST=::1\nTODAY="2026-11-21" # fixed\n');
    expect(readEnvironment({ PORT: '1', HOST: '' }, folder)).toEqual({ PORT: '1', HOST: '::1', TODAY: '2026-11-21' });
  });

  it('.env.example has a comment and the default for every variable', () => {
    const { initCwd: _1, ...fromExample } = readConfig(parseEnv(example));
    const { initCwd: _2, ...defaults } = readConfig({});
    expect(fromExample).toEqual(defaults);
    const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');
    const names = [...source.matchAll(/^ {2}([A-Z_a-z]+): /gm)]
      .map(([, name]) => name)
      .filter((name) => /^([A-Z_]+|Microsoft\w+|ChannelService)$/.test(name ?? ''));
    expect(names.length).toBeGreaterThan(8);
    expect([...names].sort()).toEqual([...Object.keys(parseEnv(example)), 'INIT_CWD'].sort());
  });
});
