import { describe, expect, it } from 'vitest';
import { createDemoWarrantyBook, demoWarranties } from '../../../src/orders/demo/warranties.ts';
import { warrantySchema } from '../../../src/orders/order.ts';

const today = '2026-11-21';

describe('the demonstration warranties', () => {
  const book = createDemoWarrantyBook({ today: () => today });

  it.each(['equipment-shop', 'fourteen-day-shop'])('of the %s are found by serial number', async (policyId) => {
    const warranties = demoWarranties(policyId, today);
    expect(warranties.length).toBeGreaterThan(2);
    for (const { serialNumber, warrantyUntil } of warranties) {
      expect(warrantySchema.safeParse({ serialNumber, warrantyUntil }).success).toBe(true);
      expect(await book.find({ policyId, serialNumber })).toEqual({ kind: 'found', warrantyUntil });
      expect(await book.find({ policyId, serialNumber: ` ${serialNumber.toLowerCase()} ` })).toMatchObject({
        kind: 'found',
      });
    }
  });

  it('some still run, one ends today and one is over', () => {
    for (const policyId of ['equipment-shop', 'fourteen-day-shop']) {
      const ends = demoWarranties(policyId, today).map(({ warrantyUntil }) => warrantyUntil);
      expect(ends.some((end) => end > today)).toBe(true);
      expect(ends).toContain(today);
      expect(ends.some((end) => end < today)).toBe(true);
    }
  });

  it('know nothing else', async () => {
    expect(await book.find({ policyId: 'equipment-shop', serialNumber: 'SN-0' })).toEqual({ kind: 'not-found' });
    expect(await book.find({ policyId: 'fourteen-day-shop', serialNumber: 'SN-EQ-4012' })).toEqual({
      kind: 'not-found',
    });
    expect(await book.find({ policyId: 'constructor', serialNumber: 'name' })).toEqual({ kind: 'not-found' });
  });
});
