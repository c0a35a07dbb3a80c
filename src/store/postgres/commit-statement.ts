import { hash } from 'node:crypto';
import type { StoredCase, StoredDecision, TurnCommit } from '../store.ts';
import { storable } from '../text.ts';
import { entryStatements } from './case-entry.ts';
import type { Statement } from './database.ts';

/** The values of a statement; `add` returns the place of one in its text. */
class Values {
  readonly all: unknown[] = [];

  add(value: unknown, type: string): string {
    return `$${this.all.push(value)}::${type}`;
  }

  /** The columns of rows as one table `name` with the row's number as `n`. */
  table(name: string, columns: Record<string, { type: string; values: unknown[] }>): string {
    const arrays = Object.values(columns).map(({ type, values }) => this.add(values, `${type}[]`));
    return `unnest(${arrays.join(', ')}) WITH ORDINALITY AS ${name}(${Object.keys(columns).join(', ')}, n)`;
  }
}

const texts = (values: (string | null)[]) => ({ type: 'text', values });
const json = (value: unknown): string => JSON.stringify(value);
const optionalJson = (value: unknown): string | null => (value === undefined ? null : json(value));

/** The error of a statement whose case or decision belongs to another conversation: a division by zero. */
export const foreignReference = '22012';

/**
 * All writes of a turn as one statement, so that it costs one round trip and holds its locks for no longer. It returns
 * the new revision, the seq before it and the number of effects; no row where the turn was computed from another state
 * or its key was committed before, or where the conversation's row is not of this version any more. Its name tells apart the statements of turns that write different things.
 */
export function commitStatement(turn: TurnCommit, version?: string): { statement: Statement; values: unknown[] } {
  const values = new Values();
  const id = values.add(storable(turn.conversationId), 'text');
  const at = values.add(turn.at, 'text');
  const cases = lastOf(turn.cases);
  const decisions = lastOf(turn.decisions);
  const { returns = [] } = turn;
  const parts = {
    position: positionPart(turn, id, values, version),
    turn: turnPart(turn, { id, at }, values),
    message: messagePart(turn, id, values),
    ...(turn.events.length > 0 && { event: eventPart(turn, id, values) }),
    ...(turn.effects.length > 0 && { effect: effectPart(turn, { id, at }, values) }),
    ...(turn.replies.length > 0 && !turn.isHandedOver && { reply: replyPart(turn, { id, at }, values) }),
    ...(cases.length > 0 && { filed: casePart(cases, at, values) }),
    ...(decisions.length > 0 && { issued: decisionPart(decisions, at, values) }),
    ...(returns.length > 0 && { submitted: returnPart(returns, at, values) }),
    ...entryParts(turn, values),
  };
  const count = (part: keyof typeof parts): string => (parts[part] ? `(SELECT count(*) FROM ${part})` : '0');
  const owned = `${count('filed')} + ${count('issued')}`;
  const expected = values.add(cases.length + decisions.length, 'int');
  const text = `WITH ${Object.entries(parts)
    .map(([name, sql]) => `${name} AS (${sql})`)
    .join(', ')}
    SELECT revision, seq, version, (${count('effect')} + ${count('reply')})::int AS effects,
      1 / (CASE WHEN ${owned} = ${expected} THEN 1 ELSE 0 END) AS are_own
    FROM position`;
  return { statement: { name: nameOf(text), text }, values: values.all };
}

/**
 * The name of a statement by its text. PostgreSQL cuts names after 63 bytes, so one that says all that a turn may write
 * would be that of another.
 */
function nameOf(text: string): string {
  return `turn ${hash('sha256', text, 'base64url')}`;
}

/** The key against repeats of a turn. */
export function keyOf(turn: TurnCommit): string | undefined {
  return turn.inbound?.key ?? turn.key;
}

type Common = { id: string; at: string };

