import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ServerProcess, startServer } from '../server-process.ts';
import { median } from '../statistics.ts';
import { table } from '../table.ts';

const rounds = 9;
/** After which a process has prepared what it prepares in the background. */
const settleMs = 2_000;
const contestants = {
  'stock echo bot': 'bench/peers/echo-bot.js',
  'this product, npm start': 'bin/start.js',
  'its sources, npm run dev': 'src/main.ts',
};

/** What one start took. */
type Start = Record<'msToListening' | 'cpuMs' | 'residentMb', number>;

const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const starts = new Map<string, Start[]>();
try {
  // The first round makes the bundle and the store, and what is compiled is kept; a shop's process starts so once.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, script] of Object.entries(contestants)) {
      const start = await oneStart(await startServer(script, { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info' }));
      if (round > 0) starts.set(name, [...(starts.get(name) ?? []), start]);
    }
  }
} finally {
  rmSync(dataDir, { recursive: true });
}

async function oneStart(server: ServerProcess): Promise<Start> {
  await wait(settleMs);
  const start = { msToListening: server.msToListening, cpuMs: server.cpuMs(), residentMb: server.residentMb() };
  await server.stop();
  return start;
}

const measures = ['msToListening', 'cpuMs', 'residentMb'] as const;
const figures = [...starts].map(([name, all]) => ({
  name,
  medians: measures.map((measure) => median(all.map((start) => start[measure]))),
}));
const rows = figures.map(({ name, medians }) => [
  name,
  ...medians.flatMap((figure, i) => [figure.toFixed(0), `${(figure / (figures[0]?.medians[i] ?? 0)).toFixed(2)}×`]),
]);
console.log(`\n${rounds} starts each, in turns, medians; processor time and memory 2 s after listening\n`);
console.log(table([['', 'ms to listening', 'ratio', 'CPU ms', 'ratio', 'MB resident', 'ratio'], ...rows]));
