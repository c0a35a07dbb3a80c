import type { IsoDate } from '../policy/calendar.ts';

export interface WarrantyQuery {
  policyId: string;
  serialNumber: string;
}

/** `warrantyUntil` is the last day of the warranty; it may lie in the past. */
export type WarrantyAnswer =
  | { kind: 'found'; warrantyUntil: IsoDate }
  | { kind: 'not-found' }
  | { kind: 'unavailable' };

/** Looks up warranties by serial number; never throws, and answers within 4 s. */
export interface WarrantyBook {
  find(query: WarrantyQuery): Promise<WarrantyAnswer>;
}
