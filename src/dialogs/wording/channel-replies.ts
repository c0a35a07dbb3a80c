import { z } from 'zod';
import type { JsonObject } from '../../store/store.ts';
import { cardText, type ShownCard, shownCardSchema } from './card-text.ts';
import { titles } from './copy.ts';
import { plainText } from './plain-markdown.ts';

/** What a channel can show beside words. */
interface Abilities {
  suggestedActions: boolean;
  adaptiveCards: boolean;
  markdown: boolean;
}

const everything: Abilities = { suggestedActions: true, adaptiveCards: true, markdown: true };
const wordsAlone: Abilities = { suggestedActions: false, adaptiveCards: false, markdown: false };

/** By Bot Framework channel id; any other channel is taken to show words alone. */
const abilities: Record<string, Abilities> = {
  directline: everything,
  webchat: everything,
  emulator: everything,
  msteams: { suggestedActions: false, adaptiveCards: true, markdown: true },
};

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** The parts of a reply that look different from channel to channel. */
const replySchema = z.object({
  text: z.string().default(''),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.json().optional() })).default([]),
  suggestedActions: z.unknown().optional(),
  channelData: z.object({ returns: z.json().optional() }).optional(),
});
const questionSchema = z.object({
  kind: z.literal('question'),
  input: z.string(),
  choices: z.array(z.object({ title: z.string() })),
  allowsUnknown: z.boolean(),
});

/** A reply as a channel can show it: choices by number where there are no buttons, a card in words where there are no cards. */
export function forChannel(activity: JsonObject, channelId: string): JsonObject {
  const can = Object.hasOwn(abilities, channelId) ? (abilities[channelId] ?? wordsAlone) : wordsAlone;
  if (can === everything) return activity;
  const { text, attachments } = replySchema.parse(activity);
  const cards = attachments.filter(({ contentType }) => contentType === adaptiveCard);
  const words = [
    text,
    ...(can.suggestedActions ? [] : [choicesInWords(activity, can)]),
    ...(can.adaptiveCards ? [] : cards.map(({ content }) => cardText(shownCardSchema.parse(content), text))),
  ];
  const { suggestedActions, attachments: _, ...rest } = activity;
  const markdown = words.filter(Boolean).join('\n\n');
  return {
    ...rest,
    text: can.markdown ? markdown : plainText(markdown),
    ...(!can.markdown && { textFormat: 'plain' }),
    ...(can.suggestedActions && suggestedActions !== undefined && { suggestedActions }),
    ...(can.adaptiveCards &&
      attachments.length && { attachments: attachments.map((each) => ({ ...each, content: sayable(each.content) })) }),
  } as JsonObject;
}

/** What can be answered, where no button says so. */
function choicesInWords(activity: JsonObject, { adaptiveCards }: Abilities): string {
  const question = questionSchema.safeParse(replySchema.parse(activity).channelData?.returns);
  if (!question.success) return '';
  const { input, choices, allowsUnknown } = question.data;
  // A card with the choices says it all.
  if (input === 'multi-choice' && adaptiveCards) return '';
  const list = choices.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
  return [list, hint(input, allowsUnknown)].filter(Boolean).join('\n\n');
}

function hint(input: string, allowsUnknown: boolean): string {
  const unknown = allowsUnknown ? `, or say "${titles.unknown}"` : '';
  if (input === 'multi-choice') return `Reply with the numbers that apply, such as "1, 2", or with "none"${unknown}.`;
  if (input === 'choice') return `Reply with a number${unknown}.`;
  if (input === 'yes-no') return `Reply "${titles.yes}" or "${titles.no}"${unknown}.`;
  return allowsUnknown ? `If you cannot tell, say "${titles.unknown}".` : '';
}

/** The same card with submits as Teams takes them: data is an object, and words to say are an `imBack` in it. */
function sayable(content: unknown): unknown {
  const card = shownCardSchema.safeParse(content);
  if (!card.success) return content;
  return {
    ...(content as object),
    actions: card.data.actions.map((action: ShownCard['actions'][number]) =>
      action.type === 'Action.Submit' && typeof action.data === 'string'
        ? { ...action, data: { msteams: { type: 'imBack', value: action.data } } }
        : action,
    ),
  };
}
