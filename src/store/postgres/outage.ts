import { DatabaseError } from 'pg';
import { ReturnsError } from '../../errors.ts';
import { StoreUnavailableError, storeOutage } from '../unavailable.ts';

/**
 * SQLSTATEs that say nothing of the statement but all of the server: a statement that took too long, and a system
 * error. Those of every database are in `storeOutage`.
 */
const ofServer = /^(57014|58\w{3})$/;

/** What was thrown, as an outage of the database if it is one; `undefined` for what it refused, and for a bug. */
export function postgresOutage(error: unknown): StoreUnavailableError | undefined {
  const known = storeOutage(error);
  if (known || !(error instanceof Error)) return known;
  // The driver's own errors are all about the connection; many of them have neither class nor code.
  const isOurs = error instanceof ReturnsError || error instanceof TypeError || error instanceof RangeError;
  const isOutage = error instanceof DatabaseError ? ofServer.test(error.code ?? '') : !isOurs;
  return isOutage ? new StoreUnavailableError('store-unavailable', { cause: error }) : undefined;
}
