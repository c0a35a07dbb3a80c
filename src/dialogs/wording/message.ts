import type { JsonObject } from '../../store/store.ts';

/** A plain message of the assistant. */
export function message(text: string): JsonObject {
  return { type: 'message', text, textFormat: 'markdown' };
}
