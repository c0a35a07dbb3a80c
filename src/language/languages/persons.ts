import { wordSet } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import { wordsOf } from '../text/words.ts';
import courtesies from './vocabulary/courtesies.json' with { type: 'json' };
import english from './vocabulary/english.json' with { type: 'json' };
import byLanguage from './vocabulary/persons.json' with { type: 'json' };
import scripts from './vocabulary/scripts.json' with { type: 'json' };

const PERSONS = Object.values(byLanguage).map(({ persons, wishes }) => ({
  persons: wordSet(persons),
  wishes: wordSet(wishes),
}));

const ENGLISH = wordSet(english.english);
const COURTESIES = wordSet(courtesies.courtesies);

/** A longer message tells more than a wish for a person. */
const maxWords = 9;
/** With so few words beside it a person is wanted by being named. */
const maxOthers = 1;
const maxUnspaced = 16;

/** True if a whole message asks for a person in one of the languages that customers try: "оператор", "agent humain". */
export function asksForPersonElsewhere(text: string): boolean {
  const plain = plainAnswer(text, 120);
  if (plain.length <= maxUnspaced && scripts.persons.some((word) => plain.includes(word))) return true;
  const words = wordsOf(plain);
  if (words.length > maxWords) return false;
  const named = words.filter((word) => !COURTESIES.has(word));
  const isForeign = !words.some((word) => ENGLISH.has(word));
  return PERSONS.some(({ persons, wishes }) => {
    const others = named.filter((word) => !persons.has(word)).length;
    // "Un conseiller humain, svp": naming one is a wish.
    const isNamedAlone = isForeign && others <= maxOthers;
    return others < named.length && (isNamedAlone || words.some((word) => wishes.has(word)));
  });
}
