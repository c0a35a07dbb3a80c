import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../project-folder.ts';

/** The folder of the browser's half: one room for each page, with its templates, scripts and styles. */
export const webFolder = join(projectFolder, 'web');

/** Reads a template by its path in `web/`, e.g. `chat/shop.html`. */
export function readTemplate(path: `${string}.html`): Promise<string> {
  return readFile(join(webFolder, path), 'utf8');
}
