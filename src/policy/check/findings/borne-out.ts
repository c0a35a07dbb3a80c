/**
 * True if what a decision says bears out what an example shows of it: an object by the keys that the example names, so that
 * a sum may be shown without its parts; a list as a set, and an absent one as an empty one.
 */
export function bearsOut(said: unknown, shown: unknown): boolean {
  if (isObject(shown))
    return isObject(said) && Object.entries(shown).every(([key, value]) => bearsOut(said[key], value));
  return comparable(said) === comparable(shown);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function comparable(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map((one) => JSON.stringify(one)).toSorted());
  return value === undefined ? '[]' : JSON.stringify(value);
}
