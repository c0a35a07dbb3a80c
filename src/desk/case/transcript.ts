import { z } from 'zod';
import { budgets } from '../../budgets.ts';
import { takenInFrom } from '../../dialogs/turns/taken-in.ts';
import { describeAnswer } from '../../dialogs/wording/summary.ts';
import { visibleName, visibleText } from '../../dialogs/wording/visible-text.ts';
import { wordsOfPolicy } from '../../dialogs/wording/words-of.ts';
import { expectation } from '../../policy/engine/facts.ts';
import type { Policy } from '../../policy/format/load.ts';
import { endsOf } from '../../store/conversation-ends.ts';
import type { Store, StoredActivity, StoredConversation } from '../../store/store.ts';
import { fillIn, words } from '../words/words.ts';
import type { TranscriptMessage } from './case-view.ts';

const activitySchema = z.object({
  /** Of somebody at the shop, whose name stands beside it here. */
  ownWords: z.string().optional(),
  text: z.string().optional(),
  value: z.json().optional(),
  from: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
  attachments: z
    .array(
      z.object({
        name: z.string().optional(),
        contentType: z.string(),
        fileId: z.string().optional(),
        fileType: z.string().optional(),
        /** The picture of a phone that a JPEG was made of. */
        originalId: z.string().optional(),
      }),
    )
    .optional(),
  /** A customer's may have anything in it. */
  channelData: z
    .object({ returns: z.object({ formUrl: z.string().optional() }) })
    .optional()
    .catch(undefined),
});

const firstMessages = 8;
const octets = 'application/octet-stream';

/**
 * The conversation, with cards' answers in the words of the policy: whole, unless it is larger than anybody reads. Then
 * its beginning and its end, and how many messages there are between.
 */
export async function transcriptOf(
  store: Store,
  { id, userId }: Pick<StoredConversation, 'id' | 'userId'>,
  policy: Policy,
): Promise<TranscriptMessage[]> {
  const { beginning, left, end } = await endsOf(store, id, budgets.answer.transcriptBytes);
  const messagesOf = (some: StoredActivity[]): Promise<TranscriptMessage[]> =>
    Promise.all(some.map((one) => hereOrThere(store, one, { userId, policy })));
  const [first] = end;
  const gap = left > 0 && first ? [gapOf(first, left)] : [];
  return [...(await messagesOf(beginning)), ...gap, ...(await messagesOf(end))];
}

/** A message, also one whose words are in the chat of a case that was merged into this one. */
async function hereOrThere(
  store: Store,
  one: StoredActivity,
  { userId, policy }: { userId: string; policy: Policy },
): Promise<TranscriptMessage> {
  const there = takenInFrom(one.activity);
  if (!there) return messageOf(one, userId, policy);
  const filed = await store.case(there.reference);
  const chat = filed && (await store.conversation(filed.conversationId));
  const [original] = chat ? await store.activities(chat.id, there.seq - 1, 1) : [];
  const isThere = chat && original?.seq === there.seq;
  const said = isThere ? messageOf(original, chat.userId, policy) : { text: words.case.erased, files: [] };
  return { ...said, id: one.id, at: one.at, who: 'customer', fromCase: there.reference };
}

function gapOf({ id, at }: StoredActivity, left: number): TranscriptMessage {
  return { id: `${id} left out`, at, who: 'bot', text: fillIn(words.case.leftOut, { count: left }), files: [] };
}

function messageOf({ id, at, activity }: StoredActivity, userId: string, policy?: Policy): TranscriptMessage {
  const { ownWords, text, value, from, attachments = [], channelData } = activitySchema.parse(activity);
  const who = from?.id === userId ? 'customer' : from?.id === 'agent' ? 'agent' : 'bot';
  const kept = attachments.flatMap(({ fileId, fileType, originalId, name: given = 'file', contentType }) => {
    if (fileId === undefined) return [];
    const name = visibleName(given);
    const original = originalId === undefined ? [] : [{ id: originalId, name, contentType: octets }];
    return [{ id: fileId, name, contentType: fileType ?? contentType }, ...original];
  });
  const formUrl = channelData?.returns.formUrl;
  return {
    id,
    at,
    who,
    ...(who === 'agent' && from?.name !== undefined && { name: from.name }),
    text: visibleText(ownWords ?? (who === 'agent' ? withoutName(text) : text) ?? submitted(value, policy)),
    files: attachments.flatMap(({ name }) => (name === undefined ? [] : [visibleName(name)])),
    ...(kept.length > 0 && { keptFiles: kept }),
    ...(formUrl !== undefined && who !== 'customer' && { formUrl }),
  };
}

/** A person's own words in a reply of before December 2026, which has them behind their name alone. */
function withoutName(text: string | undefined): string | undefined {
  return text?.replace(/^\*\*.{1,200}?:\*\* /, '');
}

const submitSchema = z.object({ returns: z.object({ questionId: z.string(), answer: z.json() }) });
const commandSchema = z.object({ returns: z.object({ command: z.enum(['change', 'human']) }) });

/** A card's submit in words; it has none of its own. */
function submitted(value: unknown, policy: Policy | undefined): string {
  if (value === undefined) return '';
  const command = commandSchema.safeParse(value).data?.returns.command;
  if (command && policy) return wordsOfPolicy(policy).say(`button.${command}`);
  const { data } = submitSchema.safeParse(value);
  if (!data) return JSON.stringify(value);
  const { questionId: fact, answer } = data.returns;
  const asked = policy && Object.hasOwn(policy.file.facts, fact) ? policy.file.facts[fact] : undefined;
  if (policy && asked && expectation(asked, answer) === undefined)
    return describeAnswer(wordsOfPolicy(policy), policy, { fact, value: answer });
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

/** The customer's first message, cut to a line. */
export function openingIn(transcript: TranscriptMessage[]): string {
  const first = transcript.find(({ who, text }) => who === 'customer' && text !== '');
  return first ? first.text.replace(/\s+/g, ' ').slice(0, 120) : '';
}

/** A customer's first message, cut to a line; it stands within the first messages. */
export async function openingOf(store: Store, conversationId: string): Promise<string> {
  const conversation = await store.conversation(conversationId);
  const first = await store.activities(conversationId, 0, firstMessages);
  return openingIn(first.map((one) => messageOf(one, conversation?.userId ?? '')));
}
