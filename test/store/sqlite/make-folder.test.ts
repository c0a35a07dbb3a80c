import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../../../src/store/sqlite/make-folder.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'returns-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a folder is made with those above it, which nobody else may read, and one that is there stays', () => {
  const above = join(newFolder(), 'a');
  makeFolder(join(above, 'b'));
  makeFolder(join(above, 'b'));
  expect(statSync(join(above, 'b')).mode & 0o777).toBe(0o700);
  expect(statSync(above).mode & 0o777).toBe(0o700);
});

test('where a file stands, or stands above, there can be none', () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  for (const folder of [file, join(file, 'below')])
    expect(() => makeFolder(folder)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
});

test('where a file system makes no folders it says so, and ends', () => {
  expect(() => makeFolder('/proc/returns')).toThrow(expect.objectContaining({ syscall: 'mkdir' }));
});
