import { isTypoOf } from './words.ts';
import { type Clause, clauseAsked, statementsIn } from './yes-no-clauses.ts';
import { asksForWorking, type Meaning, meaningOf, names, opposes } from './yes-no-scales.ts';

// A message quoted in a question ('No Operating System') denies nothing.
const QUOTED = /(?<!\w)(["'])([^"']{3,60})\1(?!\w)/g;

/** Whether a statement affirms or denies what was asked, undefined when they share too little to tell. */
export function statementAgrees(answer: string, question: string): 'yes' | 'no' | undefined {
  const quoted = [...question.matchAll(QUOTED)].map(([, , words = '']) => words);
  const asked = clauseAsked(question.replace(QUOTED, ' ').trim());
  const verdicts = statementsIn(
    quoted.reduce((rest, words) => rest.replaceAll(words, ' '), answer).replace(QUOTED, ' '),
    asked,
  )
    .map((statement) => judged(statement, asked))
    .filter((verdict) => verdict !== undefined);
  return settled(verdicts);
}

interface Verdict {
  says: 'yes' | 'no';
  /** How much of the question the sentence takes up, from 0 to 1. */
  weight: number;
}

// Sentences that disagree settle nothing, unless one of them clearly answers and the other tells something else.
function settled(verdicts: readonly Verdict[]): 'yes' | 'no' | undefined {
  const [nearest, ...others] = verdicts.toSorted((a, b) => b.weight - a.weight);
  if (nearest === undefined) return undefined;
  const rivals = others.filter(({ says }) => says !== nearest.says);
  return rivals.every(({ weight }) => weight < nearest.weight / 2) ? nearest.says : undefined;
}

/** Below this share a sentence may be about the same thing and say something else of it ("the nuts are tight"). */
const ENOUGH_SHARED = 0.35;

const TOGETHER =
  /\b(?:together|along with|at the same time|immediately|instantly|right away|simultaneously|as soon as)\b/;

function judged(said: Clause, asked: Clause): Verdict | undefined {
  const remark = REMARK.exec(said.text);
  if (remark !== null) return { says: /n't|not/.test(remark[0]) ? 'no' : 'yes', weight: 0.9 };
  if (said.words.size > 0 && coverage(said.words, asked.words) === 0 && isWithin(said.words, asked.condition))
    return undefined;
  if (asked.without !== undefined) return judgedWithout(said, asked, asked.without);
  const agrees = said.denies === asked.denies;
  const weight = coverage(said.words, asked.words);
  if (opposes(said.words, asked.words)) return agrees ? { says: 'no', weight: Math.max(weight, 0.4) } : undefined;
  if (names(said.words, asked.words)) return { says: agrees ? 'yes' : 'no', weight: Math.max(weight, 0.4) };
  if (said.denies && !asked.denies && asksForWorking(asked.words) && FUNCTIONS.test(said.text))
    return { says: 'no', weight: 0.5 };
  if (isBareReply(said, asked)) {
    // "I don't notice anything like that" denies the whole question, a negated one too.
    const holds = weight === 0 ? !said.denies : agrees;
    return { says: holds ? 'yes' : 'no', weight: Math.max(weight, 0.5) };
  }
  if (said.denies && !asked.denies && (weight > 0 || PERCEIVES.test(said.text))) return { says: 'no', weight };
  if (weight < ENOUGH_SHARED && !((said.hasPronoun || EMPHATIC.test(said.text)) && weight > 0)) return undefined;
  if (NUISANCE.test(said.text) && !NUISANCE.test(asked.text)) return undefined;
  return { says: agrees ? 'yes' : 'no', weight };
}

// "That's not the case", "it does happen".
const REMARK =
  /\b(?:that|this|it)(?:'s| is| was| does| did)?(?:n't| not)?(?: indeed| exactly)? (?:happening|what's happening|what (?:is|was) happening|happens?|the case|so|true|occurr?(?:ing)?)$/;

function isWithin(said: Meaning, condition: Meaning | undefined): boolean {
  return condition !== undefined && [...said].every((word) => condition.has(word));
}

const FUNCTIONS =
  /\b(?:turn(?:s|ed|ing)? on|switch(?:es|ed)? on|start|boot|charg|power|connect|respond|react|light up|play|print|pair|load)/;
const PERCEIVES =
  /\b(?:(?:see|hear|notice|noticed|feel|smell|find|found|detect|observe|spot|get|have|had|heard|seen|saw|smelled)\b|(?:there|nothing|none)\b)/;

/** "I can do that", "it doesn't", "I don't see any": nothing but the question's own words and pronouns. */
function isBareReply(said: Clause, asked: Clause): boolean {
  const isBare = [...said.words].every((word) => asked.words.has(word) || FILLERS.has(word));
  return (
    isBare && /\b(?:that|it|they|this|so|them|one|there|any|those|these|anything|nothing|none|i)\b/.test(said.text)
  );
}

// "It does get loose" insists.
const EMPHATIC = /\b(?:do|does|did) (?!not\b|it\b|that\b|this\b)\w+/;
const NUISANCE = /\b(?:problem|issue|trouble)s?\b/;
const FILLERS = new Set(
  'many few several lot bit little show display appear give come what happen happening case way thing do what confirm true right one time'.split(
    ' ',
  ),
);

// "I can't turn it without them moving", "the wheels move with it": either half may be denied.
function judgedWithout(said: Clause, asked: Clause, without: Meaning): Verdict | undefined {
  const weight = coverage(said.words, asked.words);
  const lacking = /\bwithout (?:having to )?(.+)$/.exec(said.text);
  if (
    lacking !== null &&
    coverage(
      meaningOf(lacking[1] ?? '', () => false),
      asked.words,
    ) >
      coverage(
        meaningOf(lacking[1] ?? '', () => false),
        without,
      )
  )
    return { says: 'no', weight: 0.8 };
  if (lacking !== null || /\bbefore\b/.test(said.text))
    return { says: /\b(?:not|can't|cannot|unable|doesn't|don't|won't)\b/.test(said.text) ? 'no' : 'yes', weight: 0.8 };
  if (TOGETHER.test(said.text)) return { says: 'no', weight: 0.8 };
  const other = coverage(said.words, without);
  if (other > weight || (other > 0 && other === weight && /\b(?:they|them|those)\b/.test(said.text)))
    return { says: said.denies ? 'yes' : 'no', weight: other };
  if (weight === 0) return undefined;
  return { says: said.denies ? 'no' : 'yes', weight: weight / 2 };
}

function coverage(said: Meaning, asked: Meaning): number {
  const weighed = [...asked].filter((word) => !DEGREES.has(word));
  return weighed.length === 0
    ? 0
    : weighed.filter((word) => said.has(word) || isMistyped(word, said)).length / weighed.length;
}

// Said of anything: sharing one of these says nothing.
const DEGREES = new Set(['more', 'less', 'still', 'now']);

function isMistyped(meant: string, said: Meaning): boolean {
  return [...said].some((word) => isTypoOf(word, meant));
}
