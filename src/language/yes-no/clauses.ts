import { isNegation, wordsOf } from '../text/words.ts';
import { type Meaning, meaningOf, meaningsOf, withIdioms } from './scales.ts';

export interface Clause {
  text: string;
  words: Meaning;
  denies: boolean;
  /** The thing a statement is about, where it names one: "the box is torn". */
  subject?: string;
  /** What the question sets aside: "not only on the packaging". */
  excluded?: Meaning;
  /** What the condition it is asked under speaks of: "when the car is not moving". */
  condition?: Meaning;
  /** What follows "without" or "before" in a question: "can it turn without the wheels moving?" asks for two things. */
  without?: Meaning;
  /** "It does …", "I can hear them": what is spoken of is understood, so it need not be repeated. */
  hasPronoun: boolean;
  /** Denied twice over ("I don't think it doesn't"): which way it comes out is anybody's guess. */
  isTangled: boolean;
}

const AUXILIARY =
  /(?:^|[,.;!] ?|\b(?:please|and|then|now) )((?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?:n't| not)? .*)$/;
const SUBORDINATE =
  /,? ?\b(?:when(?:ever)?|while|if|once|after|even|unless|until|because|since|as soon as|as (?:you|i|we|it|they|the)|upon|for example|according to|i\.e)\b[^,]*$/;
const LEADING_SUBORDINATE =
  /^(?:when(?:ever)?|while|if|once|after|before|without|even|upon|on|during|with|now that|as|according to)\b[^,]*, ?/;
const TURNS_AWAY = /^(?:refus|refrain|fail|unabl|lack|avoid|instead)/;
const TURNS = /^(?:refus|refrain|fail|unabl|lack|avoid|instead|stationary)/;
// "Do you see if …", "can you tell me whether …" ask what follows.
const ASKED_ABOUT =
  /^(?:please |now )?(?=(?:[\w']+ ){0,6}(?:see|tell|know|notice|noticed|check|say|confirm|feel|find|think|aware|verify|inform|report)\b)(?:(?:do|did|have|can|could|are|were|would) you|please|i|tell me|let me|check)(?: [\w']+){0,7}? (?:if|whether|that) /;
// "…, not only on the packaging", "…, like a click or a hum": neither is asked about itself.
const EXAMPLES =
  /(?:, like|,? such as|,? for example|,? e\.g\.?|\blike (?=no |not )) (?:(?!, (?:do|does|did|is|are|was|were|has|have|had|can|could|will)\b)[^.?])*/g;
const OR_NOT = /,? or not\b/g;
const CONTRAST =
  /(?:,? (?:not (?:only|just|merely)|rather than|instead of|as opposed to|other than|apart from)) [^,.?]*/g;
const WITHOUT = /\b(?:without|before) (.+)$/;

/** What a question asks: "When the car is not moving, is it hard to steer?" asks whether it is hard, not whether it moves. */
export function clauseAsked(question: string): Clause {
  const excluded = meaningOf((question.match(CONTRAST) ?? []).join(' '), isEmpty);
  const asked = question.replace(OR_NOT, '').replace(EXAMPLES, '').replace(CONTRAST, '').replace(ASKED_ABOUT, 'is ');
  const direct = mainOf(asked).replace(ASKED_ABOUT, 'is ');
  const without = WITHOUT.exec(withIdioms(direct));
  const main = clauseOf(withoutSubordinate(without === null ? direct : direct.slice(0, without.index)));
  const condition = meaningOf(question.replace(direct, ' '), isEmpty);
  return { ...main, condition, excluded, ...(without && { without: meaningOf(without[1] ?? '', isEmpty) }) };
}

function mainOf(asked: string): string {
  const last = sentencesIn(asked).findLast((sentence) => AUXILIARY.test(sentence)) ?? asked;
  const bare = last.replace(LEADING_SUBORDINATE, '');
  return LEADING_CONDITION.exec(bare)?.[1] ?? AUXILIARY.exec(bare)?.[1] ?? last;
}

// "When you start it does the screen light up?", with the comma left out.
const LEADING_CONDITION =
  /^(?:when(?:ever)?|while|if|once|after|upon|during|as)\b.*? ((?:is|are|do|does|did|has|have|can|will|would) (?:the|your|you|it|they|there|any|this|that|my)\b.*)$/;

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?]) /);
}