/** Finds the turn's place and moves the conversation on; the lock on its row makes turns come one after the other. */
function positionPart(turn: TurnCommit, id: string, values: Values, version: string | undefined): string {
  const count = values.add(turn.replies.length + (turn.inbound ? 1 : 0), 'int');
  const record = values.add(json(turn.record), 'text');
  const wakeAt = values.add(turn.wakeAt ?? null, 'text');
  const delivery = values.add(optionalJson(turn.delivery), 'text');
  if (turn.create && turn.expectedRevision === 0) {
    const { channel, policyId, userId } = turn.create;
    const fixed = [channel, policyId, userId].map((value) => values.add(storable(value), 'text')).join(', ');
    return `INSERT INTO conversations (id, channel, policy_id, user_id, revision, last_seq, record, wake_at, delivery)
      VALUES (${id}, ${fixed}, 1, ${count}, ${record}, ${wakeAt}, ${delivery})
      ON CONFLICT (id) DO NOTHING RETURNING revision, 0 AS seq, delivery, xmin::text AS version`;
  }
  const expected = values.add(turn.expectedRevision, 'int');
  const isSame = version === undefined ? '' : `AND xmin = ${values.add(version, 'xid')}`;
  const key = keyOf(turn);
  const isNew =
    key === undefined
      ? ''
      : `AND NOT EXISTS (SELECT FROM turns WHERE conversation_id = ${id} AND ${isKey(values.add(storable(key), 'text'))})`;
  return `UPDATE conversations SET revision = revision + 1, last_seq = last_seq + ${count}, record = ${record},
      wake_at = ${wakeAt}, delivery = coalesce(${delivery}, delivery)
    WHERE id = ${id} AND revision = ${expected} ${isSame} ${isNew}
    RETURNING revision, last_seq - ${count} AS seq, delivery, xmin::text AS version`;
}

/** The condition that finds a turn by its key; the index has the digest, because keys may be longer than its rows. */
export function isKey(key: string): string {
  return `md5(inbound_key) = md5(${key}) AND inbound_key = ${key}`;
}

function turnPart(turn: TurnCommit, { id, at }: Common, values: Values): string {
  const key = keyOf(turn);
  const inboundKey = values.add(key === undefined ? null : storable(key), 'text');
  const inboundSeq = turn.inbound ? 'seq + 1' : 'NULL::int';
  return `INSERT INTO turns (conversation_id, revision, inbound_key, inbound_seq, at)
    SELECT ${id}, revision, ${inboundKey}, ${inboundSeq}, ${at} FROM position`;
}

/** Messages are kept without their id, which is known only here; whoever reads them fills it in. */
function messagePart(turn: TurnCommit, id: string, values: Values): string {
  const messages = [...(turn.inbound ? [turn.inbound.activity] : []), ...turn.replies];
  const table = values.table('message', { activity: texts(messages.map(json)) });
  return `INSERT INTO activities (conversation_id, seq, revision, activity)
    SELECT ${id}, seq + n, revision, message.activity FROM position, ${table}`;
}

function eventPart(turn: TurnCommit, id: string, values: Values): string {
  const table = values.table('event', {
    type: texts(turn.events.map(({ type }) => storable(type))),
    data: texts(turn.events.map(({ data }) => json(data))),
  });
  return `INSERT INTO events (conversation_id, revision, position, type, data)
    SELECT ${id}, revision, n - 1, event.type, event.data FROM position, ${table}`;
}

function effectPart(turn: TurnCommit, { id, at }: Common, values: Values): string {
  const table = values.table('effect', {
    kind: texts(turn.effects.map(({ kind }) => kind)),
    key: texts(turn.effects.map(({ key }) => storable(key))),
    payload: texts(turn.effects.map(({ payload }) => json(payload))),
  });
  return `INSERT INTO outbox (conversation_id, kind, key, payload, created)
    SELECT ${id}, effect.kind, effect.key, effect.payload, ${at} FROM position, ${table} ORDER BY n RETURNING 1`;
}

/** An effect for each reply where the conversation has a delivery, the turn's own or one of before. */
function replyPart(turn: TurnCommit, { id, at }: Common, values: Values): string {
  const first = turn.inbound ? 2 : 1;
  const from = values.add(first, 'int');
  const to = values.add(first + turn.replies.length - 1, 'int');
  return `INSERT INTO outbox (conversation_id, kind, key, payload, created, seq)
    SELECT ${id}, delivery::json ->> 'kind', ${id}, (delivery::json -> 'address')::text, ${at}, seq + n
    FROM position, generate_series(${from}, ${to}) AS n WHERE delivery IS NOT NULL ORDER BY n RETURNING 1`;
}

