import { wordSet } from '../../text/phrases.ts';
import en from '../en/tokens/clauses.json' with { type: 'json' };
import type { Token } from './tokens.ts';

const CONTRAST = wordSet(en.contrast);
const TURN = wordSet(en.turn);
const SUBJECT = wordSet(en.subject);

/** The sentences of a message, each with the place of its first word and the place after its last. */
export function sentencesOf(tokens: readonly Token[]): [start: number, end: number][] {
  const starts = tokens.flatMap(({ pause }, at) => (at === 0 || pause === 'sentence' ? [at] : []));
  return starts.map((start, at) => [start, starts[at + 1] ?? tokens.length]);
}

/** The end of the clause that a word stands in, at most `end`. */
export function clauseEnd(tokens: readonly Token[], at: number, end: number): number {
  return firstPlace(at, end, (next) => endsClause(tokens, next));
}

/**
 * The end of what somebody says or thinks, at most `end`: "the reviews said it is great | and it died", "I thought it was
 * broken | but it works".
 */
export function thoughtEnd(tokens: readonly Token[], at: number, end: number): number {
  return firstPlace(at, end, (next) => {
    const { word = '' } = tokens[next] ?? {};
    const isNextClause = word === 'and' && SUBJECT.has(tokens[next + 1]?.word ?? '');
    return endsClause(tokens, next) || TURN.has(word) || isNextClause;
  });
}

/** Some words from a place on, with blanks between them. */
export function wordsFrom(tokens: readonly Token[], at: number, count: number): string {
  return tokens
    .slice(at, at + count)
    .map(({ word }) => word)
    .join(' ');
}

function endsClause(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.pause === 'comma' || CONTRAST.has(tokens[at]?.word ?? '');
}

function firstPlace(at: number, end: number, holds: (place: number) => boolean): number {
  for (let next = at + 1; next < end; next += 1) if (holds(next)) return next;
  return end;
}
