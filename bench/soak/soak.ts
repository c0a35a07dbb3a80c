import { parseArgs } from 'node:util';
import { table } from '../table.ts';
import { runCrowd } from './crowd.ts';
import type { FaultKind, Findings } from './findings.ts';
import { runKills } from './kills.ts';
import { runFullDatabase, runFullDisk, runGone, runStall } from './outages.ts';
import { newDatabase, type Place } from './places.ts';
import { runStops } from './stop.ts';

const { values: options } = parseArgs({
  options: {
    /** Leaves out what needs the other one. */
    store: { type: 'string' },
    kills: { type: 'string', default: '100' },
    /** No more kills of a store after so long. */
    minutes: { type: 'string', default: '60' },
    messages: { type: 'string', default: '50' },
    stops: { type: 'string', default: '10' },
    customers: { type: 'string', default: '4' },
    'hold-seconds': { type: 'string', default: '60' },
    /** Only scenarios with this in their names. */
    only: { type: 'string', default: '' },
  },
});
const customers = Number(options.customers);
const kills = Number(options.kills);
const load = {
  website: customers,
  channel: customers,
  turns: 24,
  kills,
  maxMs: Number(options.minutes) * 60_000,
  hasWebhook: true,
};
const trouble = { customers, holdMs: Number(options['hold-seconds']) * 1_000 };

interface Scenario {
  name: string;
  store: 'sqlite' | 'postgres';
  run(): Promise<Findings>;
}

const scenarios: Scenario[] = [
  {
    name: `${options.messages} messages at once, two processes`,
    store: 'postgres',
    run: () => onDatabase((place) => runCrowd(place, Number(options.messages))),
  },
  { name: 'SIGKILLs, one process', store: 'sqlite', run: () => runKills(load, tell) },
  {
    name: 'SIGKILLs, two processes',
    store: 'postgres',
    run: () => onDatabase((database) => runKills({ database, ...load }, tell)),
  },
  {
    name: `${options.stops} SIGTERMs`,
    store: 'sqlite',
    run: () => runStops(Number(options.stops), 2 * customers, true),
  },
  {
    name: `${options.stops} SIGTERMs, each request a new connection`,
    store: 'sqlite',
    run: () => runStops(Number(options.stops), 2 * customers, false),
  },
  { name: 'database stalled', store: 'postgres', run: () => onDatabase((place) => runStall(place, trouble)) },
  { name: 'database gone', store: 'postgres', run: () => onDatabase((place) => runGone(place, trouble)) },
  { name: 'disk full', store: 'sqlite', run: () => runFullDisk(trouble) },
  {
    name: 'disk of the database full',
    store: 'postgres',
    run: () => onDatabase((place) => runFullDatabase(place, trouble)),
  },
];

const kinds: FaultKind[] = ['lost', 'doubled', 'order', 'repeat', 'cut', 'dishonest', 'corrupt'];
const rows: string[][] = [
  ['', 'store', 'kills', 'acknowledged', 'tried again', 'repeats, same id', ...kinds, 'longest, s', 'took, s'],
];
let hasFaults = false;
for (const { name, store, run } of scenarios) {
  if (!name.includes(options.only) || (options.store ?? store) !== store) continue;
  const begin = performance.now();
  const findings = await run();
  rows.push([name, store, ...figures(findings), ((performance.now() - begin) / 1_000).toFixed(0)]);
  for (const fault of findings.faults().slice(0, 20)) console.error(`${name}: ${fault}`);
  hasFaults ||= findings.faults().length > 0;
}
console.log(table(rows));
if (hasFaults) process.exitCode = 1;

function figures(findings: Findings): string[] {
  const longest = [...findings.longestMs].map(([what, ms]) => `${what} ${(ms / 1_000).toFixed(1)}`);
  const { kills, acknowledged, retried, repeated } = findings;
  return [
    ...[kills, acknowledged, retried, repeated, ...kinds.map((kind) => findings.count(kind))].map(String),
    longest.join(', '),
  ];
}

async function onDatabase(run: (place: Place & { url: string }) => Promise<Findings>): Promise<Findings> {
  const place = await newDatabase();
  try {
    return await run(place);
  } finally {
    await place.remove();
  }
}

/** A line now and then, on a run that takes long. */
function tell(count: number): void {
  if (count % 20 === 0) console.error(`${count} kills`);
}
