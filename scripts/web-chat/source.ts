import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../src/project-folder.ts';

/** The folder of the bundle that customers' browsers load. */
export const vendorFolder = join(projectFolder, 'vendor/web-chat');

/** The files taken from the package's `dist`: the bundle, and the licences of what is in it. */
export const takenFiles = ['webchat.js', 'webchat.js.LICENSE.txt'] as const;

const digest = z.string().regex(/^sha(256|512)-[A-Za-z\d+/]+={0,2}$/);

const sourceSchema = z.strictObject({
  package: z.string(),
  version: z.string(),
  /** Of the whole package, as npm writes it in a lockfile. */
  integrity: digest,
  files: z.record(z.string(), digest),
});

/** The source of the vendored files. */
export type Source = z.infer<typeof sourceSchema>;

/** The record beside the vendored files. */
export function readSource(): Source {
  return sourceSchema.parse(JSON.parse(readFileSync(join(vendorFolder, 'source.json'), 'utf8')));
}

/** As in Subresource Integrity: the algorithm, a hyphen, the digest in base64. */
export function digestOf(content: Buffer, algorithm: 'sha256' | 'sha512'): string {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
}
