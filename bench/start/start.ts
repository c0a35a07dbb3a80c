import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { npmStart, type ServerProcess, startServer } from '../server-process.ts';
import { median } from '../statistics.ts';
import { table } from '../table.ts';

const rounds = 9;
/** After which a process has prepared what it prepares in the background. */
const settleMs = 2_000;
const contestants = {
  'stock echo bot': ['bench/peers/echo-bot.js'],
  'this product, npm start': npmStart,
  'its sources, npm run dev': ['src/main.ts'],
};

/** The cost of one start: the time until listening, and the memory once it is at rest. */
type Start = Record<'msToListening' | 'cpuMs' | 'residentMb', number>;

const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const starts = new Map<string, Start[]>();
try {
  // The first round makes the bundle and the store, and what is compiled is kept; a shop's process starts so once.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of Object.entries(contestants)) {
      const start = await oneStart(await startServer(args, { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info' }));
      if (round > 0) starts.set(name, [...(starts.get(name) ?? []), start]);
    }
  }
} finally {
  rmSync(dataDir, { recursive: true });
}

async function oneStart(server: ServerProcess): Promise<Start> {
  const cpuMs = server.cpuMs();
  await wait(settleMs);
  const residentMb = server.residentMb();
  await server.stop();
  return { msToListening: server.msToListening, cpuMs, residentMb };
}

const figures = [...starts].map(([name, all]) => {
  const of = (measure: keyof Start): number[] => all.map((start) => start[measure]);
  const waits = of('msToListening');
  return { name, values: [median(waits), Math.min(...waits), median(of('cpuMs')), median(of('residentMb'))] };
});
const rows = figures.map(({ name, values }) => [
  name,
  ...values.flatMap((value, i) => [value.toFixed(0), `${(value / (figures[0]?.values[i] ?? 0)).toFixed(2)}×`]),
]);
console.log(`\n${rounds} starts each, in turns, medians; processor time until listening, memory 2 s after\n`);
console.log(table([['', 'ms', 'ratio', 'fastest ms', 'ratio', 'CPU ms', 'ratio', 'MB', 'ratio'], ...rows]));
