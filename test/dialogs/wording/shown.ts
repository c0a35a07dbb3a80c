import { renderFor } from '../../../src/dialogs/wording/rendering/render.ts';
import { repliesFor } from '../../../src/dialogs/wording/replies/replies.ts';
import type { Reply } from '../../../src/dialogs/wording/replies/reply.ts';
import { asJson } from '../../../src/json.ts';
import type { JsonObject } from '../../../src/store/store.ts';

/** Replies as a channel shows them. */
export const shownOn = (channel: string, replies: Reply[]): JsonObject[] =>
  replies.map((reply) => renderFor(channel, asJson(reply)));

/** What a customer on the website sees of a step. */
export const shownFor = (...step: Parameters<typeof repliesFor>): JsonObject[] =>
  shownOn('directline', repliesFor(...step));
