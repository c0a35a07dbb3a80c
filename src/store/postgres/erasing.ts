import { z } from 'zod';
import type { Erased, Erasure, Forgetting, LastTurn } from '../erasing.ts';
import { erasingRows, type Until } from '../erasing-rows.ts';
import { parseRow, rows as storedRows } from '../sqlite/rows.ts';
import type { Store } from '../store.ts';
import { storable } from '../text.ts';
import type { Database } from './database.ts';
import { erasingSql as sql } from './erasing-sql.ts';

const rows = {
  ...erasingRows,
  lastTurn: z
    .object({ id: z.string(), at: z.string(), used: z.boolean(), open: z.boolean() })
    .transform(({ id, at, used, open }) => ({ conversationId: id, at, isUnused: !used, hasOpenCase: open })),
};

/** Later than any instant. */
const always: Until = { revision: 2 ** 31 - 1, seq: 2 ** 31 - 1, at: '~' };

type Query = Database['rows'];

/** The part of the store that forgets. */
export function erasingOn(database: Database): Forgetting & Pick<Store, 'contents'> {
  return {
    erase: (erasure) =>
      database.transaction(
        (query) => erase(query, erasure),
        () => !erasure.isDryRun,
      ),
    async contents(conversationId) {
      const id = [storable(conversationId)];
      const [cases, decisions, returns, files] = await Promise.all(
        [sql.casesOf, sql.decisionsOf, sql.returnsOf, sql.filesOf].map((statement) => database.rows(statement, id)),
      );
      return {
        cases: (cases ?? []).map((row) => storedRows.case.parse(row)),
        decisions: (decisions ?? []).map((row) => storedRows.decision.parse(row)),
        returns: (returns ?? []).map((row) => storedRows.return.parse(row)),
        files: (files ?? []).map((row) => storedRows.file.parse(row)),
      };
    },
    async scrub() {
      // What is deleted is written over by and by; to make room at once is the most that a server does for us.
      for (const table of erasedTables) await database.maintain(`VACUUM (SKIP_LOCKED) ${table}`);
    },
    async lastTurns({ after = '', limit }): Promise<LastTurn[]> {
      return (await database.rows(sql.lastTurns, [storable(after), limit])).map((row) => rows.lastTurn.parse(row));
    },
    async conversationsNaming(text) {
      return (await database.slowRows(sql.naming, [storable(text.toLowerCase())])).map((row) => rows.id.parse(row).id);
    },
    async waitingEffects(conversationId, exceptKind) {
      const row = await database.row(sql.waiting, [storable(conversationId), exceptKind]);
      return rows.count.parse(row).count;
    },
    async forgetDelivered(before, limit) {
      return (await database.rows(sql.forgetDelivered, [before, limit])).length;
    },
    forgetKeptReturns: (before, limit) =>
      database.transaction(async (query) => {
        const ids = (await query(sql.keptBefore, [before, limit])).map((row) => storable(rows.id.parse(row).id));
        for (const id of ids) {
          await query(sql.returns, [id, always.at]);
          await query(sql.decisions, [id, always.at]);
          await query(sql.conversation, [id]);
        }
        return ids.length;
      }),
    async conversationOf(reference) {
      return parseRow(rows.id, await database.row(sql.conversationOf, [storable(reference)]))?.id;
    },
  };
}

const erasedTables = [
  'conversations',
  'turns',
  'activities',
  'events',
  'cases',
  'decisions',
  'returns',
  'outbox',
  'files',
  'case_places',
  'case_index',
  'case_words',
  'talk_keys',
  'presence',
  'desk_rows',
];

async function erase(query: Query, erasure: Erasure): Promise<Erased | undefined> {
  const { unlessSince, upToRevision } = erasure;
  const id = storable(erasure.conversationId);
  const one = async (...call: Parameters<Query>) => (await query(...call))[0];
  const count = async (...call: Parameters<Query>) => (await query(...call)).length;
  const last = parseRow(rows.last, await one(sql.last, [id]));
  const until = last && (await untilOf(query, id, upToRevision));
  if (!last || !until || (unlessSince !== undefined && last.at >= unlessSince)) return undefined;
  const kept = await keepReturns(query, { id, since: erasure.keepReturnsSince, policyId: last.policy_id, until });
  const places = (await query(sql.forgetPlaces, [id, until.at])).map((row) => rows.place.parse(row));
  for (const statement of [sql.entries, sql.words]) await query(statement, [id]);
  const erased: Erased = {
    files: await count(sql.files, [id, until.at]),
    cases: await count(sql.cases, [id, until.at]),
    returns: await count(sql.returns, [id, until.at]),
    decisions: await count(sql.decisions, [id, until.at]),
    effects: await count(sql.effects, [id, until.at]),
    messages: await count(sql.activities, [id, until.seq]),
    places,
    kept,
  };
  await query(sql.deskRows, [id, until.at]);
  await query(sql.events, [id, until.revision]);
  await query(sql.turns, [id, until.revision]);
  if (until !== always) await query(sql.keepTurn, [id, until.revision]);
  const others = until === always ? [sql.conversation, sql.talkKeys] : [sql.mailedKeys];
  for (const statement of [sql.presence, ...others]) await query(statement, [id]);
  return erased;
}

async function untilOf(query: Query, id: string, upToRevision: number | undefined): Promise<Until | undefined> {
  if (upToRevision === undefined) return always;
  const [row] = await query(sql.turn, [id, upToRevision]);
  const turn = parseRow(rows.turn, row);
  if (!turn) return undefined;
  const [before] = await query(sql.lastSeqBefore, [id, upToRevision]);
  return { revision: upToRevision, seq: turn.inbound_seq ?? rows.count.parse(before).count, at: turn.at };
}

/** Puts the returns to keep where nothing tells whose they are; gives back their numbers. */
async function keepReturns(
  query: Query,
  of: { id: string; since: string | undefined; policyId: string; until: Until },
): Promise<string[]> {
  if (of.since === undefined) return [];
  const kept = (await query(sql.returnsToKeep, [of.id, of.since, of.until.at])).map((row) => rows.kept.parse(row));
  for (const { rma, reference } of kept) {
    const place = storable(`kept-${rma}`);
    await query(sql.keepAlone, [place, of.policyId]);
    await query(sql.moveReturn, [place, rma]);
    await query(sql.moveDecision, [place, reference]);
  }
  return kept.map(({ rma }) => rma);
}
