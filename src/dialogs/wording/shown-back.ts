import { createHash } from 'node:crypto';
import { unconfirmed } from '../../machines/interview.ts';
import type { Conversation } from '../../machines/record/record.ts';

/** A short name for what a conversation shows back now, so that an old button agrees to nothing newer. */
export function shownBack(conversation: Conversation): string {
  return createHash('sha256')
    .update(JSON.stringify(unconfirmed(conversation)))
    .digest('base64url')
    .slice(0, 12);
}
