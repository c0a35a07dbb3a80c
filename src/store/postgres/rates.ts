import { z } from 'zod';
import type { Store } from '../store.ts';
import { useKey } from '../use-key.ts';
import type { Database } from './database.ts';

const iso = (instant: string): string => `to_char((${instant}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const sql = {
  // A row of \`uses\` without instants: \`until\` is when all of the limit is there again, by the database's own clock. In
  // the order of keys, so that processes that add at once wait for each other instead of blocking each other.
  share: {
    name: 'share rates',
    text: `WITH clock AS (SELECT statement_timestamp() AS now),
      forgotten AS (DELETE FROM uses WHERE key IN
        (SELECT key FROM uses, clock WHERE until <= ${iso('now')} AND key <> ALL ($1)
         ORDER BY until LIMIT 200 FOR UPDATE OF uses SKIP LOCKED))
      INSERT INTO uses AS known (key, instants, until)
        SELECT key, '{}', ${iso("now + ms * interval '1 millisecond'")}
        FROM clock, unnest($1::text[], $2::float8[]) AS taken (key, ms) ORDER BY key COLLATE "C"
      ON CONFLICT (key) DO UPDATE SET until = ${iso(
        `greatest(known.until::timestamptz, statement_timestamp())
         + (excluded.until::timestamptz - statement_timestamp())`,
      )}
      RETURNING key, (extract(epoch FROM until::timestamptz - statement_timestamp()) * 1000)::float8 AS ms`,
  },
};
const rowSchema = z.object({ key: z.string(), ms: z.number() });

/** The part of the store that counts what all processes let through. */
export function ratesOn(database: Database): Required<Pick<Store, 'shareRates'>> {
  return {
    async shareRates(used) {
      const keys = new Map(used.map(({ key }) => [useKey(`rate ${key}`), key]));
      const found = await database.rows(sql.share, [[...keys.keys()], used.map(({ ms }) => ms)]);
      return found.flatMap((row) => {
        const { key: digest, ms } = rowSchema.parse(row);
        const key = keys.get(digest);
        return key === undefined ? [] : [{ key, ms }];
      });
    },
  };
}
