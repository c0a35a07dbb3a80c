import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkPath } from '../../../src/commands/check/report.ts';
import { extendedPart } from '../../../src/policy/format/parts/extended.ts';
import type { Planted } from './shop.ts';

/** What `check` made of a planted mistake. */
export type Found = 'at its line' | 'elsewhere' | 'missed' | 'crashed';

/** Lets `check` look at a planted mistake, on a disk as an owner has it. */
export function judged({ files, at }: Planted, today: string): Found {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const [name, content] of files) {
    const path = join(folder, 'shop', extendedPart(name)?.path ?? name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  try {
    const { findings } = checkPath('shop', folder, { todayIn: () => today, before: () => [] });
    const places = findings.flatMap(({ suspects = [], ...own }) => [own, ...suspects]);
    const isThere = places.some(({ file, line }) => file === join('shop', at.file) && at.from <= line && line <= at.to);
    return isThere ? 'at its line' : findings.length > 0 ? 'elsewhere' : 'missed';
  } catch {
    return 'crashed';
  } finally {
    rmSync(folder, { recursive: true });
  }
}
