import type { Span } from '../../../language/statement/statement.ts';
import { plainAnswer } from '../../../language/text/plain-text.ts';
import { segmentsOf } from '../../../language/text/segments.ts';
import type { Interview } from '../../../machines/interview.ts';
import { type Answer, newConversation } from '../../../machines/record/record.ts';
import { questionOf } from '../../wording/questions.ts';

/** So many parts of a message are read once more; a longer one tells a story. */
const maxPieces = 3;

/** Shorter names are numbers and letters of a list. */
const minLength = 4;

/** What a part of a message says of a choice, and its characters. */
interface Piece {
  answer: Answer;
  spans: Span[];
}

/**
 * What the parts of a message that stand beside its answer name of choices that were made before: "received, damaged" names a reason as
 * a reply to its question would.
 */
export function piecesBeside(
  interview: Interview,
  chosen: readonly Answer[],
  { text, spans }: { text: string; spans: readonly Span[] },
): Piece[] {
  const beside = spans.reduce((left, { start, end }) => blank(left, start, end), text);
  const parts = segmentsOf(beside);
  if (parts.length > maxPieces) return [];
  return parts.flatMap((part) => chosen.flatMap(({ fact }) => pieceOf(interview, fact, beside, part) ?? []));
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function pieceOf(interview: Interview, fact: string, text: string, part: Span): Piece | undefined {
  const { choices } = questionOf(interview, newConversation(), { id: fact, unclear: 0 });
  const words = nameIn(text.slice(part.start, part.end));
  const isName = (name: string): boolean => words.length >= minLength && nameIn(name) === words;
  const named = choices.find(({ title, synonyms = [] }) => [title, ...synonyms].some(isName));
  return named && { spans: [part], answer: { fact, value: named.value, source: 'inferred' } };
}

function nameIn(words: string): string {
  return plainAnswer(words).replace(LEAD, '');
}

const LEAD = /^(?:(?:it|and|is|was|it's) )+/;
