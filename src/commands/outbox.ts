import type { ParkedEffect, Store } from '../store/store.ts';
import { visibleLine } from './chat/text.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';
import { columns } from './table.ts';

/** The most that are listed at a time. */
const PAGE = 50;

/** `returns outbox` */
export const outboxCommand = defineCommand({
  name: 'outbox',
  summary: 'see what could not be delivered, and send it again',
  help: `returns outbox [--before <id>] [--json]
returns outbox retry <id>... | --all

Shows what waits for delivery to channels and desks, by kind, and what was given up, the newest first, ${PAGE} at a time:
its id, the conversation, when it was given up, after how many attempts, and why. What a reply says is not shown.
--before goes on from an id, --json prints JSON.

retry makes what was given up due again, as if it had never been tried; a server that runs delivers it within a second or
two, another with its next start.

  npm run --silent returns -- outbox
  npm run --silent returns -- outbox retry 17
  npm run --silent returns -- outbox retry --all`,
  options: { all: { type: 'boolean' }, json: { type: 'boolean' }, before: { type: 'string' } },
  takesWords: true,
  async run({ values, positionals: [verb, ...ids] }, context) {
    const { all: isAll = false, json: isJson = false, before } = values;
    if (verb === 'retry') return context.withCore(async ({ store }) => retry(store, { ids, isAll }, context.print));
    if (verb !== undefined || isAll) throw new UsageError('Give nothing to list, or retry with ids or --all.');
    return context.withCore(async ({ store }) => list(store, { before: idIn(before), isJson }, context.print));
  },
});

type Print = (line: string) => void;

async function list(store: Store, { before, isJson }: { before?: number | undefined; isJson: boolean }, print: Print) {
  const counts = await store.outboxCounts(new Date().toISOString());
  const parked = await store.parkedEffects({ ...(before !== undefined && { before }), limit: PAGE });
  if (isJson) print(JSON.stringify({ counts, parked: parked.map(withoutContent) }, undefined, 2));
  else for (const line of linesOf(counts, parked)) print(line);
  return 0;
}

async function retry(store: Store, { ids, isAll }: { ids: string[]; isAll: boolean }, print: Print): Promise<number> {
  if (isAll === ids.length > 0) throw new UsageError('Name the ids that are to be sent again, or give --all.');
  const wanted = isAll ? 'all' : ids.flatMap((id) => idIn(id) ?? []);
  const retried = await store.retryEffects(wanted, new Date().toISOString());
  print(`${retried} due again.`);
  return wanted !== 'all' && retried < wanted.length ? 1 : 0;
}

function idIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`"${text}" is no id; returns outbox lists those there are.`);
  return Number(text);
}

function linesOf(counts: Awaited<ReturnType<Store['outboxCounts']>>, parked: readonly ParkedEffect[]): string[] {
  if (counts.length === 0) return ['Everything is delivered.'];
  const summary = counts.map(({ kind, waiting, parked: given, oldestAt }) => [
    visibleLine(kind),
    String(waiting),
    String(given),
    oldestAt === undefined ? '' : minuteOf(oldestAt),
  ]);
  const rows = parked.map(({ id, kind, conversationId, parkedAt, attempts, error }) => [
    visibleLine(conversationId),
    String(id),
    visibleLine(kind),
    minuteOf(parkedAt),
    String(attempts),
    visibleLine(error ?? ''),
  ]);
  return [
    ...columns([['kind', 'waiting', 'given up', 'oldest (UTC)'], ...summary]),
    ...(rows.length > 0
      ? ['', ...columns([['conversation', 'id', 'kind', 'given up', 'attempts', 'why'], ...rows])]
      : []),
    ...(rows.length === PAGE ? ['', `More: returns outbox --before ${parked.at(-1)?.id}`] : []),
  ];
}

/** What customers and agents wrote stays in the store. */
function withoutContent({ payload: _1, message: _2, ...rest }: ParkedEffect) {
  return rest;
}

function minuteOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
