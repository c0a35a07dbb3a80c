import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { type Core, createCore } from '../../src/core.ts';
import type { Acted } from '../../src/dialogs/turns/turn.ts';
import { createLog } from '../../src/log.ts';
import { type FiledCase, filedCaseSchema } from '../../src/machines/case.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { deskShop } from './desk-shop.ts';

const cases = 500;
const rounds = 20;
/** One agent at each of two processes. */
const agents = ['ann', 'bob'].map((id) => ({ id, name: id }));

/** What is tested is who wins, not what survives: without a disk to wait for, it is tested more often. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Two processes' worth of the product: two cores, each with a connection of its own to one database. */
async function twoCores(): Promise<[Core, Core]> {
  const dataDir = mkdtempSync(join(memory, 'returns-claims-'));
  const config = readConfig({ ...fixtureSettings, DATA_DIR: dataDir, TODAY: '2026-11-21', LOG_LEVEL: 'silent' });
  const cores: [Core, Core] = [
    await createCore(config, createLog('silent')),
    await createCore(config, createLog('silent')),
  ];
  onTestFinished(async () => {
    for (const { store } of cores) await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return cores;
}

const handoffSchema = z.object({ channelData: z.object({ returns: z.object({ reference: z.string() }) }) });

async function waitingCase({ conversations }: Core, at: number): Promise<string> {
  const id = `c${at}`;
  await conversations.open({ id, channel: 'directline', policyId: 'fortnight-shop', userId: `dl_${at}` });
  const exchange = await conversations.receive({
    conversationId: id,
    key: 'human',
    activity: { type: 'message', text: 'talk to a human', from: { id: `dl_${at}` } },
  });
  return handoffSchema.parse(exchange?.replies.at(-1)?.activity).channelData.returns.reference;
}

/** Both agents want the case at once. */
async function race(cores: [Core, Core], reference: string, round: number): Promise<{ kind: string; id: string }[]> {
  const claims = agents.map(async (by, i) => {
    const core = cores[i] as Core;
    const key = `claim ${by.id} ${round}`;
    const acted: Acted = await core.desk.act({ reference, event: { type: 'claim', by }, key });
    return { kind: acted.kind, id: by.id };
  });
  return Promise.all(claims);
}

function claimsIn({ history }: FiledCase): number {
  return history.filter(({ what }) => what === 'claimed').length;
}

test('each of 10,000 races of two processes for a case is won by one, and never by both', async () => {
  const cores = await twoCores();
  const references: string[] = [];
  for (let at = 0; at < cases; at += 1) references.push(await waitingCase(cores[at % 2] as Core, at));

  let doubles = 0;
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      references.map(async (reference) => {
        const results = await race(cores, reference, round);
        const winners = results.filter(({ kind }) => kind === 'done');
        const stored = filedCaseSchema.parse((await cores[0].store.case(reference))?.file);
        const isRight = winners.length === 1 && stored.agent?.id === winners[0]?.id && claimsIn(stored) === round + 1;
        if (!isRight || results.some(({ kind }) => kind !== 'done' && kind !== 'taken')) doubles += 1;
        const by = agents.find(({ id }) => id === winners[0]?.id) ?? { id: '', name: '' };
        const key = `release ${round}`;
        await (cores[1] as Core).desk.act({ reference, event: { type: 'release', by }, key });
      }),
    );
  }
  expect(doubles).toBe(0);
});

test('lines of an answer stay lines, and nothing in it is markup', async () => {
  const shop = await deskShop();
  const customer = await shop.waiting();
  await shop.post(`cases/${customer.reference}/claim`);
  await customer.newTexts();
  await shop.post(`cases/${customer.reference}/say`, {
    text: 'Mill Road 3\n# 5 is the gate\n1. *pack* it\nsnake_case',
  });
  expect(await customer.newTexts()).toEqual([
    '**Ann:** Mill Road 3  \n\\# 5 is the gate  \n1\\. \\*pack\\* it  \nsnake\\_case',
  ]);
});
