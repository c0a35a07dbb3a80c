import { DatabaseError } from 'pg';

/** The SQLSTATE of a statement that the database refused. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** The constraint that a refused statement would have broken. */
export function constraintOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.constraint : undefined;
}

/** True of an error that is an answer of the database, such as that it does not know the user. */
export function isRefusal(error: unknown): boolean {
  return error instanceof DatabaseError;
}
