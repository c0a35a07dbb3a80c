import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the browser's half: one room for each page, with its templates, scripts and styles. */
export const webFolder = fileURLToPath(new URL('../../web', import.meta.url));

/** Reads a template by its path in `web/`, e.g. `chat/shop.html`. */
export function readTemplate(path: `${string}.html`): Promise<string> {
  return readFile(join(webFolder, path), 'utf8');
}
