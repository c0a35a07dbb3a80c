import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

const runner = new URL('../../bin/run.js', import.meta.url).href;
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'returns-project-'));
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'package-lock.json'), '{}');
  say('good morning');
});

afterEach(() => rmSync(project, { recursive: true }));

/** Writes sources of two entries, which say something and whether their own file is a source. */
function say(words: string): void {
  const source = `const words: string = '${words}';\nconsole.log(words, import.meta.filename.endsWith('.ts'));\n`;
  for (const entry of ['main', 'cli']) writeFileSync(join(project, 'src', `${entry}.ts`), source);
}

/** What an entry prints when it is run by a process of its own. */
async function run(entry: 'main' | 'cli', isBundleMade: boolean): Promise<string> {
  const options = JSON.stringify({ isBundleMade, project });
  const program = `import('${runner}').then(({ run }) => run('${entry}', ${options}))`;
  return (await promisify(execFile)(process.execPath, ['-e', program])).stdout;
}

const bundles = () => readdirSync(join(project, '.cache/bundles'));

it('starts from a bundle, which is made once', async () => {
  expect(await run('main', true)).toBe('good morning false\n');
  const [made] = bundles();
  expect(await run('main', true)).toBe('good morning false\n');
  expect(bundles()).toEqual([made]);
});

it('starts what the sources say now', async () => {
  await run('main', true);
  say('good evening');
  expect(await run('main', true)).toBe('good evening false\n');
  say('good morning');
  expect(await run('main', true)).toBe('good morning false\n');
  expect(bundles()).toHaveLength(2);
});

it('bundles anew after another installation', async () => {
  await run('main', true);
  mkdirSync(join(project, 'node_modules'));
  writeFileSync(join(project, 'node_modules/.package-lock.json'), '{ "packages": {} }');
  await run('main', true);
  expect(bundles()).toHaveLength(2);
});

it('keeps the last three bundles', async () => {
  for (const hour of [9, 10, 11, 12]) {
    say(`${hour} o'clock`.replace("'", ''));
    await run('main', true);
  }
  expect(bundles()).toHaveLength(3);
});

it('a process that runs for long finds the parts that it loads late, whatever has been bundled since', async () => {
  writeFileSync(join(project, 'src/late.ts'), "console.log('late');\n");
  writeFileSync(
    join(project, 'src/main.ts'),
    "console.log('ready');\nprocess.stdin.once('data', () => import('./late.ts').then(() => process.exit()));\n",
  );
  const options = JSON.stringify({ isBundleMade: true, project });
  const program = `import('${runner}').then(({ run }) => run('main', ${options}))`;
  const longRunning = spawn(process.execPath, ['-e', program]);
  let printed = '';
  longRunning.stdout.on('data', (data) => {
    printed += data;
  });
  await once(longRunning.stdout, 'data');
  for (const hour of [9, 10, 11, 12]) {
    say(`${hour} hours`);
    await run('main', true);
  }
  expect(bundles()).toHaveLength(4);
  longRunning.stdin.write('on\n');
  await once(longRunning, 'close');
  expect(printed).toBe('ready\nlate\n');
  say('13 hours');
  await run('main', true);
  expect(bundles()).toHaveLength(3);
});

it('two that start at once both start, from one bundle', async () => {
  expect(await Promise.all([run('main', true), run('main', true)])).toEqual(Array(2).fill('good morning false\n'));
  expect(bundles()).toHaveLength(1);
});

it('starts from the sources where no bundle can be made, and says so in one line', async () => {
  writeFileSync(join(project, '.cache'), 'a file where a folder should be');
  const [warning = '', words] = (await run('main', true)).trim().split('\n');
  expect(JSON.parse(warning)).toMatchObject({ level: 'warn', msg: 'started from the sources' });
  expect(JSON.parse(warning).reason).toContain('.cache');
  expect(words).toBe('good morning true');
});

it('the command line makes no bundle, but uses one that is there', async () => {
  expect(await run('cli', false)).toBe('good morning true\n');
  await run('main', true);
  expect(await run('cli', false)).toBe('good morning false\n');
});

it('a bundle starts where the project has been moved to', async () => {
  await run('main', true);
  const moved = mkdtempSync(join(tmpdir(), 'returns-project-'));
  cpSync(project, moved, { recursive: true });
  rmSync(project, { recursive: true });
  project = moved;
  expect(await run('main', false)).toBe('good morning false\n');
});
