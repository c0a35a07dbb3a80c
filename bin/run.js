// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { bundleFolder } from './bundle/folder.js';
import { markInUse } from './bundle/in-use.js';

const projectFolder = join(import.meta.dirname, '..');
const maker = fileURLToPath(new URL('bundle/make.js', import.meta.url));

/**
 * Runs an entry of the product from the bundle of its sources, in which nothing has to be looked up, stripped or
 * compiled any more; from the sources where there is none.
 * @param {'main' | 'cli'} entry
 * @param {{ isBundleMade: boolean, project?: string }} options whether a missing bundle is made first
 */
export async function run(entry, { isBundleMade, project = projectFolder }) {
  const folder = bundleFolder(project);
  const script = join(folder, `${entry}.js`);
  if (!existsSync(script) && isBundleMade) makeBundle(project, folder);
  if (!existsSync(script)) {
    await import(pathToFileURL(join(project, 'src', `${entry}.ts`)).href);
    return;
  }
  markInUse(folder);
  // Otherwise V8 compiles an expression to bytecode before machine code, of which the first takes it up to 70 ms for one
  // of the long ones, in which nobody is answered; a kept compilation is one for the same flags, so they come first.
  setFlagsFromString('--no-regexp-tier-up');
  // Node hides the deprecations of packages, and cannot tell in a bundle what is one; from the sources ours are shown.
  process.noDeprecation = true;
  enableCompileCache(join(folder, 'compiled'));
  await import(pathToFileURL(script).href);
  // What has been compiled so far is what every start needs; it is written once.
  flushCompileCache();
}

/**
 * In a process of its own, whose memory is given back.
 * @param {string} project
 * @param {string} folder
 */
function makeBundle(project, folder) {
  const { status, stderr } = spawnSync(process.execPath, [maker, project, folder], { encoding: 'utf8' });
  if (status === 0) return;
  const reason = stderr.trim() || 'the bundler was ended';
  console.log(
    JSON.stringify({ level: 'warn', time: new Date().toISOString(), reason, msg: 'started from the sources' }),
  );
}
