import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { start } from '../channels/client.ts';
import { newDataDir } from '../commands/command.ts';
import { eventually } from '../eventually.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { apiOf, token } from './desk-shop.ts';

async function running(dataDir: string) {
  const config = readConfig({ ...fixtureSettings, PORT: '0', DATA_DIR: dataDir, DESK_TOKEN: token });
  const app = await createApp(config, createLog('silent', { write: () => undefined }));
  const { port } = await app.listen();
  return { base: `http://127.0.0.1:${port}`, close: () => app.close() };
}

it('cases from before there was a search, or from another database, are found a moment after the start', async () => {
  const dataDir = newDataDir();
  const before = await running(dataDir);
  const anna = await start(before.base, 'fortnight-shop');
  for (const text of ['the varnish of EQ-1015 peels', 'talk to a human', 'please hurry']) await anna.say(text);
  const { cases } = (await apiOf(before.base).get('cases?q=varnish')).body;
  const reference = cases?.[0]?.reference ?? '';
  await apiOf(before.base).post(`cases/${reference}/tag`, { tags: ['vip'] });
  await apiOf(before.base).post(`cases/${reference}/note`, { text: 'It stands on the veranda' });
  await before.close();

  const database = new DatabaseSync(`${dataDir}/returns.db`);
  // As import and a database of an earlier version leave it.
  database.exec(`DELETE FROM case_index; INSERT INTO case_words (case_words) VALUES ('delete-all')`);
  database.close();

  const after = await running(dataDir);
  for (const query of ['q=varnish', 'q=eq1015', 'q=hurry', 'q=veranda', 'tag=vip', 'state=open&agent=nobody']) {
    await eventually(async () => {
      const found = (await apiOf(after.base).get(`cases?${query}`)).body.cases;
      expect(found, query).toMatchObject([{ reference, tags: ['vip'] }]);
    });
  }
  await after.close();
});
