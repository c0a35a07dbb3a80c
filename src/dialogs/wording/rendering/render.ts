import { asJson } from '../../../json.ts';
import type { JsonObject } from '../../../store/store.ts';
import { fallbackLanguage } from '../catalog/languages.ts';
import { wordsIn } from '../catalog/words.ts';
import { plainText } from '../plain-markdown.ts';
import { type Button, replySchema } from '../replies/reply.ts';
import { abilitiesOf } from './abilities.ts';
import { adaptiveCard } from './adaptive-card.ts';
import { filesInWords } from './files-in-words.ts';
import { cardInWords, choicesInWords } from './in-words.ts';

/**
 * A stored message as the activity that a channel can show: buttons and cards where it has them, else the same in
 * words. A customer's own message, and a reply that was stored as an activity, stay as they are as far as the channel
 * can show them.
 */
export function renderFor(channelId: string, stored: JsonObject): JsonObject {
  const can = abilitiesOf(channelId);
  const { buttons = [], card, language = fallbackLanguage, ownWords: _, ...reply } = replySchema.parse(stored);
  const words = wordsIn(language);
  const parts = [
    reply.text,
    can.buttons === 'none' && choicesInWords(words, reply.channelData?.returns, can),
    can.cards === 'none' && card && cardInWords(words, card, reply.text),
    !can.files && filesInWords(reply.attachments),
  ];
  const text = parts.filter(Boolean).join('\n\n');
  const { suggestedActions, attachments: all, ...rest } = reply;
  const attachments = can.files ? all : all?.filter(({ fileId }) => fileId === undefined);
  return asJson({
    ...rest,
    text: can.markdown ? withBreaks(channelId, text) : plainText(text),
    ...(!can.markdown && { textFormat: 'plain' }),
    ...(can.buttons !== 'none' && (buttons.length ? { suggestedActions: suggested(buttons) } : { suggestedActions })),
    ...(can.cards !== 'none' && (card ? { attachments: [adaptiveCard(card, can.cards)] } : { attachments })),
  });
}

/** Teams knows no break within a paragraph. */
function withBreaks(channelId: string, markdown: string): string {
  return channelId === 'msteams' ? markdown.replace(/ {2}\n(?!> )/g, '\n\n') : markdown;
}

/** Buttons that show their title as the customer's own words, and send ids. */
function suggested(buttons: Button[]): object {
  return {
    to: [],
    actions: buttons.map(({ title, action }) => ({
      type: 'messageBack',
      title,
      text: title,
      displayText: title,
      value: { returns: action },
    })),
  };
}
