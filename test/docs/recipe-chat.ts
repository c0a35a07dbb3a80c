import { readMessage } from '../../src/dialogs/reading/read.ts';
import type { Interview } from '../../src/machines/interview.ts';
import { newConversation } from '../../src/machines/record/record.ts';
import { step } from '../../src/machines/returns.ts';
import type { Policy } from '../../src/policy/format/load.ts';
import type { JsonObject } from '../../src/store/store.ts';
import { shownFor } from '../dialogs/wording/shown.ts';

/** A chat without look-ups: what the customer writes, and the bot's last messages, as text and as they are sent (`card`). */
export function chatWith(policy: Policy, today: string, ...says: string[]) {
  const interview: Interview = { policy, language: 'en', today, lookUps: { orders: false, warranties: 'never' } };
  let { conversation, acts } = step({ interview, conversation: newConversation(), reference: 'R0' }, { type: 'begin' });
  says.forEach((text, i) => {
    const event = readMessage(interview, conversation, { text });
    ({ conversation, acts } = step({ interview, conversation, reference: `R${i + 1}` }, event));
  });
  const replies = shownFor(acts, { interview, conversation });
  const decision = replies.map(dataOf).find(({ kind }) => kind === 'decision');
  const card = JSON.stringify(replies);
  return { card, text: replies.map(({ text }) => text).join('\n'), asked: dataOf(replies.at(-1) ?? {}), decision };
}

/** The same, with what the customer replies to each question; the chat ends where there is no reply. */
export function interviewWith(policy: Policy, today: string, replies: Record<string, string>) {
  const says: string[] = [];
  for (;;) {
    const chat = chatWith(policy, today, ...says);
    const reply = replies[String(chat.asked.id)];
    if (reply === undefined || says.length > Object.keys(replies).length) return { ...chat, says };
    says.push(reply);
  }
}

function dataOf({ channelData }: JsonObject): JsonObject {
  return ((channelData as JsonObject | undefined)?.returns ?? {}) as JsonObject;
}
