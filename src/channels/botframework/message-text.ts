import { isOfTeamsItself, withoutTeamsTags } from '../../dialogs/wording/markup/teams.ts';
import { visibleName } from '../../dialogs/wording/visible-text.ts';
import type { Json, JsonObject } from '../../store/store.ts';
import type { InboundActivity } from './inbound.ts';

/** The customer's text, without the mention of the bot and the quotes that Teams puts into it. */
export function withoutMention({ channelId, text = '', entities = [], recipient }: InboundActivity): string {
  const ofBot = entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id);
  const tags = ofBot.flatMap(({ text: written, mentioned }) => {
    const name = mentioned?.name ?? recipient?.name;
    return written ? [written] : name ? [`<at>${name}</at>`] : [];
  });
  const rest = tags.reduce((left, tag) => left.replaceAll(tag, ' '), text);
  // Without a mention a tag is what somebody wrote.
  const isMentioning = entities.some(({ type }) => type === 'mention');
  const own = channelId === 'msteams' ? withoutTeamsTags(rest, { isMentioning }) : rest;
  return own.replace(/&nbsp;|\u00a0/g, ' ').trim();
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
  const files = attachments.filter(({ contentType }) => !isOfTeamsItself(contentType));
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
