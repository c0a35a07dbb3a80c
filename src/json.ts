/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A copy of a value as plain JSON data, without absent keys. */
export function asJson(value: readonly unknown[]): Json[];
export function asJson(value: object): JsonObject;
export function asJson(value: unknown): Json;
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
