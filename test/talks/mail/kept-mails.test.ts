import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { forgettingMails, mailFolder } from '../../../src/talks/mail/kept-mails.ts';
import { createMailer } from '../../../src/talks/mail/mailer.ts';
import { committed, opening } from '../../store/sqlite/turns.ts';

const keepReturnsSince = '2026-01-01T00:00:00.000Z';
const mail = { to: 'anna@example.com', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };

test('e-mails in the folder go with their conversation, and with no other', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mails-'));
  const folder = mailFolder({ dataDir });
  const store = forgettingMails(openSqliteStore(dataDir), folder);
  const mailer = createMailer({ smtpUrl: undefined, from: 'shop@example.com', folder, onFailure: () => {} });
  for (const id of ['anna', 'ben']) await committed(store, opening(id));
  const erase = (conversationId: string, isDryRun = false) =>
    store.erase({ conversationId, keepReturnsSince, isDryRun });

  for (const conversationId of ['anna', 'ben']) await mailer.send({ ...mail, conversationId, id: conversationId });
  await erase('anna', true);
  expect(readdirSync(folder)).toHaveLength(2);
  await erase('anna');
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/-ben\.eml$/)]);
  await store.close();
});
