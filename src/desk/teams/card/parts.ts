import type { JsonObject } from '../../../store/store.ts';
import { cut, fitting } from '../../case/text/excerpts.ts';

/** The content type of Adaptive Cards. */
export const cardType = 'application/vnd.microsoft.card.adaptive';

/** A message in Teams holds 28 KB in all, and a character may take three bytes: so much of it is for one list. */
const maxSectionCharacters = 1_400;
const maxLineCharacters = 300;

/** An Adaptive Card; 1.4 is the first version with Universal Actions. */
export function card(body: JsonObject[], actions: JsonObject[], refresh?: JsonObject): JsonObject {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body,
    actions,
    msteams: { width: 'Full' },
    ...(refresh && { refresh }),
  };
}

/** A message that is a card; `summary` is what a notification shows. */
export function cardMessage(content: JsonObject, summary: string): JsonObject {
  return { type: 'message', summary: neutral(summary, 200), attachments: [{ contentType: cardType, content }] };
}

/** A message of one line. */
export function plainMessage(text: string): JsonObject {
  return cardMessage(card([richText(text, 600)], []), text);
}

/**
 * Others' words cut to so many characters with nothing left that a client could take for a mention, a link or a date
 * function, by a space of no width in the midst of each. Markdown is not read where `said` and `lines` put them.
 */
export function neutral(text: string, most: number): string {
  return cut(text, most)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (mark) => (mark === '\n' ? mark : ' '))
    .replace(/<(?=\/?at\b)/gi, '<\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\bwww\./gi, 'www\u200b.')
    .replace(/\{\{/g, '{\u200b{');
}

/** Our own words. */
export function title(text: string, more: JsonObject = {}): JsonObject {
  return { type: 'TextBlock', text, wrap: true, weight: 'Bolder', ...more };
}

/** Others' words as they are: a run of rich text knows no markup. */
export function richText(text: string, most = 2_000, style: JsonObject = {}): JsonObject {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [{ type: 'TextRun', text: neutral(text, most) || ' ', ...style }],
  };
}

/** A heading over lines, if there are any; the last one says how many had no room. */
export function section(heading: string, lines: string[]): JsonObject[] {
  if (lines.length === 0) return [];
  const shown = fitting(lines, { inAll: maxSectionCharacters, inLine: maxLineCharacters });
  return [title(heading, { spacing: 'Medium' }), ...shown.map((line) => richText(`• ${line}`))];
}

/** A button that the bot answers with the card as it is then. */
export function execute(name: string, verb: string, data: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: 'Action.Execute', title: name, verb, data, ...more };
}
