import { addMonths, type IsoDate } from '../../policy/calendar.ts';
import type { Warranty } from '../order.ts';
import { canonicalNumber } from '../spelling.ts';
import type { WarrantyBook } from '../warranty-book.ts';

/** Months that each warranty still runs from today; below zero: for which it has been over. */
const monthsLeft: Record<string, Record<string, number>> = {
  'equipment-shop': { 'SN-EQ-4012': 9, 'SN-EQ-4015': -3, 'SN-EQ-7001': 20, 'SN-EQ-7002': 0 },
  'fourteen-day-shop': { 'SN-FD-6014': 11, 'SN-FD-6015': -2, 'SN-FD-8001': 22, 'SN-FD-8002': 0 },
};

/** The warranties that anybody can try with a policy, as they are on this day. */
export function demoWarranties(policyId: string, today: IsoDate): Warranty[] {
  const known = Object.hasOwn(monthsLeft, policyId) ? monthsLeft[policyId] : undefined;
  return Object.entries(known ?? {}).map(([serialNumber, months]) => ({
    serialNumber,
    warrantyUntil: addMonths(today, months),
  }));
}

/** The warranties of the embedded demonstration shop. */
export function createDemoWarrantyBook({ today }: { today(policyId: string): IsoDate }): WarrantyBook {
  return {
    async find({ policyId, serialNumber }) {
      const found = demoWarranties(policyId, today(policyId)).find(
        (warranty) => canonicalNumber(warranty.serialNumber) === canonicalNumber(serialNumber),
      );
      return found ? { kind: 'found', warrantyUntil: found.warrantyUntil } : { kind: 'not-found' };
    },
  };
}
