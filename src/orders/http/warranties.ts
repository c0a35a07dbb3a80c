import { maxNumberLength, warrantySchema } from '../order.ts';
import { canonicalNumber } from '../spelling.ts';
import type { WarrantyBook } from '../warranty-book.ts';
import { type LookupSystem, lookUp, pathSegment } from './look-up.ts';

/** The warranties of the shop's own system, `GET {url}/warranties/{serialNumber}`. */
export function createHttpWarrantyBook(system: LookupSystem): WarrantyBook {
  return {
    async find({ serialNumber }) {
      const segment = pathSegment(serialNumber);
      if (segment === undefined || serialNumber.trim().length > maxNumberLength) return { kind: 'not-found' };
      const answer = await lookUp(system, `/warranties/${segment}`, {
        schema: warrantySchema,
        mistakeIn: (warranty) =>
          canonicalNumber(warranty.serialNumber) === canonicalNumber(serialNumber) ? undefined : 'other-record',
      });
      return answer.kind === 'found' ? { kind: 'found', warrantyUntil: answer.value.warrantyUntil } : answer;
    },
  };
}
