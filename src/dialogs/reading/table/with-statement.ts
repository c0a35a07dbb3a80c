import type { Statement } from '../../../machines/events.ts';
import { isEmpty } from '../evidence/stated.ts';

/** What a message that is for people says of the case, if it says anything. */
export function withStatement(statement: Statement): { stated?: Statement } {
  return isEmpty(statement) ? {} : { stated: statement };
}
