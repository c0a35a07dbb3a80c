import { visibleName } from '../../dialogs/wording/visible-text.ts';
import type { Json, JsonObject } from '../../store/store.ts';
import type { InboundActivity } from './inbound.ts';

/** The customer's text, without the mention of the bot that group chats in Teams put into it. */
export function withoutMention({ text = '', entities = [], recipient }: InboundActivity): string {
  const mentions = entities.flatMap(({ type, mentioned, text: written }) =>
    type === 'mention' && written && mentioned?.id === recipient?.id ? [written] : [],
  );
  const rest = mentions.reduce((left, mention) => left.replaceAll(mention, ' '), text);
  return rest.replace(/&nbsp;|\u00a0/g, ' ').trim();
}

/**
 * The policy that a first message names, as its first word or in its `channelData.policy`, and the words that remain.
 */
export function namedPolicy(
  text: string,
  channelData: Record<string, Json> | undefined,
  policyIds: string[],
): { policyId?: string; text: string } {
  const [word = ''] = text.split(/\s/, 1);
  const byWord = policyIds.find((id) => id === word.toLowerCase());
  if (byWord) return { policyId: byWord, text: text.slice(word.length).trim() };
  const byData = policyIds.find((id) => id === channelData?.policy);
  return { ...(byData && { policyId: byData }), text };
}

/** The message as it is kept: words, a card's submit, the names of files, and who wrote it. */
export function messageOf({ from, value, attachments = [] }: InboundActivity, text: string): JsonObject {
  // Teams repeats the text as an HTML attachment.
  const files = attachments.filter(({ contentType }) => contentType !== 'text/html');
  return {
    type: 'message',
    ...(text && { text }),
    ...(value !== undefined && { value }),
    ...(files.length && {
      attachments: files.map(({ contentType, name }) => ({ contentType, name: visibleName(name ?? '') })),
    }),
    from: { id: from?.id ?? '', ...(from?.name && { name: from.name }), role: 'user' },
  };
}
