import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmStart, type ServerProcess, startServer } from '../server-process.ts';
import { median, quantile } from '../statistics.ts';
import { table } from '../table.ts';
import { bufferedCustomer, channelCustomer } from './bot-framework.ts';
import { startConnector } from './connector.ts';
import { answerTo, type Message, type Say } from './customer.ts';
import { websiteCustomer } from './direct-line.ts';

const conversations = 50;
const turnsEach = 10;
const rounds = 5;

/** The times of one round, each turn as the customer waits for it. */
interface Round {
  cpuMicroseconds: number;
  wallMicroseconds: number;
  waitsMs: number[];
}

const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const connector = await startConnector();
const stock = await startServer(['bench/peers/echo-bot.js'], {});
const product = await startServer(npmStart, { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
try {
  const contestants = await Promise.all([
    contestant('stock echo bot, connector call', stock, (base) => channelCustomer(base, connector, false)),
    contestant('stock echo bot, expectReplies', stock, (base) => bufferedCustomer(base, connector, false)),
    contestant('this product, connector call', product, (base) => channelCustomer(base, connector, true)),
    contestant('this product, expectReplies', product, (base) => bufferedCustomer(base, connector, true)),
    contestant('this product, Direct Line, socket', product, websiteCustomer),
  ]);
  // The first round is with nothing compiled yet.
  for (let round = 0; round <= rounds; round++) {
    for (const each of contestants) {
      const took = await each.oneRound();
      if (round > 0) each.took.push(took);
    }
  }
  print(contestants);
} finally {
  await Promise.all([stock.stop(), product.stop(), connector.close()]);
  rmSync(dataDir, { recursive: true });
}

/** Opens conversations with a bot, in which each round goes on. */
async function contestant(name: string, server: ServerProcess, open: (base: string) => Say | Promise<Say>) {
  const customers = await Promise.all(Array.from({ length: conversations }, async () => talk(await open(server.base))));
  return {
    name,
    took: [] as Round[],
    async oneRound(): Promise<Round> {
      const cpuBefore = server.cpuMs();
      const begin = performance.now();
      const waitsMs = (await Promise.all(customers.map((someTurns) => someTurns()))).flat();
      const perTurn = 1000 / (conversations * turnsEach);
      return {
        cpuMicroseconds: (server.cpuMs() - cpuBefore) * perTurn,
        wallMicroseconds: (performance.now() - begin) * perTurn,
        waitsMs,
      };
    },
  };
}

/** Takes some turns of a conversation, one after the other; resolves to how long each took. */
function talk(say: Say): () => Promise<number[]> {
  let last: Message = { type: 'message' };
  return async () => {
    const waitsMs: number[] = [];
    for (let turn = 0; turn < turnsEach; turn++) {
      const begin = performance.now();
      last = await say(answerTo(last));
      waitsMs.push(performance.now() - begin);
    }
    return waitsMs;
  };
}

function print(contestants: readonly { name: string; took: Round[] }[]): void {
  const figures = contestants.map(({ name, took }) => ({
    name,
    cpu: median(took.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    wall: median(took.map(({ wallMicroseconds }) => wallMicroseconds)),
    waits: took.flatMap(({ waitsMs }) => waitsMs),
  }));
  const rows = figures.map(({ name, cpu, wall, waits }) => [
    name,
    cpu.toFixed(0),
    `${(cpu / (figures[0]?.cpu ?? 0)).toFixed(2)}×`,
    wall.toFixed(0),
    ...[0.5, 0.99].map((share) => quantile(waits, share).toFixed(1)),
  ]);
  console.log(
    `\n${conversations} conversations at once, ${rounds} rounds of ${turnsEach} turns in each, medians of rounds\n`,
  );
  console.log(table([['', 'CPU µs a turn', 'ratio', 'wall µs a turn', 'median wait ms', '99 % wait ms'], ...rows]));
}
