import { describe, expect, it } from 'vitest';
import { commitStatement } from '../../../src/store/postgres/commit-statement.ts';
import type { TurnCommit } from '../../../src/store/store.ts';
import { caseOf, entryOf } from '../finding-contract.ts';
import { says, turn } from '../sqlite/turns.ts';

const entry = entryOf('anna', { texts: ['drill'] });
const decision = { ...caseOf(entry), policyId: 'tool-shop', policyDigest: 'sha256:aa', facts: {}, decision: {} };

/** All that a turn may write beside its place. */
const parts: Partial<TurnCommit>[] = [
  { create: { channel: 'directline', policyId: 'tool-shop', userId: 'dl_anna' } },
  { events: [{ type: 'said', data: null }] },
  { effects: [{ kind: 'slack', key: 'R-anna', payload: {} }] },
  { replies: [{ type: 'message' }] },
  { cases: [caseOf(entry)] },
  { decisions: [decision] },
  { returns: [{ ...caseOf(entry), rma: 'RMA-1', state: 'open', form: {} }] },
  { caseEntries: [entry, { ...entry, isWhole: false }] },
  { caseEntries: Array.from({ length: 20 }, () => ({ ...entry, isWhole: false, texts: [] })) },
  says('It is broken', 'k1'),
  { key: 'k1' },
];

/** Each choice among them, for a conversation that is new or not, known or not. */
const turns = Array.from({ length: 2 ** parts.length }, (_, choice) =>
  Object.assign({}, ...parts.filter((_part, n) => choice & (2 ** n))),
).flatMap((rest: Partial<TurnCommit>) => [
  commitStatement(turn('anna', 0, rest)),
  commitStatement(turn('anna', 3, rest)),
  commitStatement(turn('anna', 3, rest), '17'),
]);

describe('the name of a turn’s statement', () => {
  it('is never longer than PostgreSQL keeps', () => {
    const longest = Math.max(...turns.map(({ statement }) => Buffer.byteLength(statement.name ?? '')));
    expect(longest).toBeLessThanOrEqual(63);
  });

  it('is that of one text alone', () => {
    const texts = new Map<string, string>();
    for (const { statement } of turns) {
      const name = (statement.name ?? '').slice(0, 63);
      expect(texts.get(name) ?? statement.text).toBe(statement.text);
      texts.set(name, statement.text);
    }
    expect(texts.size).toBe(new Set(turns.map(({ statement }) => statement.text)).size);
  });
});
