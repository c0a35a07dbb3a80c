import type { Finding, Witness } from '../finding.ts';
import type { Customer } from './customers.ts';

/** Something that no example holds in its place. */
export interface Need {
  finding: Finding;
  /** Somebody who would. */
  witness: Witness;
  /** True of a customer whose example would. */
  shows(customer: Customer): boolean;
}
