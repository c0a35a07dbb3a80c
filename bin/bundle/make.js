// @ts-check
// Makes the bundle of a project's sources: node bin/bundle/make.js <project> <folder of the bundle>
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { isInUse } from './in-use.js';

/** For those who go back and forth between versions. */
const KEPT = 3;
/** Packages with a part in machine code, which stay where they are installed. */
const native = ['@node-rs/argon2'];
/** No bundler takes as long. */
const LONGEST_MS = 10 * 60_000;
const DRAFT = 'draft-';

const [project = '', folder = ''] = process.argv.slice(2);
try {
  await make(project, folder);
} catch (error) {
  // For one line of a log.
  console.error(stripVTControlCharacters(String(error)).replace(/\s+/g, ' ').slice(0, 300));
  process.exitCode = 1;
}

/**
 * @param {string} project
 * @param {string} folder
 */
async function make(project, folder) {
  const bundles = dirname(folder);
  mkdirSync(bundles, { recursive: true });
  const draft = join(bundles, `${DRAFT}${randomUUID()}`);
  try {
    await writeBundle(project, draft);
    publish(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  for (const old of olderThan(folder)) rmSync(old, { recursive: true, force: true });
}

/**
 * Throws where the sources cannot be bundled, or the bundler is not installed.
 * @param {string} project
 * @param {string} dir
 */
async function writeBundle(project, dir) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: entriesOf(project),
    platform: 'node',
    external: native,
    logLevel: 'silent',
    plugins: [builtinsAsTheyAre()],
  });
  // Not minified: what a stack names can be found in the sources.
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].js', comments: false });
}

/**
 * What is started by itself: the product, its command line, and the threads that load, plan, and read pictures.
 * @param {string} project
 */
function entriesOf(project) {
  const files = ['main', 'cli', 'load-worker', 'plan-worker', 'heic-worker'].map((name) => [
    name,
    join(project, `src/${name}.ts`),
  ]);
  return Object.fromEntries(files.filter(([, file]) => file !== undefined && existsSync(file)));
}

/**
 * Node's own modules without the wrapper that an import of one makes: it reads every property, and to read
 * `WebSocket` of `node:http` loads the whole of undici.
 * @returns {import('rolldown').Plugin}
 */
function builtinsAsTheyAre() {
  const prefix = '\0builtin:';
  return {
    name: 'builtins-as-they-are',
    resolveId(id, importer, { kind }) {
      const isOurs = kind === 'import-statement' && !importer?.startsWith('\0rolldown');
      return isOurs && isBuiltin(id) ? `${prefix}${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      return `module.exports = process.getBuiltinModule(${JSON.stringify(id.slice(prefix.length))});`;
    },
  };
}

/**
 * Whole or not at all; where another process was faster, its bundle is the same.
 * @param {string} draft
 * @param {string} folder
 */
function publish(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/**
 * The bundles that are no longer needed beside this one and run nowhere, drafts of bundlers that were ended among it.
 * @param {string} folder
 */
function olderThan(folder) {
  const others = readdirSync(dirname(folder)).filter((name) => name !== basename(folder));
  const known = others.map((name) => {
    const path = join(dirname(folder), name);
    // Another process may have removed it by now.
    return { path, isDraft: name.startsWith(DRAFT), madeAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  const bundles = known.filter(({ isDraft }) => !isDraft).sort((a, b) => b.madeAt - a.madeAt);
  const old = bundles.slice(KEPT - 1).filter(({ path }) => !isInUse(path));
  const abandoned = known.filter(({ isDraft, madeAt }) => isDraft && madeAt < Date.now() - LONGEST_MS);
  return [...old, ...abandoned].map(({ path }) => path);
}
