import { ReturnsError } from '../errors.ts';

/** The database was written by a later version of this program, which alone knows how to read it. */
export class NewerDatabaseError extends ReturnsError {
  readonly code = 'newer-database';
  constructor(found: number, known: number) {
    super(`the database has schema version ${found}, this program knows up to ${known}: start the newer program`);
  }
}
