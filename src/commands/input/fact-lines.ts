import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Facts } from '../../policy/engine/facts.ts';

/** The facts of each line that is not blank, `undefined` where a line is no JSON object. */
export async function* factLines(input: Readable): AsyncGenerator<Facts | undefined> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield parseFacts(line);
  }
}

const factsSchema = z.record(z.string(), z.unknown());

/** The one JSON object that the text is, if it is one. */
export function parseFacts(text: string): Facts | undefined {
  try {
    return factsSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, ''))).data;
  } catch {
    return undefined;
  }
}
