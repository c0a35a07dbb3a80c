import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmStart, startServer } from '../server-process.ts';
import { table } from '../table.ts';
import { bufferedCustomer, channelCustomer } from './bot-framework.ts';
import { startConnector } from './connector.ts';
import { contest, type Figures, type Size } from './contest.ts';
import { websiteCustomer } from './direct-line.ts';
import { productSettings } from './settings.ts';

const sizes: Size[] = [
  { conversations: 1, turnsEach: 100, rounds: 3 },
  { conversations: 50, turnsEach: 10, rounds: 4 },
  { conversations: 500, turnsEach: 2, rounds: 2 },
];

const head = [
  'at once',
  '',
  'CPU µs a turn',
  'ratio',
  'turns a second',
  'ratio',
  'median wait ms',
  '99 % wait ms',
  'ratio',
];

const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const connector = await startConnector();
const stock = await startServer(['bench/peers/echo-bot.js'], {});
const product = await startServer(npmStart, { PORT: '0', DATA_DIR: dataDir, ...productSettings });
const contestants = [
  {
    name: 'stock echo bot, connector call',
    server: stock,
    open: (base: string) => channelCustomer(base, connector, false),
  },
  {
    name: 'stock echo bot, expectReplies',
    server: stock,
    open: (base: string) => bufferedCustomer(base, connector, false),
  },
  {
    name: 'this product, connector call',
    server: product,
    open: (base: string) => channelCustomer(base, connector, true),
  },
  {
    name: 'this product, expectReplies',
    server: product,
    open: (base: string) => bufferedCustomer(base, connector, true),
  },
  { name: 'this product, Direct Line, socket', server: product, open: websiteCustomer },
];
try {
  const rows: string[][] = [];
  for (const size of sizes) {
    console.error(`${size.conversations} at once …`);
    rows.push(...rowsOf(size, await contest(size, contestants)));
  }
  console.log('\nconversations at once, medians of rounds; ratios are to the first row of each size\n');
  console.log(table([head, ...rows]));
} finally {
  await Promise.all([stock.stop(), product.stop(), connector.close()]);
  rmSync(dataDir, { recursive: true });
}

function rowsOf({ conversations }: Size, figures: readonly Figures[]): string[][] {
  const [first] = figures;
  if (!first) return [];
  return figures.map((one) => [
    String(conversations),
    one.name,
    one.cpuMicroseconds.toFixed(0),
    ratio(one.cpuMicroseconds, first.cpuMicroseconds),
    (1e6 / one.wallMicroseconds).toFixed(0),
    ratio(first.wallMicroseconds, one.wallMicroseconds),
    one.medianWaitMs.toFixed(1),
    one.slowWaitMs.toFixed(1),
    ratio(one.slowWaitMs, first.slowWaitMs),
  ]);
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(2)}×`;
}
