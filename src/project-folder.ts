import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InvariantError } from './errors.ts';

/** The folder of this project: the nearest with a `package.json`, from the sources as from a bundle of them. */
export const projectFolder = nearestWithPackage(import.meta.dirname);

function nearestWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder)
    throw new InvariantError('no-project-folder', `no package.json in or above ${import.meta.dirname}`);
  return nearestWithPackage(above);
}
