import type { z } from 'zod';
import type { Json, JsonObject } from '../../../store/store.ts';
import { callerDetailsSchema } from '../../check/caller-request.ts';
import { words } from '../../words/words.ts';

/** Ids of facts begin otherwise. */
const ids = { orderNumber: 'caller-order', email: 'caller-email', story: 'caller-story' } as const;
const mostCharacters = { orderNumber: 60, email: 120, story: 1_000 } as const;

/** The inputs for what is taken down beside the facts. */
export function callerInputs(given: Record<string, Json>): JsonObject[] {
  return (['orderNumber', 'email', 'story'] as const).map((name) => ({
    type: 'Input.Text',
    id: ids[name],
    label: words.check[name],
    maxLength: mostCharacters[name],
    ...(name === 'story' && { isMultiline: true }),
    ...(typeof given[ids[name]] === 'string' && { value: given[ids[name]] }),
  }));
}

/** What was taken down; a client may send more than its input has room for. */
export function callerDetailsIn(given: Record<string, Json>): z.infer<typeof callerDetailsSchema> {
  const read = (name: keyof typeof ids): string => String(given[ids[name]] ?? '').slice(0, mostCharacters[name]);
  return callerDetailsSchema.parse({ orderNumber: read('orderNumber'), email: read('email'), story: read('story') });
}
