import { InvariantError } from '../errors.ts';

/** The entry of a list or table that has to be there. Throws InvariantError where it is not. */
export function entryAt<T>(list: ArrayLike<T>, index: number): NonNullable<T>;
export function entryAt<T>(table: Readonly<Record<string, T>>, key: string): NonNullable<T>;
export function entryAt<T>(from: Readonly<Record<number | string, T>>, key: number | string): NonNullable<T> {
  const found = from[key];
  if (found === undefined || found === null) throw new InvariantError('entry-missing', `there is no entry ${key}`);
  return found;
}
