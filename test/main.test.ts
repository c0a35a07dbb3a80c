import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { newDataDir } from './commands/command.ts';
import { failingProcess } from './journeys/process.ts';
import { lampShop } from './policy/check/small.ts';

const failing = (settings: Record<string, string>) =>
  failingProcess({ PORT: '0', DATA_DIR: newDataDir(), ...settings });

test.each([
  ['a setting is wrong', { PORT: 'x' }, /^PORT: .+\n$/],
  ['the default policy is missing', { DEFAULT_POLICY: 'no-shop' }, /^DEFAULT_POLICY is "no-shop", but .+\n$/],
  [
    'a shop that is promised an answer is none',
    { SERVICE_LEVELS: 'no-shop first=1 next=2, * first=3 next=4' },
    /^SERVICE_LEVELS names no-shop, but POLICIES_DIR has .+\n$/,
  ],
  [
    'a shop is promised two answers',
    { SERVICE_LEVELS: '* first=1 next=2, * first=3 next=4' },
    /^SERVICE_LEVELS: expected each shop once, and \* is twice\n$/,
  ],
  [
    'the provider of log-ins has no address',
    { OIDC_ISSUER: 'notaurl', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'secret' },
    /^OIDC_ISSUER: expected an https address, .+\n$/,
  ],
  [
    'the folder of policies is none',
    { POLICIES_DIR: '/dev/null/nowhere' },
    /^The folder of policies, .+ POLICIES_DIR .+\n$/,
  ],
  [
    'the folder of data is none',
    { DATA_DIR: '/dev/null/nowhere' },
    /^DATA_DIR \S+ cannot be used: .+; set DATA_DIR to .+\n$/,
  ],
  [
    'the folder of data is where none can be made',
    { DATA_DIR: '/proc/returns' },
    /^DATA_DIR \/proc\/returns cannot be used: .+; set DATA_DIR to .+\n$/,
  ],
  [
    'the folder of data is a file',
    { DATA_DIR: join(import.meta.dirname, 'main.test.ts') },
    /^DATA_DIR \S+ cannot be used: .+; set DATA_DIR to .+\n$/,
  ],
  [
    'no app id is set in production, and the bot is',
    { NODE_ENV: 'production', BOT_FRAMEWORK: 'on' },
    /^MicrosoftAppId: .+\n$/,
  ],
  ['the environment is none that there is', { NODE_ENV: 'prod' }, /^NODE_ENV: expected .*production.*\n$/],
  ['the token of the desk can be guessed', { DESK_TOKEN: '1' }, /^DESK_TOKEN: .+\n$/],
  [
    'the database cannot be reached',
    { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/returns' },
    /^DATABASE_URL postgres:\/\/127.0.0.1:1\/returns cannot be used: .+; see that the database server .+\n$/,
  ],
  ['the address is another machine’s', { HOST: '192.0.2.1' }, /^The address is not of this machine; set HOST .+\n$/],
])('where %s, one line says what to do', async (_, settings, line) => {
  expect(await failing(settings)).toEqual({ code: 1, errors: expect.stringMatching(line) });
});

/** What can be done about what stands there. */
const elsewhere = /^DATA_DIR \S+ cannot be used: .+; (?:restore a backup|set DATA_DIR) .+\n$/;
const newer = /^DATA_DIR \S+ cannot be used: .+\n$/;

test.each([
  [
    'another file',
    elsewhere,
    (file: string) => writeFileSync(file, 'no database, but a text of some length'.repeat(10)),
  ],
  ['a folder', elsewhere, (file: string) => mkdirSync(file)],
  [
    'the database of a newer program',
    newer,
    (file: string) => new DatabaseSync(file).exec('PRAGMA user_version = 9999'),
  ],
  [
    'the database of another program',
    elsewhere,
    (file: string) => new DatabaseSync(file).exec('CREATE TABLE conversations (x)'),
  ],
])('where %s stands in the place of the database, one line says what to do', async (_, line, make) => {
  const dataDir = newDataDir();
  make(join(dataDir, 'returns.db'));
  expect(await failing({ DATA_DIR: dataDir })).toEqual({
    code: 1,
    errors: expect.stringMatching(line),
  });
});

test('where check finds an error in a policy, the start is refused with its line and a customer', async () => {
  const policies = newDataDir();
  writeFileSync(
    join(policies, 'lamps.yaml'),
    lampShop({ lastDecision: '  - { id: too-late, resolution: not-eligible }' }),
  );
  const { code, errors } = await failing({ POLICIES_DIR: policies });
  expect(code).toBe(1);
  const [first, ...others] = errors.trimEnd().split('\n');
  expect(first).toMatch(
    /lamps\.yaml:\d+:5: decisions\[4\]: unexplained-refusal: "too-late" refuses .*, such as \{"reason":/,
  );
  for (const line of others) expect(line).toMatch(/lamps\.yaml:\d+:\d+: /);
});

test('where the port is taken, one line says what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const errors = 'The port is taken; set PORT to another one.\n';
  expect(await failing({ PORT: String(port) })).toEqual({ code: 1, errors });
});

test('where the database was copied by hand while the server ran, one line names the command', async () => {
  const folder = newDataDir();
  // As a copy begins: a database of ours in WAL mode, and no write-ahead log.
  const database = new DatabaseSync(join(folder, 'returns.db'));
  database.exec(`PRAGMA application_id = ${0x52_45_54_4e}; PRAGMA journal_mode = WAL; CREATE TABLE x (y)`);
  database.close();
  const { code, errors } = await failing({ DATA_DIR: folder });
  expect(code).toBe(1);
  expect(errors).toMatch(/^\S+returns\.db was copied while the program ran, .*"returns backup <file>".*\n$/);
});
