import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../../src/project-folder.ts';
import { connectClient } from '../channels/directline/directlinejs.ts';
import { eventually } from '../eventually.ts';
import { endProcess, freePort } from './process.ts';

// Here only what `npm start` does where nothing is set: a shop's rules, questions and words are its own tests' matter.
const packageSchema = z.object({ scripts: z.object({ start: z.string() }) });
const { scripts } = packageSchema.parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')));
const decisionSchema = z.looseObject({
  resolution: z.string(),
  clauses: z.array(z.string()),
  policy: z.object({ id: z.string(), version: z.string(), digest: z.string().startsWith('sha256:') }),
});
const saidSchema = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('question'),
    id: z.string(),
    input: z.enum(['choice', 'multi-choice', 'yes-no', 'date', 'number', 'text']),
    choices: z.array(z.object({ value: z.string(), title: z.string() })),
    atMost: z.int().positive(),
  }),
  decisionSchema.extend({
    kind: z.literal('decision'),
    reference: z.string(),
    facts: z.record(z.string(), z.unknown()),
  }),
  z.looseObject({ kind: z.literal('handoff') }),
]);
type Question = Extract<z.infer<typeof saidSchema>, { kind: 'question' }>;

const dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
let child: ChildProcess;
let base: string;

beforeAll(async () => {
  const port = String(await freePort());
  const [, ...args] = scripts.start.split(' ');
  base = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { PATH: '', PORT: port, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await eventually(async () => expect((await fetch(`${base}/readyz`)).ok).toBe(true));
});
afterAll(async () => {
  await endProcess(child, 'SIGTERM');
  rmSync(dataDir, { recursive: true });
});

/** A reply that every question of its kind takes. */
function replyTo({ input, choices }: Question): string {
  const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  const replies = { 'multi-choice': 'none', 'yes-no': 'yes', date: weekAgo, number: '24', text: "I don't know" };
  return input === 'choice' ? (choices[0]?.value ?? '') : replies[input];
}

test('the first page leads to the shops, each with the chat in it', async () => {
  const page = await (await fetch(base)).text();
  const shops = [...new Set([...page.matchAll(/shops\/([a-z\d-]+)/g)].map(([, id]) => id))];
  expect(shops).toContain('equipment-shop');
  for (const shop of shops) expect([shop, (await fetch(`${base}/shops/${shop}`)).status]).toEqual([shop, 200]);
});

test('a customer comes to a decision of the default shop, and the command line decides the same of its facts', async () => {
  const generated = await fetch(`${base}/v3/directline/tokens/generate`, { method: 'POST' });
  const { token } = z.object({ token: z.string() }).parse(await generated.json());
  const { received, post, until, end } = connectClient(base, { token, webSocket: true });
  const said = () => received.flatMap(({ channelData }) => saidSchema.safeParse(channelData?.returns).data ?? []);
  const decided = () => said().find((one) => one.kind === 'decision');
  const atMost: number[] = [];
  await until(1);
  await eventually(() => expect(said()).not.toEqual([]));
  while (!decided()) {
    const open = said().at(-1);
    if (open?.kind !== 'question') throw new Error(`${open?.kind} without a decision`);
    atMost.push(open.atMost);
    const before = said().length;
    await post(replyTo(open));
    await eventually(() => expect(said().length).toBeGreaterThan(before));
  }
  end();
  expect(atMost).toEqual([...new Set(atMost)].sort((a, b) => b - a));
  const decision = decided();
  expect(decision).toMatchObject({ policy: { id: 'equipment-shop' } });

  const command = spawn(process.execPath, ['bin/returns.js', 'decide', '--policy', 'equipment-shop'], {
    cwd: projectFolder,
    env: { PATH: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(command, 'close');
  command.stdin.end(`${JSON.stringify(decision?.facts)}\n`);
  const { resolution, clauses, policy } = decisionSchema.parse(await json(command.stdout));
  expect(await ended).toEqual([0, null]);
  expect({ resolution, clauses, policy }).toEqual({
    resolution: decision?.resolution,
    clauses: decision?.clauses,
    policy: decision?.policy,
  });
});
