import { z } from 'zod';
import { HttpError } from '../http/errors.ts';
import type { Json } from '../json.ts';
import { readLeniently } from '../lenient.ts';

const json: z.ZodType<Json> = z.json();

/** What a button or card sends; some clients send an object or a list as its text. */
export const valueSchema: z.ZodType<Json> = json.transform((value) =>
  typeof value === 'string' && /^\s*[{[]/.test(value) ? parsedOr(value) : value,
);

function parsedOr(text: string): Json {
  try {
    return json.parse(JSON.parse(text));
  } catch {
    return text;
  }
}

/**
 * Reads an activity by a schema, the same at both entrances: what is optional and odd counts as absent, and
 * `onOddField` hears its name. Throws 400 for what is needed and missing, or too large.
 */
export function readFields<T>(schema: z.ZodType<T>, body: unknown, onOddField: (name: string) => void): T {
  const reading = readLeniently(schema, body, ({ code }) => code === 'too_big');
  if (reading.kind === 'read') {
    reading.odd.forEach(onOddField);
    return reading.value;
  }
  const { at, why } = reading;
  throw new HttpError(400, 'invalid-activity', `the activity is not valid${at ? ` at ${at}` : ''}: ${why}`);
}
