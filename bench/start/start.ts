import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../table.ts';
import { type Start, startOnce } from './start-once.ts';

const rounds = 9;
const goals = { msToListening: 1.3, residentMb: 1.5 };

const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const contestants = {
  'stock echo bot': 'bench/peers/echo-bot.js',
  'this product, npm start': 'bin/start.js',
  'its sources, npm run dev': 'src/main.ts',
};
const starts = new Map<string, Start[]>();
try {
  // The first round makes the bundle and the store, and what is compiled is kept; a shop's process starts so once.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, script] of Object.entries(contestants)) {
      const start = await startOnce(script, { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info' });
      if (round > 0) starts.set(name, [...(starts.get(name) ?? []), start]);
    }
  }
} finally {
  rmSync(dataDir, { recursive: true });
}

const measures = ['msToListening', 'cpuMs', 'residentMb'] as const;
const figures = [...starts].map(([name, all]) => ({ name, medians: measures.map((measure) => median(all, measure)) }));
const [peer] = figures;
const rows = figures.map(({ name, medians }) => [
  name,
  ...medians.flatMap((figure, i) => [figure.toFixed(0), `${(figure / (peer?.medians[i] ?? 0)).toFixed(2)}×`]),
]);
console.log(`${rounds} starts each, in turns, medians; memory 2 s after listening\n`);
console.log(table([['', 'ms to listening', 'ratio', 'CPU ms', 'ratio', 'MB resident', 'ratio'], ...rows]));
console.log(`\ngoals: ${goals.msToListening}× to listening, ${goals.residentMb}× resident`);

function median(all: Start[], measure: keyof Start): number {
  const sorted = all.map((start) => start[measure]).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
