import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Gives out new, empty folders, which are removed when the test file is through. */
export function temporaryPlaces(): () => Promise<string> {
  const parent = mkdtempSync(join(tmpdir(), 'returns-store-'));
  afterAll(() => rmSync(parent, { recursive: true }));
  return () => mkdtemp(join(parent, 'place-'));
}
