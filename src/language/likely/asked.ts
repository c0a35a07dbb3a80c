import { plainText } from '../text/plain-text.ts';
import { clauseAsked } from '../yes-no/statements/clauses.ts';
import { pointOf } from '../yes-no/statements/point.ts';

/**
 * That by which what was learnt of a question's replies is found: the point of one for yes or no, which shops may ask in
 * other words; of others the question itself, since their answers are a shop's own.
 */
export function pointAsked(question: string, isYesNo: boolean): string {
  const plain = plainText(question);
  return isYesNo ? [...pointOf(clauseAsked(plain))].sort().join(' ') : plain;
}
