import { fallbackLanguage } from '../../dialogs/wording/catalog/languages.ts';
import { wordsIn } from '../../dialogs/wording/catalog/words.ts';
import type { AskedInTerminal, Shown } from './activity.ts';
import { cardLines } from './card.ts';
import { markdownLines } from './markdown.ts';
import { styled } from './style.ts';
import { visible, visibleLine } from './text.ts';
import { columnsOf, wrap } from './wrap.ts';

/** A hint at the reply to each kind of question. */
const hints: Record<AskedInTerminal['input'], string> = {
  choice: 'a number, or your own words',
  'multi-choice': 'numbers with commas, or none',
  'yes-no': 'yes or no',
  date: 'a date, or how you would say it',
  number: 'a number',
  text: '',
};

/** A message as lines of a terminal; a question comes with its choices by number. */
export function messageLines(shown: Shown, width: number): string[] {
  if (shown.isCustomers) return replyLines(shown.text, width);
  return [
    '',
    ...(shown.speaker === undefined ? [] : [styled('bold', `${visibleLine(shown.speaker)}:`)]),
    ...(shown.text === '' ? [] : markdownLines(shown.text, width)),
    ...shown.cards.flatMap((card) => spaced(cardLines(card, width))),
    ...(shown.question ? questionLines(shown.question, width) : []),
  ];
}

/** The customer's message, behind the mark of the prompt. */
export function replyLines(text: string, width: number): string[] {
  return ['', ...wrap(visible(text), width, '> ', '  ')];
}

function spaced(lines: string[]): string[] {
  return lines.length ? ['', ...lines] : [];
}

function questionLines({ input, offers, allowsUnknown, atMost }: AskedInTerminal, width: number): string[] {
  const margin = String(offers.length).length + 4;
  const listed = offers.flatMap(({ title }, index) => {
    const number = `${String(index + 1).padStart(margin - 2)}) `;
    return wrap(visibleLine(title), width, number, ' '.repeat(columnsOf(number)));
  });
  const hint = [
    offers.length && input === 'date' ? 'a number, or the date' : hints[input],
    allowsUnknown ? `"${wordsIn(fallbackLanguage).say('button.unknown')}" is fine` : '',
    atMost > 1 ? `at most ${atMost} questions left` : 'the last question',
  ];
  const lines = wrap(hint.filter(Boolean).join(' · '), width, '  ');
  return [...listed, ...lines.map((line) => styled('dim', line))];
}
