import { rows } from '../sqlite/rows.ts';
import type { Store } from '../store.ts';
import { useKey } from '../use-key.ts';
import { before } from '../windows.ts';
import type { Database } from './database.ts';

const sql = {
  // The row's lock makes those who count at once come one after the other.
  count: {
    name: 'count use',
    text: `WITH forgotten AS (DELETE FROM uses WHERE key IN
        (SELECT key FROM uses WHERE until <= $2 AND key <> $1 ORDER BY until LIMIT 20 FOR UPDATE SKIP LOCKED))
      INSERT INTO uses AS known (key, instants, until) VALUES ($1, ARRAY[$2], $4)
      ON CONFLICT (key) DO UPDATE SET until = greatest(known.until, excluded.until),
        instants = ARRAY(SELECT i FROM unnest(known.instants || $2) AS i WHERE i > $3)
      RETURNING cardinality(instants) AS count`,
  },
  takeBack: {
    name: 'take back use',
    text: `UPDATE uses SET instants =
        ARRAY(SELECT i FROM unnest(instants) AS i WHERE i > $2 ORDER BY i DESC OFFSET 1)
      WHERE key = $1`,
  },
};

/** The part of the store that counts uses. */
export function usesOn(database: Database): Pick<Store, 'countUse' | 'takeBackUse'> {
  return {
    async countUse(key, at, windowMs) {
      const values = [useKey(key), at, before(at, windowMs), before(at, -windowMs)];
      return rows.count.parse(await database.row(sql.count, values)).count;
    },
    async takeBackUse(key, at, windowMs) {
      await database.rows(sql.takeBack, [useKey(key), before(at, windowMs)]);
    },
  };
}
