import { z } from 'zod';
import type { Words } from '../catalog/words.ts';
import type { Card } from '../replies/reply.ts';
import type { Abilities } from './abilities.ts';

const questionSchema = z.object({
  kind: z.literal('question'),
  input: z.string(),
  choices: z.array(z.object({ title: z.string() })),
  allowsUnknown: z.boolean(),
});

/** The answers to the question of a message, in words where no button shows them; empty if it asks none. */
export function choicesInWords(words: Words, returns: unknown, { cards }: Abilities): string {
  const question = questionSchema.safeParse(returns);
  if (!question.success) return '';
  const { input, choices, allowsUnknown } = question.data;
  // A card with the choices says it all.
  if (input === 'multi-choice' && cards !== 'none') return '';
  const list = choices.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
  return [list, hint(words, input, allowsUnknown)].filter(Boolean).join('\n\n');
}

function hint(words: Words, input: string, allowsUnknown: boolean): string {
  const unknown = words.say('button.unknown');
  switch (input) {
    case 'multi-choice':
      return allowsUnknown ? words.say('inWords.multiChoice.unknown', { unknown }) : words.say('inWords.multiChoice');
    case 'choice':
      return allowsUnknown ? words.say('inWords.choice.unknown', { unknown }) : words.say('inWords.choice');
    case 'yes-no': {
      const either = { yes: words.say('button.yes'), no: words.say('button.no') };
      return allowsUnknown
        ? words.say('inWords.yesNo.unknown', { ...either, unknown })
        : words.say('inWords.yesNo', either);
    }
    default:
      return allowsUnknown ? words.say('unclear.sayUnknown', { unknown }) : '';
  }
}

/** A card in Markdown, without what the text it comes with says already; a checklist is told by its question. */
export function cardInWords(words: Words, card: Card, text: string): string {
  if (card.kind === 'checklist') return '';
  const { headline, figures, sections, note, form, buttons } = card;
  const lines = [
    `**${headline}**`,
    ...figures.map(({ title, value }) => words.say('answer.labelled', { label: title, answer: value })),
    ...sections.flatMap(({ title, lines }) => [`**${title}**`, ...lines]),
    note,
  ];
  const titles = buttons.map(({ title }) => words.say('inWords.quoted', { title }));
  return [
    ...lines.filter((line) => !text.includes(line)),
    ...(form ? [words.say('inWords.link', { ...form })] : []),
    ...(titles.length ? [words.say('inWords.actions', { actions: words.either(titles) })] : []),
  ].join('\n\n');
}
