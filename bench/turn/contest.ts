import type { ServerProcess } from '../server-process.ts';
import { median, quantile } from '../statistics.ts';
import { answerTo, type Message, type Say } from './customer.ts';

/** The size of a contest: each round has some turns of every conversation, all conversations at once. */
export interface Size {
  conversations: number;
  turnsEach: number;
  rounds: number;
}

/** A bot, by the way in which its customers come. */
export interface Contestant {
  name: string;
  server: ServerProcess;
  open(base: string): Say | Promise<Say>;
}

/** What a contestant took, medians of rounds; waits are those of each turn, as its customer waits for it. */
export interface Figures {
  name: string;
  cpuMicroseconds: number;
  wallMicroseconds: number;
  medianWaitMs: number;
  slowWaitMs: number;
}

interface Round {
  cpuMicroseconds: number;
  wallMicroseconds: number;
  waitsMs: number[];
}

/** Has all contestants take the same rounds in turns; the first round, with nothing compiled yet, does not count. */
export async function contest(size: Size, contestants: readonly Contestant[]): Promise<Figures[]> {
  const running = await Promise.all(contestants.map((one) => begin(size, one)));
  for (let round = 0; round <= size.rounds; round++) {
    for (const each of running) {
      const took = await each.oneRound();
      if (round > 0) each.took.push(took);
    }
  }
  return running.map(({ name, took }) => {
    const waits = took.flatMap(({ waitsMs }) => waitsMs);
    return {
      name,
      cpuMicroseconds: median(took.map(({ cpuMicroseconds }) => cpuMicroseconds)),
      wallMicroseconds: median(took.map(({ wallMicroseconds }) => wallMicroseconds)),
      medianWaitMs: median(waits),
      slowWaitMs: quantile(waits, 0.99),
    };
  });
}

/** Opens conversations with a bot, in which each round goes on. */
async function begin({ conversations, turnsEach }: Size, { name, server, open }: Contestant) {
  const customers: (() => Promise<number[]>)[] = [];
  // Not all at once: a thousand openings would be another benchmark.
  for (let at = 0; at < conversations; at++) customers.push(talk(await open(server.base), turnsEach));
  return {
    name,
    took: [] as Round[],
    async oneRound(): Promise<Round> {
      const cpuBefore = server.cpuMs();
      const begun = performance.now();
      const waitsMs = (await Promise.all(customers.map((someTurns) => someTurns()))).flat();
      const perTurn = 1000 / (conversations * turnsEach);
      return {
        cpuMicroseconds: (server.cpuMs() - cpuBefore) * perTurn,
        wallMicroseconds: (performance.now() - begun) * perTurn,
        waitsMs,
      };
    },
  };
}

/** Takes some turns of a conversation, one after the other; resolves to how long each took. */
function talk(say: Say, turnsEach: number): () => Promise<number[]> {
  let last: Message = { type: 'message' };
  return async () => {
    const waitsMs: number[] = [];
    for (let turn = 0; turn < turnsEach; turn++) {
      const begun = performance.now();
      last = await say(answerTo(last));
      waitsMs.push(performance.now() - begun);
    }
    return waitsMs;
  };
}
