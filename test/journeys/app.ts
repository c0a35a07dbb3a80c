import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { freePort } from './process.ts';

/** The whole product on a free port with a store of its own, on a fixed day; `clock` says how late it is. */
export async function startApp(settings: Record<string, string> = {}, clock = () => new Date()) {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  const config = readConfig({
    ...fixtureSettings,
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    TODAY: '2026-11-21',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const app = await createApp(config, createLog(config.logLevel), clock);
  const { port } = await app.listen();
  return {
    base: `http://127.0.0.1:${port}`,
    dataDir,
    async stop() {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
