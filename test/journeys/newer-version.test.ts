import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { startApp } from './app.ts';

test('a chat that a newer version has written is left to it: who comes here is asked to come again', async () => {
  const { base, dataDir, stop } = await startApp();
  onTestFinished(stop);
  const granted = await fetch(`${base}/v3/directline/tokens/generate?policy=fortnight-shop`, { method: 'POST' });
  const { token, conversationId } = (await granted.json()) as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  await fetch(`${base}/v3/directline/conversations`, { method: 'POST', headers });
  const database = new DatabaseSync(join(dataDir, 'returns.db'));
  const rewrite = database.prepare(
    "UPDATE conversations SET record = json_set(record, '$.version', 99), revision = revision + 1",
  );
  rewrite.run();

  const address = `${base}/v3/directline/conversations/${conversationId}/activities`;
  const body = JSON.stringify({ type: 'message', text: 'It is broken' });
  const refused = await fetch(address, { method: 'POST', headers, body });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await refused.json()).toMatchObject({ error: { code: 'newer-record' } });
  // Nothing of it is kept here, and what was said before can still be read.
  const { activities } = (await (await fetch(address, { headers })).json()) as { activities: unknown[] };
  expect(activities).toHaveLength(2);
  expect(database.prepare("SELECT json_extract(record, '$.version') AS version FROM conversations").get()).toEqual({
    version: 99,
  });
  database.close();
});
