import { type Clause, clausesOf } from './clauses.ts';
import { isMeant } from './context.ts';
import type { Declaration } from './declaration.ts';
import { readDeclarationElsewhere } from './elsewhere/elsewhere.ts';
import { DECLARING, kindOf } from './patterns.ts';

export type { Declaration } from './declaration.ts';
export type { DeclarationKind } from './patterns.ts';

/**
 * The customer's declaration that the contract is withdrawn from, rescinded or terminated or the goods are rejected;
 * in English or another language; undefined
 * for questions about that, conditions, reports of it, and for the plain wish to cancel or return.
 */
export function readDeclaration(text: string): Declaration | undefined {
  const elsewhere = readDeclarationElsewhere(text);
  // "Rescindo el contrato" looks like mistyped English.
  if (elsewhere) return elsewhere;
  for (const clause of clausesOf(text)) {
    const found = declared(clause);
    if (found) return found;
  }
  return undefined;
}

function declared(clause: Clause): Declaration | undefined {
  for (const pattern of DECLARING) {
    // Most sentences have none, and an iterator costs more than the search.
    if (clause.words.search(pattern) < 0) continue;
    for (const { 0: words, index } of clause.words.matchAll(pattern)) {
      if (!isMeant(clause, index, index + words.length)) continue;
      const start = clause.places[wordAt(clause, index)]?.start;
      const end = clause.places[wordAt(clause, index + words.trimEnd().length)]?.end;
      if (start !== undefined && end !== undefined) return { kind: kindOf(words), start, end };
    }
  }
  return undefined;
}

/** The number of the word that a character of a clause belongs to. */
function wordAt({ words }: Clause, at: number): number {
  return words.slice(1, at).split(' ').length - 1;
}
