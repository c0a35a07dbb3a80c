import { describe, expect, it } from 'vitest';
import { rows } from '../../../src/store/sqlite/rows.ts';

describe('rows of the database', () => {
  const activity = { seq: 1, inbound_seq: null, at: '2026-11-20T10:00:00Z' };
  const position = { revision: 1, last_seq: 1 };

  it('an activity is an object', () => {
    const parsed = rows.activity.parse({ ...activity, activity: '{"type":"message"}' });
    expect(parsed.activity).toEqual({ type: 'message' });
    expect(rows.activity.safeParse({ ...activity, activity: '["message"]' }).success).toBe(false);
  });

  it('a delivery has a kind and an address, which may be any JSON', () => {
    const parsed = rows.position.parse({ ...position, delivery: '{"kind":"connector","address":null}' });
    expect(parsed.delivery).toEqual({ kind: 'connector', address: null });
    expect(rows.position.parse({ ...position, delivery: null }).delivery).toBeNull();
    expect(rows.position.safeParse({ ...position, delivery: '{"kind":"connector"}' }).success).toBe(false);
  });
});
