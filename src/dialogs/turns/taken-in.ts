import { z } from 'zod';
import type { JsonObject } from '../../store/store.ts';

/** A place in the chat of another case. */
const placeSchema = z.object({ reference: z.string(), seq: z.number() });
type Place = z.infer<typeof placeSchema>;

const OTHER_CHAT = 'other-chat';
/** No customer can pretend it: whom a message is from, channels say. */
const takenInSchema = z.object({ from: z.object({ id: z.literal(OTHER_CHAT) }), takenIn: placeSchema });

/**
 * A message of the chat of a case that was merged, as it stands in the chat of the other: its words stay where they were
 * written, so they go with that chat.
 */
export function takenInMessage(text: string, takenIn: Place): JsonObject {
  return { type: 'message', text, from: { id: OTHER_CHAT, name: takenIn.reference, role: 'user' }, takenIn };
}

/** Where the words of a message are that came in from the chat of another case. */
export function takenInFrom(activity: JsonObject): Place | undefined {
  return takenInSchema.safeParse(activity).data?.takenIn;
}
