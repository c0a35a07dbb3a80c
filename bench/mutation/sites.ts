/** A place in a policy file: its path, and what stands there. */
export interface Site<T = unknown> {
  path: PropertyKey[];
  value: T;
}

/** Every place below a value, the value itself included. */
export function sitesOf(value: unknown, path: PropertyKey[] = []): Site[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, at) => sitesOf(item, [...path, at]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => sitesOf(item, [...path, key]))
      : [];
  return [{ path, value }, ...inner];
}

/** A copy of the root in which the place holds another value; `undefined` takes the place away. */
export function replaced<T>(root: T, path: PropertyKey[], value: unknown): T {
  const copy = structuredClone(root);
  const key = path.at(-1) as PropertyKey;
  const parent = path.slice(0, -1).reduce((at, step) => (at as Record<PropertyKey, unknown>)[step], copy as unknown);
  if (value !== undefined) (parent as Record<PropertyKey, unknown>)[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as Record<PropertyKey, unknown>)[key];
  return copy;
}
