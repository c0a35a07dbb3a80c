import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env } from 'node:process';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches a real Chromium: on Linux the one from npm with the libraries it carries, elsewhere an installed Chrome. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: FLAGS }).catch((cause) => {
      throw new Error('the browser tests need an installed Google Chrome on this system', { cause });
    });
  }
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...env,
      // A bare machine has no libnss3.
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
}

/** The folder with the unpacked browser; made once, by renaming, so that two test files at once do not spoil it. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')));
  const folder = join(tmpdir(), `returns-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const stage = await mkdtemp(`${folder}-`);
  const program = `await (await import('@sparticuz/chromium')).default.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    // It unpacks into the temporary folder, and its libraries only where it takes itself to be in a Lambda.
    env: { ...env, TMPDIR: stage, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await writeFile(join(stage, 'fonts.conf'), fontsConf(folder));
  await rename(stage, folder).catch(async (error: unknown) => {
    await rm(stage, { recursive: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/** The fonts that came along and those of the system; the configuration that came along has fixed folders. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;
}
