import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpOrderBook } from '../../../src/orders/http/orders.ts';
import { orderSchema } from '../../../src/orders/order.ts';

const guide = readFileSync(new URL('../../../docs/guides/orders-and-form.md', import.meta.url), 'utf8');

test('the orders of the guide are orders', () => {
  const examples = [...guide.matchAll(/```json\n([\s\S]+?)```/g)].map(([, example = '']) => JSON.parse(example));
  expect(examples).toHaveLength(2);
  for (const example of examples) expect(orderSchema.parse(example)).toEqual(example);
});

test('the stand-in of the guide is an order system', async () => {
  const url = await startStandIn();
  const failures: string[] = [];
  const book = createHttpOrderBook({
    url,
    onDoubtfulField: expect.unreachable,
    onFailure: (code) => failures.push(code),
    timeOutMs: 60_000,
  });
  const find = (number: string, email: string) => book.find({ number, email, policyId: 'tool-shop' });
  expect(await find('4711', 'a@example.com')).toMatchObject({ kind: 'found', order: { number: '4711' } });
  expect(await find('4711', 'b@example.com')).toEqual({ kind: 'not-found' });
  expect(await find('4712', 'a@example.com')).toEqual({ kind: 'not-found' });
  expect(failures).toEqual([]);
});

/** The program of the guide, run as it stands there, until the test is over; resolves to its address. */
async function startStandIn(): Promise<string> {
  const [, program = ''] = /```js\n(import \{ createServer[\s\S]+?)```/.exec(guide) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'returns-orders-'));
  writeFileSync(join(folder, 'orders.mjs'), program);
  const running = spawn(process.execPath, [join(folder, 'orders.mjs')], { env: { PORT: '0' } });
  onTestFinished(async () => {
    running.kill();
    await once(running, 'exit');
    rmSync(folder, { recursive: true });
  });
  const [line] = await once(createInterface(running.stdout), 'line');
  return `http://127.0.0.1:${String(line).replace('listening ', '')}`;
}
