import type { CustomerEvent } from '../../../machines/events.ts';
import type { Reading } from './reading.ts';

/** A row of the table: the event that a message is, or `undefined` where the row does not apply. */
export interface Row {
  name: string;
  read(reading: Reading): CustomerEvent | undefined;
}
