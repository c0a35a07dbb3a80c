import { wordSet } from '../../text/phrases.ts';
import en from '../en/phrases/other-things.json' with { type: 'json' };
import { isAuxiliary } from '../tokens/function-words.ts';
import type { Token } from '../tokens/tokens.ts';

const NOT_THIS_ONE = new Set('last previous former other first old'.split(' '));
/** "The previous one" is another item whoever had it; "the last one" may be the last of several. */
const EARLIER_ONE = new Set('previous former'.split(' '));
/** "My old address" is no other item. */
const NO_THING = wordSet(en.noThing);
const PEOPLE = wordSet(en.people);

/**
 * The end of the talk about a thing that is not the item, if it begins at a position: "my last one broke", "my sister's
 * laptop".
 */
export function otherThing(tokens: readonly Token[], at: number, end: number): number | undefined {
  const [article, owner, thing] = tokens.slice(at, Math.min(at + 3, end));
  // "His is broken": somebody else's.
  if (/^(?:his|hers|theirs)$/.test(article?.word ?? '') && isAuxiliary(owner?.word ?? ''))
    return otherEnd(tokens, at, end);
  if (!owner || !thing || !/^(?:my|our|the|his|her|a|an)$/.test(article?.word ?? '')) return undefined;
  const isFormerOne = NOT_THIS_ONE.has(owner.word) && !NO_THING.has(thing.word) && article?.word === 'my';
  const isEarlierOne = EARLIER_ONE.has(owner.word) && thing.word === 'one';
  const isOfPerson = owner.isPossessive && PEOPLE.has(owner.word);
  return isFormerOne || isEarlierOne || isOfPerson ? otherEnd(tokens, at, end) : undefined;
}

function otherEnd(tokens: readonly Token[], at: number, end: number): number {
  for (let next = at + 2; next < end; next += 1) {
    if (/^(?:mine|but|now|this)$/.test(tokens[next]?.word ?? '')) return next;
  }
  return end;
}
