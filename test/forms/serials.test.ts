import { describe, expect, it } from 'vitest';
import type { ReturnClaim } from '../../src/forms/links.ts';
import { serialConflict } from '../../src/forms/serials.ts';
import { type FoundOrder, newConversation } from '../../src/machines/record/record.ts';

const policy = { id: 'tool-shop', version: '1', digest: 'sha256:0' };
const claimOf = (id: string, orderNumber = 'KX-1'): ReturnClaim => ({
  policy,
  resolution: 'return',
  facts: {},
  orderNumber,
  item: { id, name: `Item ${id}` },
});
const order: FoundOrder = {
  number: 'KX-1',
  items: [
    { id: 'a', name: 'Item a', serialNumber: 'SN-A 1', facts: {} },
    { id: 'b', name: 'Item b', facts: {} },
  ],
};
const withOrder = { ...newConversation(), order };

describe('a serial number', () => {
  it('of the item is right in any spelling', () => {
    expect(serialConflict(withOrder, claimOf('a'), 'sn–a1')).toBeUndefined();
    expect(serialConflict(withOrder, claimOf('a'), 's n a 1')).toBeUndefined();
  });

  it('that is not of the item is not', () => {
    expect(serialConflict(withOrder, claimOf('a'), 'SN-A 2')).toEqual({ item: 'Item a', orderNumber: 'KX-1' });
  });

  it('of another item of the order is not, though the order does not know the own one', () => {
    expect(serialConflict(withOrder, claimOf('b'), 'SN-A 1')).toEqual({ item: 'Item b', orderNumber: 'KX-1' });
    expect(serialConflict(withOrder, claimOf('b'), 'SN-B 1')).toBeUndefined();
  });

  it('is taken as it is where no order is known, or the link is about another', () => {
    expect(serialConflict(newConversation(), claimOf('a'), 'X-1')).toBeUndefined();
    expect(serialConflict(withOrder, claimOf('a', 'KX-2'), 'X-1')).toBeUndefined();
  });
});
