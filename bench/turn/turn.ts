import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmStart, type ServerProcess, startServer } from '../server-process.ts';
import { table } from '../table.ts';
import { bufferedCustomer, channelCustomer } from './bot-framework.ts';
import { type Connector, startConnector } from './connector.ts';
import { type Contestant, contest, type Figures, type Size } from './contest.ts';
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

/** Those that were named as arguments, else all. */
const named = process.argv.slice(2).map(Number);
const rows: string[][] = [];
for (const size of sizes.filter(({ conversations }) => named.length === 0 || named.includes(conversations))) {
  console.error(`${size.conversations} at once …`);
  rows.push(...rowsOf(size, await measure(size)));
  console.error(table([head, ...rows]));
}
console.log('\nconversations at once, medians of rounds; ratios are to the first row of each size\n');
console.log(table([head, ...rows]));

/** All contestants at one size, each with a server that has done nothing before. */
async function measure(size: Size): Promise<Figures[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
  const connector = await startConnector();
  const stock = await startServer(['bench/peers/echo-bot.js'], {});
  const product = await startServer(npmStart, { PORT: '0', DATA_DIR: dataDir, ...productSettings });
  try {
    return await contest(size, [
      ...contestants('stock echo bot', stock, connector, false),
      ...contestants('this product', product, connector, true),
      { name: 'this product, Direct Line, socket', server: product, open: websiteCustomer },
    ]);
  } finally {
    await Promise.all([stock.stop(), product.stop(), connector.close()]);
    rmSync(dataDir, { recursive: true });
  }
}

function contestants(name: string, server: ServerProcess, connector: Connector, isOurs: boolean): Contestant[] {
  return [
    { name: `${name}, connector call`, server, open: (base) => channelCustomer(base, connector, isOurs) },
    { name: `${name}, expectReplies`, server, open: (base) => bufferedCustomer(base, connector, isOurs) },
  ];
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
