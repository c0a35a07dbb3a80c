/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** True for a JSON value that is an object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of a value as plain JSON data, without absent keys. */
export function asJson(value: readonly unknown[]): Json[];
export function asJson(value: object): JsonObject;
export function asJson(value: unknown): Json;
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
