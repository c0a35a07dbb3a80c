import { anyOf, wordSet } from '../../text/phrases.ts';
import { isNegation, wordsOf } from '../../text/words.ts';
import en from '../en/clauses.json' with { type: 'json' };
import { type Meaning, meaningOf, meaningOfWord } from './meaning.ts';
import { withIdioms } from './soundness.ts';

export interface Clause {
  text: string;
  words: Meaning;
  denies: boolean;
  /** The thing a statement is about, where it names one: "the box is torn". */
  subject?: string;
  /** The part that the question sets aside: "not only on the packaging". */
  excluded?: Meaning;
  /** The words of the condition it is asked under: "when it is not charging". */
  condition?: Meaning;
  /**
   * The words after "without" or "before" in a question: "does it start without the cable plugged in?" asks for two
   * things.
   */
  without?: Meaning;
  /** "It does …", "I can hear them": what is spoken of is understood, so it need not be repeated. */
  hasPronoun: boolean;
  /** Denied twice over ("I don't think it doesn't"): which way it comes out is anybody's guess. */
  isTangled: boolean;
}

const AUXILIARY = new RegExp(`(?:^|[,.;!] ?|\\b(?:please|and|then|now) )(${anyOf(en.auxiliary)}(?:n't| not)? .*)$`);
const SUBORDINATE = new RegExp(`,? ?\\b${anyOf(en.subordinate)}\\b[^,]*$`);
const LEADING_SUBORDINATE = new RegExp(`^${anyOf(en.leadingSubordinate)}\\b[^,]*, ?`);
const TURNS_AWAY = /^(?:refus|refrain|fail|unabl|lack|avoid|instead)/;
const TURNS = /^(?:refus|refrain|fail|unabl|lack|avoid|instead)/;
// "Do you see if …", "can you tell me whether …" ask what follows.
const ASKED_ABOUT = new RegExp(
  `^(?:please |now )?(?=(?:[\\w']+ ){0,6}${anyOf(en.askedAbout)}\\b)${anyOf(en.askedAbout2)}(?: [\\w']+){0,7}? (?:if|whether|that) `,
);
// "…, not only on the packaging", "…, like a click or a hum": neither is asked about itself.
const EXAMPLES = new RegExp(
  `(?:${anyOf(en.examples)}|\\blike (?=no |not )) (?:(?!, (?:do|does|did|is|are|was|were|has|have|had|can|could|will)\\b)[^.?])*`,
  'g',
);
const OR_NOT = /,? or not\b/g;
const CONTRAST = new RegExp(`(?:,? ${anyOf(en.contrast)}) [^,.?]*`, 'g');
const WITHOUT = /\b(?:without|before) (.+)$/;

/**
 * The clause that a question asks: "When it is not charging, does it get hot?" asks if it gets hot, not if it charges.
 */
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

/** The statements of an answer, without those that only lead up to it ("I checked the cable."). */
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

// "It opens without any force" does not deny that it opens.
function withoutLack(sentence: string): string {
  const rest = sentence.replace(/ (?:without|with no) .*$/, '');
  return wordsOf(rest).length >= 2 ? rest : sentence;
}

const EPISTEMIC = new RegExp(`^${anyOf(en.epistemic)}[, ]+`);
const COORDINATION =
  /, which |(?<=^no \w+,?(?: \w+)?),? (?=(?:no|nothing|none)\b)|,? (?:but|however|although|though) |, (?:and|so) |, (?=(?:it|they|i|there|that)\b)|(?<=\w) and (?=(?:it|they|there|that)(?:'s|'re)? )|(?<=\w{3}) (?=it's |it is )| and (?=(?:does|do|is|are|has|have|can|will)(?:n't| not)\b)/;
const PREPARATION = new RegExp(
  `^(?:i|i'm|i've|i am|i have)(?: just| now| already| was)? (?:${anyOf(en.preparation)}|(?:got|had|took) .*(?:check|test|look|inspect))`,
);

const EMPTY = wordSet(en.empty);

function isEmpty(word: string): boolean {
  return EMPTY.has(word) || isNegation(word) || TURNS_AWAY.test(word);
}

const NOBODY = wordSet(en.nobody);

/** True if a word turns a statement around, "nobody" included. */
export function isDenial(word: string): boolean {
  return isNegation(word) || NOBODY.has(word);
}

const PRONOUN = /\b(?:it|it's|they|they're|those|these|there|there's|that|that's|them|i do|i did)\b/;

const SUBJECT = new RegExp(
  `^(?:(?:only|just|but) )?(?:the |my |this |that |its |our )?(?:[\\w-]+ )?([\\w-]+) ${anyOf(en.subject)}\\b`,
);

function clauseOf(written: string): Clause {
  const text = withIdioms(written).replace(/[.!?, ]{1,8}$/, '');
  const words = wordsOf(text);
  const subject = SUBJECT.exec(text)?.[1];
  return {
    text,
    ...(subject !== undefined && { subject: meaningOfWord(subject) }),
    words: meaningOf(text, isEmpty),
    denies: words.some(isDenial) !== words.some((word) => TURNS.test(word)),
    hasPronoun: PRONOUN.test(text),
    isTangled: words.filter((word) => isNegation(word) && word !== 'nor').length > 1,
  };
}
