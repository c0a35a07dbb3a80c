import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { logLibraryLines } from '../src/library-lines.ts';
import { createLog } from '../src/log.ts';

const { error, warn, info, debug } = console;
const listeners = process.listeners('warning');

afterEach(() => {
  Object.assign(console, { error, warn, info, debug });
  process.removeAllListeners('warning');
  for (const listener of listeners) process.on('warning', listener);
  vi.restoreAllMocks();
});

test('what a library writes is a line of the log that tells where, and nothing of what', async () => {
  const lines: string[] = [];
  const written = vi.spyOn(process.stderr, 'write');
  logLibraryLines(createLog('debug', { write: (line) => void lines.push(line) }));
  console.error('Bearer eyJhbGciOi is not valid for', 'anna@example.com');
  console.info('anna@example.com');
  process.emitWarning('anna@example.com wrote', 'SomeWarning');
  await once(process, 'warning');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', msg: 'a library wrote a line', at: expect.stringContaining('library-lines.test') },
    { level: 'debug' },
    { level: 'warn', warning: 'SomeWarning' },
  ]);
  expect(lines.join('')).not.toMatch(/anna|Bearer/);
  expect(written).not.toHaveBeenCalled();
});
