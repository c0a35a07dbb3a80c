import type { PolicyFile } from '../../policy/format/schema.ts';
import { readDetails, type SaidDetails } from './details.ts';
import { heardChoices } from './facts/choices.ts';
import { heardDays } from './facts/days.ts';
import { heardEndDays } from './facts/end-days.ts';
import { intendedFacts } from './facts/intended.ts';
import { heardLengths } from './facts/lengths.ts';
import { heardMembers, type Member } from './facts/members.ts';
import { canApply, possibleFacts } from './facts/possible.ts';
import { heardUnknowns } from './facts/unknowns.ts';
import type { HeardFact } from './heard.ts';
import { readingOf } from './phrases/evidence.ts';
import type { Lexicon } from './phrases/lexicon.ts';
import { LONGEST_STATEMENT } from './tokens/tokens.ts';

export type { HeardFact } from './heard.ts';
export { type Lexicon, lexiconOf } from './phrases/lexicon.ts';

/** What a free message says. */
export interface Statement {
  /** At most one reading a fact, in the policy's order. */
  facts: HeardFact[];
  /** Members of set facts that are so. */
  mentioned: Member[];
  /** Members of set facts that are not so. */
  denied: Member[];
  /** Set facts of which the customer says that nothing (else) applies. */
  isWholeSet: string[];
  details: SaidDetails;
}

/** What a free message says of the facts of a policy; `open` is the fact whose question it may answer. */
export function readStatement(
  lexicon: Lexicon,
  text: string,
  options: { today: string; open?: string | undefined },
): Statement {
  const said = text.slice(0, LONGEST_STATEMENT).replace(INVISIBLE, '');
  const { file } = lexicon;
  const reading = readingOf(lexicon, said);
  const unknown = heardUnknowns(file, reading);
  const heard = [
    ...unknown,
    ...heardChoices(file, reading),
    ...heardLengths(file, reading),
    ...heardDays(file, reading, options),
    ...heardEndDays(file, reading, options.today),
  ];
  // Words about the condition of a thing, or what is not known, sound like a reason where they are none.
  const isOfDetails = reading.evidence.some(({ sense }) => sense.kind === 'member') || unknown.length > 0;
  const spoken = new Set(reading.evidence.map(({ sense }) => sense.fact));
  // An answer to another question is about that question.
  const claimable = Object.keys(file.facts).filter((fact) => !spoken.has(fact) && (options.open ?? fact) === fact);
  const claimed = isOfDetails ? [] : intendedFacts(file, said, claimable);
  const facts = possibleFacts(file, oncePerFact(file, [...heard, ...claimed]));
  const values = new Map(facts.map(({ fact, value }) => [fact, value]));
  const { mentioned, denied, isWholeSet } = heardMembers(reading);
  const applies = ({ fact }: { fact: string }) => canApply(file, fact, values);
  return {
    facts,
    mentioned: mentioned.filter(applies),
    denied: denied.filter(applies),
    isWholeSet: isWholeSet.filter((fact) => applies({ fact })),
    details: readDetails(said),
  };
}

// Zero-width and direction marks break words apart.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F/gu;

// "No idea when I bought it, maybe in May": a value is worth more than that it is not known.
function oncePerFact(file: PolicyFile, heard: readonly HeardFact[]): HeardFact[] {
  return Object.keys(file.facts).flatMap((fact) => heard.findLast((one) => one.fact === fact) ?? []);
}
