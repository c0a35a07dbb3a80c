import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project-folder.ts';

/** A page of the documentation, by its path from the root of the project. */
export interface Page {
  path: string;
  text: string;
}

/** All of them: those at the root and everything in `docs`. */
export const pages: Page[] = globSync(['*.md', 'docs/**/*.md'], { cwd: projectFolder })
  .toSorted()
  .map((path) => ({ path, text: readPage(path) }));

/** The text of one. */
export function readPage(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}
