import { expect, test } from 'vitest';
import { newDataDir, runCommand } from './command.ts';

test('without another desk the doctor has nothing to look at', async () => {
  const { code, output } = await runCommand(['desk', 'doctor'], newDataDir());
  expect([code, output]).toEqual([0, 'No desk beside the page is set up.\n']);
});

test('a connection that does not work is one line, and the end is 1', async () => {
  const settings = {
    WEBHOOK_URL: 'http://127.0.0.1:9/',
    WEBHOOK_SECRET: `whsec_${Buffer.alloc(24).toString('base64')}`,
  };
  const { code, output } = await runCommand(['desk', 'doctor'], newDataDir(), [], settings);
  expect(code).toBe(1);
  expect(output).toMatch(/^webhook: cannot be reached: \w+\.\n$/);
});

test('anything else is told apart from it', async () => {
  const { code, errors } = await runCommand(['desk'], newDataDir());
  expect([code, errors]).toEqual([2, 'Say returns desk doctor.\n']);
});
