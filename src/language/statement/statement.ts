import type { PolicyFile } from '../../policy/schema.ts';
import { readDetails, type SaidDetails } from './details.ts';

/** What a message says of one fact. */
export interface HeardFact {
  fact: string;
  /** As `decide` takes it; of a range its first day, `unknown` where the customer says so. */
  value: string | boolean | number;
  confidence: 'high' | 'low';
  /** The days between which a date lies, both included, where the message leaves that open. */
  range?: { from: string; to: string };
  isApproximate?: boolean;
  /** The words that say it, cut from the text. */
  evidence: string;
}

/** What a free message says. */
export interface Statement {
  /** At most one reading a fact. */
  facts: HeardFact[];
  /** Members of set facts that are so. */
  mentioned: { fact: string; value: string }[];
  /** Members of set facts that are not so. */
  denied: { fact: string; value: string }[];
  /** Set facts of which the customer says that nothing (else) applies. */
  isWholeSet: string[];
  details: SaidDetails;
}

/** How the facts of a policy sound, ready to be read. */
export interface Lexicon {
  file: PolicyFile;
}

const lexicons = new WeakMap<PolicyFile, Lexicon>();

/** How the facts of a policy sound; compiled once a policy. */
export function lexiconOf(file: PolicyFile): Lexicon {
  const known = lexicons.get(file);
  if (known) return known;
  const lexicon = { file };
  lexicons.set(file, lexicon);
  return lexicon;
}

/** What a free message says of the facts of a policy; `open` is the fact whose question it may answer. */
export function readStatement(
  _lexicon: Lexicon,
  text: string,
  _options: { today: string; open?: string | undefined },
): Statement {
  return { facts: [], mentioned: [], denied: [], isWholeSet: [], details: readDetails(text) };
}