/** The WHERE keeps one customer's reference from ever overwriting another's. */
function casePart(cases: StoredCase[], at: string, values: Values): string {
  const table = values.table('filed', {
    reference: texts(cases.map(({ reference }) => reference)),
    conversation_id: texts(cases.map(({ conversationId }) => storable(conversationId))),
    state: texts(cases.map(({ state }) => state)),
    urgent: { type: 'int', values: cases.map(({ urgent }) => (urgent ? 1 : 0)) },
    packet: texts(cases.map(({ caseFile }) => json(caseFile))),
    file: texts(cases.map(({ file }) => optionalJson(file))),
    item_key: texts(cases.map(({ itemKey }) => (itemKey === undefined ? null : storable(itemKey)))),
  });
  return `INSERT INTO cases (reference, conversation_id, state, urgent, packet, at, file, changed, item_key)
    SELECT filed.reference, filed.conversation_id, filed.state, urgent, packet, ${at}, file, ${at}, item_key
    FROM position, ${table} ORDER BY n
    ON CONFLICT (reference) DO UPDATE SET state = excluded.state, urgent = excluded.urgent,
      packet = excluded.packet, file = excluded.file, changed = excluded.changed, item_key = excluded.item_key
    WHERE cases.conversation_id = excluded.conversation_id RETURNING 1`;
}

function decisionPart(decisions: StoredDecision[], at: string, values: Values): string {
  const table = values.table('issued', {
    reference: texts(decisions.map(({ reference }) => reference)),
    conversation_id: texts(decisions.map(({ conversationId }) => storable(conversationId))),
    policy_id: texts(decisions.map(({ policyId }) => policyId)),
    policy_digest: texts(decisions.map(({ policyDigest }) => policyDigest)),
    decided_on: texts(decisions.map(({ decidedOn }) => decidedOn ?? null)),
    state: texts(decisions.map(({ state }) => state)),
    facts: texts(decisions.map(({ facts }) => json(facts))),
    decision: texts(decisions.map(({ decision }) => json(decision))),
  });
  return `INSERT INTO decisions
      (reference, conversation_id, policy_id, policy_digest, state, facts, decision, at, decided_on)
    SELECT issued.reference, issued.conversation_id, policy_id, policy_digest, state, facts, decision, ${at}, decided_on
    FROM position, ${table} ORDER BY n
    ON CONFLICT (reference) DO UPDATE SET state = excluded.state, facts = excluded.facts,
      decision = excluded.decision, policy_id = excluded.policy_id, policy_digest = excluded.policy_digest
    WHERE decisions.conversation_id = excluded.conversation_id RETURNING 1`;
}

function returnPart(returns: NonNullable<TurnCommit['returns']>, at: string, values: Values): string {
  const table = values.table('submitted', {
    rma: texts(returns.map(({ rma }) => rma)),
    reference: texts(returns.map(({ reference }) => reference)),
    conversation_id: texts(returns.map(({ conversationId }) => storable(conversationId))),
    item_key: texts(returns.map(({ itemKey }) => (itemKey === undefined ? null : storable(itemKey)))),
    state: texts(returns.map(({ state }) => state)),
    form: texts(returns.map(({ form }) => json(form))),
  });
  return `INSERT INTO returns (rma, reference, conversation_id, item_key, state, form, at)
    SELECT rma, reference, conversation_id, item_key, state, form, ${at} FROM position, ${table} ORDER BY n`;
}

/** A part for each case that is sorted or found otherwise from now on. */
function entryParts({ caseEntries = [] }: TurnCommit, values: Values): Record<string, string> {
  const add = (value: unknown, type: string): string => values.add(value, type);
  const parts = caseEntries.flatMap((one, n) => {
    const { entry, words } = entryStatements(one, add, 'FROM position');
    const kind = one.isWhole ? 'whole' : 'more';
    return [[`${kind}${n}`, entry] as const, ...(words ? [[`${kind}_words${n}`, words] as const] : [])];
  });
  return Object.fromEntries(parts);
}

/** One row a reference, as it is after the last of its writes; what is written once stays that of the first. */
function lastOf<Row extends { reference: string; decidedOn?: string }>(rows: Row[]): Row[] {
  const byReference = new Map<string, Row>();
  for (const row of rows) {
    const { decidedOn } = byReference.get(row.reference) ?? row;
    byReference.set(row.reference, { ...row, ...(decidedOn !== undefined && { decidedOn }) });
  }
  return [...byReference.values()];
}
