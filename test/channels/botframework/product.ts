import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createApp } from '../../../src/app.ts';
import type { BotCloud } from '../../../src/channels/botframework/authentication/authentication.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { fixtureSettings } from '../../fixtures/settings.ts';
import { freePort } from '../../journeys/process.ts';

/** The whole product until the test is over; it can be stopped and started again on the same data. */
export async function product(settings: Record<string, string> = {}, cloud?: BotCloud) {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-bot-'));
  const config = readConfig({
    ...fixtureSettings,
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    TODAY: '2026-11-21',
    LOG_LEVEL: 'warn',
    DEFAULT_POLICY: 'fortnight-shop',
    ...settings,
  });
  const lines: string[] = [];
  let aheadMs = 0;
  const create = () =>
    createApp(
      config,
      createLog(config.logLevel, { write: (line) => void lines.push(line) }),
      () => new Date(Date.now() + aheadMs),
      cloud,
    );
  let app: Awaited<ReturnType<typeof create>> | undefined;
  /** What the product does by the clock, every few seconds. */
  let rounds: (() => void)[] = [];
  async function run() {
    const intervals = vi.spyOn(globalThis, 'setInterval');
    app = await create();
    await app.listen();
    rounds = intervals.mock.calls.map(([round]) => round);
    intervals.mockRestore();
  }
  await run();
  onTestFinished(async () => {
    await app?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    port: config.port,
    base: `http://127.0.0.1:${config.port}`,
    /** Everything logged so far. */
    logged: () => lines.join(''),
    async stop() {
      rounds = [];
      await app?.close();
      app = undefined;
    },
    start: run,
    /** Moves the clock of the product, which looks at it at once instead of in the seconds to come. */
    later(minutes: number) {
      aheadMs += minutes * 60_000;
      for (const round of rounds) round();
    },
  };
}
