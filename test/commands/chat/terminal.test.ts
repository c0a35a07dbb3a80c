import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/commands/chat/wrap.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { opening, words } from '../../wording.ts';
import { newDataDir, runCommand } from '../command.ts';
import { keys, startTerminal } from './pseudo-terminal.ts';

const shop = ['chat', '--policy', 'fortnight-shop'];
/** Where the cursor goes after the prompt. */
const waiting = '> \u001b[3G';

function conversationIn(screen: string): string {
  return /Conversation (terminal-[\w-]+)/.exec(screen)?.[1] ?? '';
}

/** Of all lines that were written, the columns of the widest. */
function widest(written: string): number {
  const lines = stripVTControlCharacters(written).split(/[\r\n]+/);
  return Math.max(...lines.map(columnsOf));
}

test('a customer answers by number and in words, and the decision stands on the screen', async () => {
  const terminal = startTerminal(shop, newDataDir());
  await terminal.says('4) Something else');
  await terminal.after(() => terminal.type(`1${keys.enter}`), opening('detail.orderNumber'));
  await terminal.after(() => terminal.type(`I don't know${keys.enter}`), 'When did you receive');
  await terminal.after(() => terminal.type(`2026-10-01${keys.enter}`), 'numbers with commas, or none');
  await terminal.after(() => terminal.type(`none${keys.enter}`), 'warranty');
  const decision = await terminal.after(() => terminal.type(`24 months${keys.enter}`), 'You can also say');
  expect(decision).toContain(words.say('verdict.warranty-repair.headline'));
  expect(decision).toMatch(/\n?http:\/\/localhost:3978\/form\?token=[\w.-]+/);
  await terminal.after(() => terminal.type(keys.controlD), 'Come back with');
  expect(await terminal.ended()).toBe(0);
});

test('Ctrl-C leaves with a line that says how to come back, and coming back goes on there', async () => {
  const dataDir = newDataDir();
  const first = startTerminal(shop, dataDir);
  await first.says('4) Something else');
  await first.after(() => first.type(`changed my mind${keys.enter}`), opening('detail.orderNumber'));
  first.type('half a wo');
  await first.after(() => first.type(keys.controlC), 'npm run --silent returns -- chat --policy fortnight-shop');
  expect(await first.ended()).toBe(0);

  const second = startTerminal(shop, dataDir);
  await second.says('Welcome back');
  await second.says(opening('detail.orderNumber'));
  expect(conversationIn(second.written())).toBe(conversationIn(first.written()));
  await second.after(() => second.type(`no${keys.enter}`), 'Where is the parcel now?');
});

test.each(['typed', 'pasted'])(
  'a message that arrives while a reply is %s appears above it, and the reply stays whole',
  async (way) => {
    const dataDir = newDataDir();
    const terminal = startTerminal(shop, dataDir, { columns: 40 });
    await terminal.says('4) Something else');
    await terminal.says(waiting);
    const reply = 'it stopped working after I had used it for only a few days';
    for (const key of way === 'typed' ? reply : [reply])
      await terminal.after(() => terminal.type(key), key.at(-1) ?? '');

    await terminal.after(() => void sayFromElsewhere(dataDir, conversationIn(terminal.written())), 'few days');
    const rows = (await terminal.rows()).join('\n').trimEnd().split('\n');
    expect(rows.slice(-5)).toEqual([
      '  8 questions left',
      '',
      'A person has read your case.',
      '> it stopped working after I had used it',
      ' for only a few days',
    ]);

    await terminal.after(() => terminal.type(keys.enter), 'it does not work properly');
  },
);

/** Another process writes to the conversation. */
async function sayFromElsewhere(dataDir: string, conversationId: string): Promise<void> {
  const store = openSqliteStore(dataDir);
  const stored = await store.conversation(conversationId);
  if (!stored) throw new Error('the conversation is not in the store');
  const { revision: expectedRevision, record } = stored;
  const nothing = { events: [], effects: [], cases: [], decisions: [] };
  const replies = [{ type: 'message', text: 'A person has read your case.' }];
  await store.commit({ ...nothing, conversationId, expectedRevision, record, replies, at: '2026-11-21T10:00:00.000Z' });
  await store.close();
}

test('nothing of ours is wider than the terminal, and it follows a change of its size', async () => {
  const terminal = startTerminal(shop, newDataDir(), { columns: 36 });
  await terminal.says('4) Something else');
  await terminal.says(waiting);
  expect(widest(terminal.written())).toBeLessThanOrEqual(36);
  await terminal.after(() => terminal.resize(90), waiting);
  const wide = await terminal.after(() => terminal.type(`help${keys.enter}`), 'questions left');
  expect(widest(wide)).toBeGreaterThan(60);
  expect(widest(wide)).toBeLessThanOrEqual(90);
});

test('colours are there on a terminal, and gone with NO_COLOR', async () => {
  const coloured = startTerminal(shop, newDataDir());
  await coloured.says('4) Something else');
  expect(coloured.written()).toContain('\u001b[2m');
  const plain = startTerminal(shop, newDataDir(), { NO_COLOR: '1' });
  await plain.says('4) Something else');
  expect(plain.written()).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`));
});

test('what a customer wrote to the terminal is shown by it, never acted on', async () => {
  const dataDir = newDataDir();
  const hostile = 'hi \u001b[2J\u001b]0;owned\u0007\u009b31m\u202egpj.exe';
  await runCommand(shop, dataDir, [hostile, 'talk to a human']);
  const terminal = startTerminal(shop, dataDir);
  await terminal.says('hi ␛[2J␛]0;owned␇‹U+009B›31m‹U+202E›gpj.exe');
  for (const acted of ['\u001b[2J', '\u001b]0;', '\u009b', '\u202e']) expect(terminal.written()).not.toContain(acted);
});
