import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestOf, readSource, takenFiles, vendorFolder } from '../../../scripts/web-chat/source.ts';

const source = readSource();

it.each(takenFiles)('%s is byte for byte what its package had', (name) => {
  expect(digestOf(readFileSync(join(vendorFolder, name)), 'sha256')).toBe(source.files[name]);
});

it('the bundle is served with the licence of Web Chat beside it', () => {
  expect(readFileSync(join(vendorFolder, 'LICENSE'), 'utf8')).toMatch(/^MIT License\n\nCopyright/);
});
