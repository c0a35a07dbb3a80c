import type { Json } from '../../store/store.ts';

/** The same value as plain JSON data, without absent keys. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
