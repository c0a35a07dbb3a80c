import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import { wordsOf } from '../text/words.ts';
import { contradicts } from './contradictions.ts';
import en from './en/yes-no.json' with { type: 'json' };
import { idiom, kindOf, lastWord, type QuestionKind, replyIdiom } from './idioms.ts';
import { explicitLead, verdict } from './short-answers.ts';
import { type Judgement, judge } from './statements/judge.ts';

/** A yes or no, and the part of the plain answer in which it is not said outright. */
export interface PolarAnswer {
  says: 'yes' | 'no';
  /** What follows the yes or no, or leads up to it; the whole answer if only statements tell. */
  unread: string;
  place: 'after' | 'before';
}

const ASKS_BACK = new RegExp(`\\?\\s*$|^(?:${anyOf(en.askingBack)}\\b(?! not\\b)|${anyOf(en.inverted)}\\b)`);
// "It does, doesn't it?": the tag agrees with what it follows.
const TAG = new RegExp(`(?:,? ${anyOf(en.negativeTags)}|, ${anyOf(en.tags)}) ${anyOf(en.taggedPronouns)}$`);

/** The yes or no in a message, given the plain text of the question; undefined when in doubt. */
export function answerIn(text: string, asked: string | undefined): PolarAnswer | undefined {
  const answer = withoutTag(plainAnswer(text));
  const asksBack = ASKS_BACK.test(text.trim().toLowerCase());
  const kind = kindOf(asked);
  const phrase = idiom(answer, kind);
  if (phrase !== undefined) return after(phrase, '');
  const lead = explicitLead(answer, kind === 'fact');
  if (lead !== undefined)
    return asked !== undefined && COUNTED.test(answer) && !contradicts(lead.says, lead.rest)
      ? counted(answer, asked)
      : (takenBack(lead, kind) ?? led(answer, lead, asked));
  const closing = kind === 'offer' && asked !== undefined ? closingIdiom(answer) : undefined;
  if (closing !== undefined) return after(closing, '');
  const whole = verdict(answer);
  if (whole !== undefined) return after(whole, '');
  const opening = openingOf(answer);
  const opened = verdict(opening) ?? idiomAtStart(answer, opening, kind);
  if (opened !== undefined) return after(opened, answer.slice(opening.length));
  if (asksBack) return undefined;
  const last = lastWord(answer);
  if (last !== undefined) return { says: last.says, unread: last.before, place: 'before' };
  return asked === undefined ? undefined : stated(answer, asked);
}

/** A plain answer without "isn't it" at its end. */
export function withoutTag(answer: string): string {
  const bare = answer.replace(TAG, '');
  return wordsOf(bare).length > 1 ? bare : answer;
}

function after(says: 'yes' | 'no', unread: string): PolarAnswer {
  return { says, unread, place: 'after' };
}

function stated(answer: string, asked: string): PolarAnswer | undefined {
  const { says } = judge(answer, asked);
  return says && after(says, answer);
}

/** "Yes, it's wrong" to what was shown back: the remark on all of it weighs more than the word before it. */
function takenBack({ says, rest }: Lead, kind: QuestionKind): PolarAnswer | undefined {
  const [first = ''] = rest.split(', ');
  return kind === 'confirmation' && says === 'yes' && verdict(first) === 'no' ? after('no', '') : undefined;
}

interface Lead {
  says: 'yes' | 'no';
  rest: string;
}

// "No, it works" answers one way and tells the other; "yes, the box is" is about something else.
function led(answer: string, lead: Lead, asked: string | undefined): PolarAnswer | undefined {
  const { says, rest } = lead;
  if (contradicts(says, rest) || TAKEN_BACK.test(rest)) return undefined;
  const judged: Judgement = asked === undefined || rest === '' ? {} : judge(rest, asked);
  if (judged.isOutdone || (says === 'yes' && judged.isElsewhere)) return undefined;
  if (asked !== undefined && isDegree(answer, lead)) return judged.says && after(judged.says, answer);
  return judged.says === undefined || judged.says === says ? after(says, rest) : undefined;
}

/** True if "absolutely" and the like only strengthen what follows: "absolutely destroyed". */
function isDegree(answer: string, { rest }: Lead): boolean {
  const said = answer.slice(0, answer.length - rest.length);
  return rest !== '' && DEGREE.test(said) && !STANDS_APART.test(rest);
}

const DEGREE = new RegExp(`(?:^|[ ,.!])${anyOf(en.degrees)} $`);
const STANDS_APART = new RegExp(`^${anyOf(en.afterDegree)}\\b`);

// "Yes, but I'm not sure."
const TAKEN_BACK = new RegExp(`^(?:but |or |well |and )*${anyOf(en.takenBack)}\\b`);

// "No tears", "no discount" count what there is not: of an intact seal or a full price that says yes.
const COUNTED = new RegExp(`^no (?=\\w)(?!${anyOf(en.afterNo)}\\b|\\w+'|\\w+ly\\b)`);
const ASKS_FOR_SOUNDNESS = new RegExp(`\\b${anyOf(en.soundness)}\\b`);

function counted(answer: string, asked: string): PolarAnswer | undefined {
  const known = judge(answer, asked);
  if (known.says !== undefined) return after(known.says, answer);
  if (known.isMixed || ASKS_FOR_SOUNDNESS.test(asked) || / but /.test(answer)) return undefined;
  return after('no', answer.slice('no '.length));
}

/** "Rather not, I hate phone calls": an idiom with its reason; of a fact the first words alone may say little. */
function idiomAtStart(answer: string, opening: string, kind: QuestionKind): 'yes' | 'no' | undefined {
  const [first = ''] = answer.split(', ');
  const atStart = opening === '' ? undefined : idiom(opening, kind);
  if (atStart !== undefined || first === answer) return atStart;
  // "Absolutely incorrect, please read again": a denial needs no more than its first words.
  if (kind === 'confirmation') return verdict(first) === 'no' ? 'no' : undefined;
  return kind === 'offer' ? replyIdiom(first, kind) : undefined;
}

/** "It is kind of you, but I have written to them already, no need": what the last clause of several says to an offer. */
function closingIdiom(answer: string): 'yes' | 'no' | undefined {
  const [last = '', ...before] = answer.split(CLAUSE_ENDS).reverse();
  const isOther = (clause: string): boolean => {
    const says = replyIdiom(clause, 'offer') ?? verdict(clause);
    return says !== undefined && says !== replyIdiom(last, 'offer');
  };
  return before.length > 0 && !before.some((clause) => isOther(clause)) ? replyIdiom(last, 'offer') : undefined;
}

const CLAUSE_ENDS = /[,;.!] ?(?:(?:and|but|so) )?| but | so /;

// "I haven't. I would remember it.", "I don't think so, since it never starts."
function openingOf(answer: string): string {
  const [opening = ''] = answer.split(/[.!;] | (?:because|since|as) /);
  return wordsOf(opening).length > 1 ? opening : '';
}
