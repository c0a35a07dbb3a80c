import { monthsFactOf } from '../../../policy/format/period-schema.ts';
import type { PolicyFile } from '../../../policy/format/schema.ts';

/** The date form of a period whose months form this is. */
export function endFormOf({ derived }: PolicyFile, months: string): string | undefined {
  return Object.values(derived).find((period) => monthsFactOf(period) === months)?.until;
}

/** The months form of a period whose date form this is. */
export function monthsFormOf({ derived }: PolicyFile, until: string): string | undefined {
  const period = Object.values(derived).find((one) => one.until === until);
  return period && monthsFactOf(period);
}
