import { phraseParts } from '../../../policy/format/phrase.ts';
import type { Fact, PolicyFile } from '../../../policy/format/schema.ts';
import type { Vocabulary } from '../tokens/mistyped.ts';
import { follow, newNode, type PhraseNode, type Sense } from './phrase-tree.ts';

/** How the facts of a policy sound, ready to be read. */
export interface Lexicon {
  file: PolicyFile;
  phrases: PhraseNode;
  /** What a mistyped word may mean. */
  words: Vocabulary;
}

const lexicons = new WeakMap<PolicyFile, Lexicon>();

/** How the facts of a policy sound; compiled once a policy. */
export function lexiconOf(file: PolicyFile): Lexicon {
  const known = lexicons.get(file);
  if (known) return known;
  const lexicon: Lexicon = { file, phrases: newNode(), words: new Map() };
  for (const [id, fact] of Object.entries(file.facts)) {
    for (const [sense, phrases] of soundsOf(id, fact)) for (const phrase of phrases) add(lexicon, phrase, sense);
  }
  lexicons.set(file, lexicon);
  return lexicon;
}

function soundsOf(fact: string, described: Fact): [Sense, string[]][] {
  switch (described.type) {
    case 'choice':
      return Object.entries(described.values).map(([value, { phrases }]) => [{ kind: 'value', fact, value }, phrases]);
    case 'yes-no':
      return [
        [{ kind: 'value', fact, value: true }, described.phrases.true],
        [{ kind: 'value', fact, value: false }, described.phrases.false],
      ];
    case 'set':
      return [
        [{ kind: 'no-member', fact }, described.phrases],
        ...Object.entries(described.values).flatMap(([value, { phrases, negativePhrases }]): [Sense, string[]][] => [
          [{ kind: 'member', fact, value, isSo: true }, phrases],
          [{ kind: 'member', fact, value, isSo: false }, negativePhrases],
        ]),
      ];
    case 'money':
      return [];
    default:
      return [[{ kind: 'cue', fact }, described.phrases]];
  }
}

function add(lexicon: Lexicon, phrase: string, sense: Sense): void {
  const parts = phraseParts(phrase);
  // The loader refuses a phrase with a mistake; a stored policy may be older than a rule for phrases.
  if (typeof parts === 'string') return;
  for (const end of follow(lexicon.words, [lexicon.phrases], parts)) end.senses.push(sense);
}
