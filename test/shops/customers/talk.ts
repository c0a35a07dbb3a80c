import { readMessage } from '../../../src/dialogs/reading/read.ts';
import { repliesFor } from '../../../src/dialogs/wording/replies/replies.ts';
import type { Act } from '../../../src/machines/acts.ts';
import type { Interview } from '../../../src/machines/interview.ts';
import { type Conversation, newConversation, readRecord, recordVersion } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import type { WireFacts } from '../tables.ts';

/** What the bot said last, as it stands in `channelData.returns`; a decision before anything that follows it. */
export type Said = { kind: string; id?: string; facts?: WireFacts; [key: string]: unknown };

/** One conversation, stored and read again between any two messages. */
export function talkTo(interview: Interview) {
  let conversation = newConversation();
  let said: Said = { kind: 'none' };
  let acts: Act[] = [];
  const take = (event: Parameters<typeof step>[1]): void => {
    const stepped = step({ interview, conversation, reference: 'R1' }, event);
    const policy = { id: 'shop', digest: 'sha256:0' };
    const stored = JSON.stringify({
      version: recordVersion,
      language: 'en',
      policy,
      conversation: stepped.conversation,
    });
    conversation = readRecord(JSON.parse(stored)).conversation;
    ({ acts } = stepped);
    const replies = repliesFor(acts, { interview, conversation });
    const told = replies.flatMap(({ channelData }) => {
      const { returns } = (channelData ?? {}) as { returns?: Said };
      return returns ? [returns] : [];
    });
    said = told.find(({ kind }) => kind === 'decision') ?? told.at(-1) ?? { kind: 'none' };
  };
  take({ type: 'begin' });
  return {
    said: () => said,
    conversation: (): Conversation => conversation,
    /** What the last message led to. */
    acts: (): readonly Act[] => acts,
    writes: (text: string) => take(readMessage(interview, conversation, { text })),
  };
}
