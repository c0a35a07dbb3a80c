import { isNegation, stem, wordsOf } from './words.ts';

/** Whether a statement affirms or denies what was asked, undefined when they share too little to tell. */
export function statementAgrees(answer: string, question: string): 'yes' | 'no' | undefined {
  const quoted = [...question.matchAll(QUOTED)].map(([, words = '']) => words);
  const asked = clauseAsked(question.replace(QUOTED, ' ').trim());
  const verdicts = sentencesOf(quoted.reduce((rest, words) => rest.replaceAll(words, ' '), answer).replace(QUOTED, ' '))
    .map((sentence) => judged(sentence, asked))
    .filter((verdict) => verdict !== undefined);
  return settled(verdicts);
}

// Sentences that disagree settle nothing, unless one of them clearly answers and the other tells something else.
function settled(verdicts: readonly Verdict[]): 'yes' | 'no' | undefined {
  const [nearest, ...others] = verdicts.toSorted((a, b) => b.covered - a.covered);
  if (nearest === undefined) return undefined;
  const rivals = others.filter(({ says }) => says !== nearest.says);
  return rivals.every(({ covered }) => covered < nearest.covered / 2) ? nearest.says : undefined;
}

interface Clause {
  words: ReadonlySet<string>;
  denies: boolean;
  /** "It does …", "they are …": its subject is understood, so it need not be repeated. */
  hasPronoun: boolean;
}

// A message quoted in a question ('No Operating System') denies nothing.
const QUOTED = /["']([^"']{3,60})["'](?!\w)/g;
const AUXILIARY =
  /(?:^|[,.;!] ?|\b(?:please|and|then) )((?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?:n't| not)? .*)$/;
const SUBORDINATE =
  /,? ?\b(?:when(?:ever)?|while|if|once|after|before|without|even|unless|until|because|since|as soon as|upon|for example|i\.e)\b[^,]*$/;
const LEADING_SUBORDINATE =
  /^(?:when(?:ever)?|while|if|once|after|before|without|even|upon|on|during|with|now that)\b[^,]*, ?/;
const TURNS = /^(?:refus|refrain|fail|unabl|lack|avoid|stay(?:s|ed|ing)?$|remain|instead)/;

// "When the car is not moving, is it hard to steer?" asks whether it is hard, not whether it moves.
function clauseAsked(question: string): Clause {
  const last = question.split(/(?<=[.!?]) /).findLast((sentence) => AUXILIARY.test(sentence)) ?? question;
  const main = AUXILIARY.exec(last.replace(LEADING_SUBORDINATE, ''))?.[1] ?? last;
  return clauseOf(withoutSubordinate(main));
}

function withoutSubordinate(clause: string): string {
  const bare = clause.replace(LEADING_SUBORDINATE, '');
  const main = bare.replace(SUBORDINATE, '');
  return wordsOf(main).length >= 2 ? main : bare;
}

function sentencesOf(answer: string): Clause[] {
  return answer
    .split(/[.!?;]+ |,? but |, (?:and|so) /)
    .map(withoutSubordinate)
    .filter(
      (sentence, _, all) =>
        sentence !== '' &&
        !(all.length > 1 && PREPARATION.test(sentence)) &&
        !/^(?:i'm not sure|not sure|i don't know)/.test(sentence),
    )
    .map(clauseOf);
}

const EMPTY = new Set(
  "a an the is are was were be been being am do does did done has have had having can could will would should may might must to of in on at by for from with as and or so that this these those it its it's they them their i i'm i've you your my me we our he she there here any some all each more than too also just really actually very quite seems seem appears appear looks look like does'nt now currently when if while feel feels see hear notice noticed noticing smell find found check checked checking tell say get gets got make makes made".split(
    ' ',
  ),
);

function clauseOf(text: string): Clause {
  const words = wordsOf(text);
  return {
    words: new Set(words.filter((word) => !EMPTY.has(word) && !isNegation(word)).map(stem)),
    denies: words.some(isNegation) !== words.some((word) => TURNS.test(word)),
    hasPronoun:
      /^(?:it|it's|they|they're|those|these|there|that|i do|i did|i can see|i can hear)$|^(?:it|it's|they|they're|those|these|there|i do|i did|i can (?:see|hear)) /.test(
        text,
      ),
  };
}

interface Verdict {
  says: 'yes' | 'no';
  /** The share of the question's words that the sentence takes up. */
  covered: number;
}

function judged(said: Clause, asked: Clause): Verdict | undefined {
  const shared = [...asked.words].filter((word) => said.words.has(word)).length;
  const covered = asked.words.size === 0 ? 0 : shared / asked.words.size;
  const agrees = said.denies === asked.denies;
  if (opposes(said, asked)) return agrees ? { says: 'no', covered } : undefined;
  if (said.denies && !asked.denies) return { says: 'no', covered };
  if (covered < ENOUGH_SHARED && !(said.hasPronoun && shared > 0)) return undefined;
  return { says: agrees ? 'yes' : 'no', covered };
}

/** Below this share a sentence may be about the same thing and say something else of it ("the nuts are tight"). */
const ENOUGH_SHARED = 0.35;

// "I checked the nuts." only leads up to the answer.
const PREPARATION =
  /^(?:i|i'm|i've|i am|i have)(?: just| now| already| was)? (?:check|look|tri|try|turn|test|listen|inspect|mov|press|push|shook|shak|drove|driv)/;

const OPPOSITES: [RegExp, RegExp][] = [
  [/^(?:loos|unsecur)/, /^(?:tight|secur|firm)/],
  [/^(?:hard|difficult|tough|heavy|challeng|stiff)/, /^(?:eas|smooth|light|fine$|soft|effortless)/],
  [/^(?:hot|warm|overheat)/, /^(?:cool|cold)/],
  [/^(?:bump|rough|uneven|jerk)/, /^(?:smooth|stabl|even|normal)/],
  [
    /^(?:damag|broken|crack|defect|dent|scratch|worn|problem|issu|troubl|wrong|unusual|fault|leak|odd|loos)/,
    /^(?:fine|ok|okay|intact|perfect|good|normal\w*|undamag|unus|dry|well|flawless\w*)$/,
  ],
  [/^(?:new|unus|unopen|seal|intact)/, /^(?:used|old|open|broken)/],
  [/^(?:discount|reduc|sal|promot)/, /^full/],
  [/^(?:on)$/, /^(?:off)$/],
  [/^(?:quick|fast)/, /^slow/],
  [/^(?:constant|continu|alway)/, /^(?:intermit|sometim|rare|seldom|occasion)/],
  [/^(?:automat)/, /^manual/],
];

function opposes(said: Clause, asked: Clause): boolean {
  return OPPOSITES.some(
    ([one, other]) =>
      (has(asked, one) && has(said, other) && !has(said, one)) ||
      (has(asked, other) && has(said, one) && !has(said, other)),
  );
}

function has({ words }: Clause, pattern: RegExp): boolean {
  return [...words].some((word) => pattern.test(word));
}
