import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/dont-know.json' with { type: 'json' };

const LEAD = `(?:${anyOf(en.leads)}[ ,.!-]+)*`;
// "not sure what you mean" asks for help, and "don't know why it broke" answers something else.
const TAIL = `(?:[ ,.!-]+${anyOf(en.tails)}){0,3}(?:[ ,.!-]+${anyOf(en.unknown)}(?: .{1,80})?)?`;

const DONT_KNOW = new RegExp(`^${LEAD}${anyOf(en.subjects)}?${anyOf(en.adverbs)}?${anyOf(en.unknowing)}${TAIL}$`);

/**
 * True if the whole answer says that the customer does not know; an answer that also names a number or says "but" is
 * not one.
 */
export function isDontKnow(text: string): boolean {
  const answer = plainAnswer(text);
  return (
    answer.length <= 160 &&
    !/\d|\bbut\b|\bmaybe\b|\bi think\b/.test(answer.replace('100%', '')) &&
    DONT_KNOW.test(answer)
  );
}
