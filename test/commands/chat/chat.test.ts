import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { rmaOf, visitor } from '../../forms/visitor.ts';
import { endProcess, freePort, startProcess } from '../../journeys/process.ts';
import { opening, words } from '../../wording.ts';
import { environmentOn, newDataDir, runCommand, runProcess, startCommand } from '../command.ts';

const shop = ['chat', '--policy', 'fortnight-shop'];
const repair = ['It does not work properly', "I don't know", '2026-10-01', 'none', '24 months'];

function conversationIn(output: string): string {
  return /Conversation (terminal-[\w-]+)/.exec(output)?.[1] ?? '';
}

test('an interview is piped in, one reply a line, to its decision', async () => {
  const { code, output, errors } = await runProcess(shop, newDataDir(), repair);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toContain('  1) It does not work properly\n');
  expect(output).toContain('\n> 24 months\n');
  expect(output).toContain(`│ ${words.say('verdict.warranty-repair.headline')}\n`);
  expect(output).toMatch(/\nhttp:\/\/localhost:3978\/form\?token=[\w.-]+\n/);
  expect(output).not.toContain('\u001b');
});

test('the conversation goes on at the next start, and --new leaves it for another', async () => {
  const dataDir = newDataDir();
  const first = await runCommand(shop, dataDir, repair.slice(0, 2));
  const second = await runCommand(shop, dataDir, repair.slice(2));
  expect(conversationIn(second.output)).toBe(conversationIn(first.output));
  expect(second.output).toContain('Welcome back');
  expect(second.output).toContain(`│ ${words.say('verdict.warranty-repair.headline')}\n`);

  const third = await runCommand([...shop, '--new'], dataDir);
  expect(conversationIn(third.output)).not.toBe(conversationIn(first.output));
  const named = await runCommand(['chat', '--conversation', conversationIn(first.output)], dataDir);
  expect(named.output).toContain(`│ ${words.say('verdict.warranty-repair.headline')}\n`);
  const last = await runCommand(shop, dataDir);
  expect(conversationIn(last.output)).toBe(conversationIn(first.output));
});

test('each policy has a last conversation of its own', async () => {
  const dataDir = newDataDir();
  const one = await runCommand(shop, dataDir);
  const other = await runCommand(['chat', '--policy', 'tool-shop'], dataDir);
  expect(conversationIn(other.output)).not.toBe(conversationIn(one.output));
  expect(conversationIn((await runCommand(shop, dataDir)).output)).toBe(conversationIn(one.output));
});

test('a terminal killed in mid-chat loses nothing and asks nothing twice', async () => {
  const dataDir = newDataDir();
  const killed = startCommand(shop, dataDir);
  await killed.says('4) Something else');
  killed.child.stdin.write(`${repair[0]}\n${repair[1]}\n`);
  await killed.says('When did you receive');
  killed.child.kill('SIGKILL');
  expect((await killed.ended).code).toBeNull();

  const { output } = await runCommand(shop, dataDir, repair.slice(2));
  expect(conversationIn(output)).not.toBe('');
  expect(output).toContain(`│ ${words.say('verdict.warranty-repair.headline')}\n`);
  const store = openSqliteStore(dataDir);
  const said = await store.activities(conversationIn(output), 0, 100);
  await store.close();
  const asked = said.flatMap(({ activity }) => {
    const { returns } = (activity.channelData ?? {}) as { returns?: { kind: string; id: string } };
    return returns?.kind === 'question' ? [returns.id] : [];
  });
  expect(asked).toEqual([...new Set(asked)]);
});

test('a message of another process appears while nothing is typed', async () => {
  const dataDir = newDataDir();
  const one = startCommand(shop, dataDir);
  await one.says('4) Something else');
  const other = await runProcess(shop, dataDir, ['I changed my mind']);
  expect(other.code).toBe(0);
  await one.says('> I changed my mind');
  await one.says(opening('detail.orderNumber'));
  one.child.stdin.end();
  expect((await one.ended).code).toBe(0);
});

test('the server runs on the same data, and the form submitted there is a message in the terminal', async () => {
  const dataDir = newDataDir();
  const port = String(await freePort());
  const server = await startProcess({ ...environmentOn(dataDir), PORT: port });
  onTestFinished(() => {
    server.kill('SIGKILL');
  });
  const terminal = startCommand(shop, dataDir, { PORT: port });
  terminal.child.stdin.write(repair.map((line) => `${line}\n`).join(''));
  await terminal.says('You can also say');
  const link = new URL(/\nhttp:\S+/.exec(terminal.output())?.[0] ?? '');
  expect(link.pathname).toBe('/form');

  const token = link.searchParams.get('token') ?? '';
  const visit = visitor(`http://127.0.0.1:${port}`);
  const page = await visit.openLoggedIn(token);
  const registered = await visit.fill(token, page, { defect: 'It stays dark.', accept: 'yes' });
  expect(rmaOf(registered)).toMatch(/^RMA-/);
  await terminal.says(rmaOf(registered));
  terminal.child.stdin.end();
  expect((await terminal.ended).code).toBe(0);
  expect(await endProcess(server, 'SIGTERM')).toBe(0);
});

test('a reply that is too long is not sent, and the conversation goes on', async () => {
  const { code, output } = await runCommand(shop, newDataDir(), ['x'.repeat(9_000), 'I changed my mind']);
  expect(code).toBe(0);
  expect(output).toContain('at most 8 KB');
  expect(output).toContain('Reason: you changed your mind');
});

test.each([
  [['chat', '--policy', 'nowhere'], 'There is no policy "nowhere"; use one of fortnight-shop,'],
  [['chat', '--conversation', 'terminal-none'], 'There is no such conversation of the terminal; --new starts one.'],
  [['chat', '--new', '--conversation', 'x'], 'Give --conversation to go on, or --new to start afresh, not both.'],
  [['chat', '--colour'], "Unknown option '--colour'; add --help to see what there is."],
])('%j is a mistake with one line that says what to do', async (args, line) => {
  const { code, output, errors } = await runCommand(args, newDataDir());
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(errors.startsWith(line)).toBe(true);
  expect(errors.match(/\n/g)).toHaveLength(1);
});

test('a conversation of another channel is not the terminal’s to speak in', async () => {
  const dataDir = newDataDir();
  const store = openSqliteStore(dataDir);
  const turn = { events: [], replies: [], effects: [], cases: [], decisions: [], at: '2026-11-21T10:00:00.000Z' };
  const create = { channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_1' };
  await store.commit({ ...turn, conversationId: 'of-a-customer', expectedRevision: 0, create, record: {} });
  await store.close();
  const { code, errors } = await runCommand(['chat', '--conversation', 'of-a-customer'], dataDir);
  expect({ code, errors }).toEqual({
    code: 2,
    errors: 'There is no such conversation of the terminal; --new starts one.\n',
  });
});
