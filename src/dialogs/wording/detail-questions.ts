import { chosenItem } from '../../machines/details.ts';
import type { Interview } from '../../machines/interview.ts';
import type { Conversation, DetailId } from '../../machines/record/record.ts';
import type { Words } from './catalog/words.ts';
import { itemTitles } from './item-titles.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { Question } from './question.ts';
import { wordsOf } from './words-of.ts';

/** The question of an order number, an address, a line of the order or a serial number. */
export function detailQuestion(interview: Interview, id: DetailId, { order }: Conversation): Question {
  const words = wordsOf(interview);
  return {
    id,
    input: id === 'item' ? 'choice' : 'text',
    text: words.say(`detail.${id}`),
    help: words.say(`detail.${id}.help`),
    example: words.say(`detail.${id}.example`),
    choices: id === 'item' && order ? itemTitles(words, interview.policy, order.items) : [],
    allowsUnknown: true,
  };
}

/** The question how many of several alike it is about. */
export function piecesQuestion(words: Words, { order, details }: Conversation): Question {
  const item = order && chosenItem(order, details.item);
  const most = item?.quantity ?? 1;
  return {
    id: 'pieces',
    input: 'number',
    text: words.say('question.pieces', { item: plainMarkdown(item?.name ?? ''), pieces: most }),
    help: words.say('detail.pieces.help'),
    example: words.say('detail.pieces.example'),
    choices: [],
    allowsUnknown: true,
    most,
  };
}

/** The question at what time of a day something was; `id` is its fact. */
export function hourQuestion(words: Words, id: string, day: string): Question {
  return {
    id,
    input: 'text',
    text: words.say('question.hour', { day: words.day(day) }),
    help: words.say('question.hour.help'),
    example: words.say('example.hour'),
    choices: [],
    allowsUnknown: true,
    hourOf: day,
  };
}