/** A clause without the condition it is said under. */
export function withoutSubordinate(clause: string): string {
  const bare = clause.replace(LEADING_SUBORDINATE, '').trim();
  const main = bare.replace(SUBORDINATE, '').trim();
  return wordsOf(main).length >= 2 ? main : bare;
}

/** The statements of an answer, without those that only lead up to it ("I checked the nuts."). */
export function statementsIn(answer: string, asked: Clause): Clause[] {
  return withIdioms(answer.replace(EPISTEMIC, ''))
    .split(/[.!?;]+ /)
    .map((sentence) => sentence.replace(LEADING_SUBORDINATE, ''))
    .flatMap((sentence) => sentence.split(COORDINATION))
    .map(withoutSubordinate)
    .filter(
      (sentence, _, all) =>
        sentence !== '' &&
        !(all.length > 1 && PREPARATION.test(sentence)) &&
        !/^(?:i'm not sure|not sure|i don't know|.* only$)/.test(sentence),
    )
    .map((sentence) => clauseOf(asked.without === undefined ? withoutLack(sentence) : sentence));
}

// "It ratchets without any force" does not deny that it ratchets.
function withoutLack(sentence: string): string {
  const rest = sentence.replace(/ (?:without|with no) .*$/, '');
  return wordsOf(rest).length >= 2 ? rest : sentence;
}

const EPISTEMIC =
  /^(?:as far as (?:i|we) (?:know|can tell|can see|remember)|afaik|to (?:the best of )?my knowledge|from what i (?:see|can see|know|can tell))[, ]+/;
const COORDINATION =
  /,? (?:but|however|although|though) |, (?:and|so) |, (?=(?:it|they|i|there|that)\b)|(?<=\w) and (?=(?:it|they|there|that)(?:'s|'re)? )| and (?=(?:does|do|is|are|has|have|can|will)(?:n't| not)\b)/;
const PREPARATION =
  /^(?:i|i'm|i've|i am|i have)(?: just| now| already| was)? (?:check|look|tri|try|turn|test|listen|inspect|mov|press|push|shook|shak|drove|driv|(?:do|did|done|\w+ing) (?:it|that|this|them|what you|like )|(?:got|had|took) .*(?:check|test|look|inspect))/;

const EMPTY = new Set(
  "a an the is are was were be been being am do does did done has have had having can could will would should may might must to of in on at by for from with as and or so that this these those it its it's it'll they they're them their there's i i'm i've you your my me we our he she there here any some all each than too also just really actually very quite pretty seems seem appears appear looks look like currently now then when if while feel feels felt see saw sees hear notice noticed notices noticing find found check checked checking tell say get gets got getting make makes made making able definitely certainly indeed clearly please own anything something kind sort type itself".split(
    ' ',
  ),
);

function isEmpty(word: string): boolean {
  return EMPTY.has(word) || isNegation(word) || TURNS_AWAY.test(word);
}

const PRONOUN = /\b(?:it|it's|they|they're|those|these|there|there's|that|that's|them|i do|i did)\b/;

const SUBJECT =
  /^(?:(?:only|just|but) )?(?:the |my |this |that |its |our )?(?:[\w-]+ )?([\w-]+) (?:is|isn't|are|aren't|was|were|has|have|had|does|doesn't|did|looks?|seems?|got|came|only)\b/;

function clauseOf(written: string): Clause {
  const text = withIdioms(written).replace(/[.!?, ]{1,8}$/, '');
  const words = wordsOf(text);
  const subject = SUBJECT.exec(text)?.[1];
  return {
    text,
    ...(subject !== undefined && { subject: meaningsOf(subject) }),
    words: meaningOf(text, isEmpty),
    denies: words.filter(isNegation).length > 0 !== words.some((word) => TURNS.test(word)),
    hasPronoun: PRONOUN.test(text),
    isTangled: words.filter((word) => isNegation(word) && word !== 'nor').length > 1,
  };
}
