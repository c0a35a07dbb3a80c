import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { opening, says, turn } from './turns.ts';

// Run as a child process: commits without end and prints each revision once it is acknowledged, until it is killed.
const [dataDir = ''] = process.argv.slice(2);
const store = openSqliteStore(dataDir);
await store.commit(opening('anna'));
for (let revision = 1; ; revision += 1) {
  const result = await store.commit(
    turn('anna', revision, {
      ...says(`message ${revision}`, `k${revision}`),
      replies: [
        { type: 'message', text: 'a' },
        { type: 'message', text: 'b' },
      ],
      events: [{ type: 'turn', data: revision }],
    }),
  );
  if (result.kind !== 'committed') throw new Error(result.kind);
  writeSync(1, `${result.revision}\n`);
}
