import type { Clause } from './clauses.ts';
import en from './en/context.json' with { type: 'json' };
import { piece } from './piece.ts';

const FORMAL = new RegExp(` ${piece(en.formally)}`, 'u');
const BLOCKED = new RegExp(` ${piece(en.blockers)}`, 'u');
const DENIED = new RegExp(` ${piece(en.denials)}`, 'u');
/** Of words without a subject only: "you got my notice of withdrawal". */
const REPORTED = new RegExp(` ${piece(en.reports)}`, 'u');
const HAS_SUBJECT = new RegExp(`^${piece(en.subjects)}`, 'u');
/** "Before I withdraw": directly before it. */
const LATER = new RegExp(` ${piece(en.just)}$`, 'u');
/** "Can you confirm that": a question about something else than what follows. */
const ASKS_TO_NOTE = new RegExp(` ${piece(en.asksToNote)}$`, 'u');
const CONDITIONAL = new RegExp(`^ (?:(?:but|and|so|please|then) )?${piece(en.conditional)}`, 'u');
const COURTEOUS = new RegExp(`^ ${piece(en.courtesies)}`, 'u');
const BORDER = /, |(?:^| )(?:so|therefore|hence|thus|but|and|then|consequently|because) /g;

/** True unless the words around those from `start` to `end` ask for them, make them depend on something, deny or report them. */
export function isMeant({ words, isAsked }: Clause, start: number, end: number): boolean {
  if (FORMAL.test(words)) return true;
  const before = words.slice(0, start);
  const after = words.slice(end);
  if (hasCondition(words, before, after)) return false;

  const border = [...before.matchAll(BORDER)].at(-1);
  const near = border ? ` ${before.slice(border.index + border[0].length)}` : before;
  // "I want to know how to return it and withdraw": without a subject of its own it goes on what was said before.
  const ownBefore = near.trim() === '' && /(?:^| )and $/.test(before) ? before : near;
  const isNoted = ASKS_TO_NOTE.test(before);
  if ((BLOCKED.test(ownBefore) && !isNoted) || DENIED.test(near) || LATER.test(near)) return false;
  if (!HAS_SUBJECT.test(words.slice(start, end)) && REPORTED.test(ownBefore)) return false;
  return !isAsked || isNoted || /, |\b(?:and|but) /.test(after);
}

function hasCondition(words: string, before: string, after: string): boolean {
  if (CONDITIONAL.test(words)) return true;
  if (before.split(', ').some((part) => CONDITIONAL.test(` ${part.trimStart()}`))) return true;
  return after.split(', ').some((part) => CONDITIONAL.test(` ${part}`) && !COURTEOUS.test(` ${part}`));
}
