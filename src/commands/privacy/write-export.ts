import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../input/options.ts';
import type { CustomerExport } from './customer-export.ts';

/** Writes an export to a new folder that its owner alone can read; returns the line to print. Throws UsageError. */
export function writeExport({ json, text, files }: CustomerExport, folder: string): string {
  if (existsSync(folder)) throw new UsageError(`${folder} exists already; name a new folder.`);
  mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'data.json'), `${json}\n`);
  writeFileSync(join(folder, 'chat.txt'), `${text}\n`);
  for (const { name, bytes } of files) writeFileSync(join(folder, 'files', name), bytes);
  return `data.json, chat.txt and ${files.length} ${files.length === 1 ? 'file' : 'files'} are in ${folder}.`;
}
