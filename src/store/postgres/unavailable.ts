import { DatabaseError } from 'pg';
import { ReturnsError } from '../../errors.ts';

/** Classes of SQLSTATE, by PostgreSQL's appendix A, that say nothing of the statement but all of the server. */
const classes = ['08', '53', '57', '58'];
/** A server that only reads, such as a stand-by after a failover. */
const readOnly = '25006';

/** True if the database cannot be reached, cannot write, or has not answered in time; not if it refused a statement. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseError) {
    const { code = '' } = error;
    return code === readOnly || classes.includes(code.slice(0, 2));
  }
  // The driver's own errors are all about the connection; many of them have neither class nor code.
  const isOurs = error instanceof ReturnsError || error instanceof TypeError || error instanceof RangeError;
  return error instanceof Error && !isOurs;
}
