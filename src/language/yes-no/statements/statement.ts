import { anyOf, wordSet } from '../../text/phrases.ts';
import en from '../en/statement.json' with { type: 'json' };
import { type Clause, clauseAsked, statementsIn } from './clauses.ts';
import { asksForWorking, leavesNoThird, names, opposes } from './opposites.ts';
import { agreedVerdict, coverage, type Verdict } from './verdict.ts';
import { judgedWithout } from './without.ts';

// A message quoted in a question ('No Operating System') denies nothing.
const QUOTED = /(?<!\w)(["'])([^"']{3,60})\1(?!\w)/g;

/** Yes if a statement affirms what was asked, no if it denies it; `undefined` if they share too little to tell. */
export function statementAgrees(answer: string, question: string): 'yes' | 'no' | undefined {
  const quoted = [...question.matchAll(QUOTED)].map(([, , words = '']) => words);
  const unquoted = quoted.reduce((rest, words) => rest.replaceAll(words, ' '), answer).replace(QUOTED, ' ');
  const asked = clauseAsked(question.replace(QUOTED, ' ').trim());
  const verdicts = statementsIn(unquoted, asked).map((statement) => judged(statement, asked));
  return agreedVerdict(verdicts.filter((verdict) => verdict !== undefined));
}

// "That's not the case", "it does happen".
const REMARK = new RegExp(
  `\\b(?:that|this|it)(?:'s| is| was| does| did)?(?:n't| not)?(?: indeed| exactly)? ${anyOf(en.remark)}$`,
);

function judged(stated: Clause, asked: Clause): Verdict | undefined {
  const remark = REMARK.exec(stated.text)?.[0];
  if (remark !== undefined) return { says: /n't|not/.test(remark) ? 'no' : 'yes', weight: 0.9 };
  if (isElsewhere(stated, asked) || isConditionOnly(stated, asked)) return undefined;
  if (asked.without !== undefined) return judgedWithout(stated, asked, asked.without);
  if (stated.isTangled) return undefined;
  if (CHECKS.test(asked.text))
    return CHECKED.test(stated.text) ? (reply(stated, asked) ?? repetition(stated, asked)) : undefined;
  return contrary(stated, asked) ?? reply(stated, asked) ?? repetition(stated, asked);
}

// Whether something was checked is not answered by what was found.
const CHECKS = /^(?:did|have) you (?:\w+ )?(?:check|inspect|examin|look|test)/;
const CHECKED = /\b(?:check|inspect|examin|look|test)|\b(?:i|we) (?:did|have|haven't|didn't)\b/;

// "The box is damaged" when the device was asked about, and not the box.
function isElsewhere({ subject }: Clause, { excluded }: Clause): boolean {
  return subject !== undefined && excluded?.has(subject) === true;
}

// "It isn't charging now" repeats the condition of the question, not what is asked.
function isConditionOnly({ words }: Clause, { condition, words: main }: Clause): boolean {
  return words.size > 0 && coverage(words, main) === 0 && [...words].every((word) => condition?.has(word));
}

const ON_OR_OFF = /\b(on|off)(?: (?:it|them|there))?$/;
const FUNCTIONS = new RegExp(`\\b${anyOf(en.functions)}`);
const GONE = new RegExp(`\\b${anyOf(en.gone)}\\b`);
const HAVE = /^(?:do|have) you (?:still )?(?:have|got|own|keep|kept)\b/;

/** The verdict of a contrary or a kind of what was asked: "tight" to "loose", "cracked" to "damaged". */
function contrary(stated: Clause, asked: Clause): Verdict | undefined {
  const agrees = stated.denies === asked.denies;
  const weight = Math.max(coverage(stated.words, asked.words), 0.4);
  const [switchAsked, switchStated] = [asked.text, stated.text].map((text) => ON_OR_OFF.exec(text)?.[1]);
  if (switchAsked !== undefined && switchStated !== undefined)
    return { says: agrees === (switchAsked === switchStated) ? 'yes' : 'no', weight };
  if (opposes(stated.words, asked.words)) {
    if (agrees) return { says: 'no', weight };
    return leavesNoThird(stated.words, asked.words) ? { says: 'yes', weight } : undefined;
  }
  if (names(stated.words, asked.words)) return { says: agrees ? 'yes' : 'no', weight };
  if (!stated.denies && HAVE.test(asked.text) && GONE.test(stated.text)) return { says: 'no', weight };
  if (stated.denies && !asked.denies && asksForWorking(asked.words) && FUNCTIONS.test(stated.text))
    return { says: 'no', weight };
  return undefined;
}

const PRONOUN = /\b(?:that|it|they|this|so|them|one|there|any|those|these|anything|nothing|none|i)\b/;
const FILLERS = wordSet(en.fillers);

/** "I can do that", "it doesn't", "I don't see any": nothing but the question's own words and pronouns. */
function reply(stated: Clause, asked: Clause): Verdict | undefined {
  const isBare = [...stated.words].every((word) => asked.words.has(word) || FILLERS.has(word));
  if (!isBare || !PRONOUN.test(stated.text)) return undefined;
  const weight = coverage(stated.words, asked.words);
  // "I can't see any of that" denies the whole question, a negated one too.
  const holds = weight === 0 ? !stated.denies : stated.denies === asked.denies;
  return { says: holds ? 'yes' : 'no', weight: Math.max(weight, 0.5) };
}

/** Below this share a sentence may be about the same thing and say something else of it ("the screws are tight"). */
const ENOUGH_SHARED = 0.33;
const PERCEIVES = new RegExp(`\\b${anyOf(en.perceives)}\\b`);
// "It does get loose" insists.
const EMPHATIC = /\b(?:do|does|did) (?!not\b|it\b|that\b|this\b)\w+/;
const NUISANCE = /\b(?:problem|issue|trouble)s?\b/;

/** The verdict of a sentence that repeats enough of the question's words, or denies some of them. */
function repetition(stated: Clause, asked: Clause): Verdict | undefined {
  const weight = coverage(stated.words, asked.words);
  if (stated.denies && !asked.denies && (weight > 0 || PERCEIVES.test(stated.text))) return { says: 'no', weight };
  if (isOnlyItsSubject(stated, asked) || isByAnother(stated, asked)) return undefined;
  const isPointed = stated.hasPronoun || EMPHATIC.test(stated.text);
  if (weight < ENOUGH_SHARED && !(isPointed && weight > 0)) return undefined;
  if (NUISANCE.test(stated.text) && !NUISANCE.test(asked.text)) return undefined;
  // "It only charges a little": how much is left of the yes?
  if (!stated.denies && ONLY.test(stated.text) && !ONLY.test(asked.text)) return undefined;
  return { says: stated.denies === asked.denies ? 'yes' : 'no', weight };
}

const ONLY = /\bonly\b/;

// "The light is green" takes up the light, not whether it is on.
function isOnlyItsSubject({ words, subject }: Clause, asked: Clause): boolean {
  const shared = [...words].filter((word) => asked.words.has(word));
  return shared.length === 1 && shared[0] === subject && words.size > 1;
}

// "A friend repaired it" is not "I repaired it myself".
function isByAnother({ text }: Clause, asked: Clause): boolean {
  return /\byourself\b/.test(asked.text) && !/\b(?:i|i've|i'd|myself|we)\b/.test(text);
}
