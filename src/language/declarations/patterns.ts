import { anyOf } from '../text/phrases.ts';
import en from './en/declarations.json' with { type: 'json' };
import { piece } from './piece.ts';

const WORD = `(?!(?:not|never|no|how|whether|if|when|,) |${piece(en.otherContracts)})[^ ]+ `;
/** At most so many words that deny and ask nothing. */
const few = (most: number): string => `(?:${WORD}){0,${most}}?`;

const ADVERBS = `(?:${piece(en.adverbs)}){0,4}`;
const SUBJECT = `${piece(en.subjects)}(?:, ${few(6)}, )?${ADVERBS}`;
const WISH = piece(en.wishes);
/** "I", "I hereby", "we are", "I would like to", "please": what makes the verb after it the customer's own act. */
const OWN = `(?:${SUBJECT}(?:(?:am|are) ${ADVERBS})?(?:${WISH}${ADVERBS})?)`;
const PLEASE = `(?:(?:please|kindly) ${ADVERBS})`;
/** Beginning of the sentence or of what follows a comma, a greeting before it perhaps. */
const START = '(?<=^ |, | (?:and|hi|hello|hereby|herewith|sir|sirs|madam|team) )';

const FROM = `${piece(en.from.verbs)}(?:from|of) ${few(5)}${piece(en.from.objects)}`;
const UNDO = `${piece(en.undo.verbs)}${few(4)}${piece(en.undo.objects)}`;
const END = `${piece(en.end.verbs)}${few(4)}${piece(en.end.objects)}`;
const GOODS = piece(en.goods);
const OTHER_OBJECT = `(?!(?:(?!and )[^ ]+ ){0,3}${piece(en.reject.otherObjects)})`;
const REJECT = `${piece(en.reject.verbs)}(?:to accept )?${OTHER_OBJECT}${anyOf(en.reject.objects)}(?:${few(2)}${GOODS})?`;
const ALONE = `${piece(en.alone)}(?=$|, |and |because |as |since |so |please |thank|due )`;
const USE = `${piece(en.use)}${few(6)}${piece(en.rights)}`;
const LAW = `(?:${piece(en.basis)}${few(4)}|(?:, |(?<=^ ))(?:the |my )?)${piece(en.law)}`;
const DAYS = piece(en.fourteenDays);
const CANCEL = piece(en.cancels);
const FORMALLY = piece(en.formally);
const THING = piece(en.undo.objects);
const ACT = piece(en.acts);
const PLAIN_ACT = piece(en.plainActs);
const CONTRACT = piece(en.end.objects);
const UNDONE = piece(en.undone);

/** Sentences that declare by what they do, most telling first. */
export const DECLARING: readonly RegExp[] = [
  `${OWN}(?:${FROM}|${UNDO}|${END}|${REJECT}|${USE}|${ALONE})`,
  `${PLEASE}(?:withdraw me from ${few(4)}${piece(en.from.objects)}|${UNDO}|${END})`,
  `${FORMALLY}(?:i |we )?(?:(?:am|are) )?(?:${FROM}|${UNDO}|${END}|${piece(en.reject.verbs)}|${USE}|${ALONE}|${CANCEL})`,
  `${START}(?:${FROM}|${UNDO}|${END}|${USE}|reject(?:ing)? ${OTHER_OBJECT}${anyOf(en.reject.objects)})`,
  `(?:${OWN}|${PLEASE}|${START})(?:${CANCEL}|${piece(en.returns)})${few(8)}${LAW}`,
  `${SUBJECT}(?:(?:am|are) ${ADVERBS})?${CANCEL}${few(4)}${DAYS}`,
  `(?:${LAW}|${DAYS})(?:${few(6)}(?:, |and |so )(?:so )?)?(?:${OWN}|${WISH})(?:${CANCEL}|${piece(en.returns)})`,
  `${piece(en.regard)}${few(4)}${THING}(?:(?:as|to|be|is|hereby|herewith|and) ){0,3}${UNDONE}`,
  `${SUBJECT}(?:(?:am|are) ${ADVERBS})?${piece(en.demands)}(?:${piece(en.handedIn)}){0,3}(?:${ACT}(?:of|from) ${few(3)}${THING}|${PLAIN_ACT}of ${few(3)}${CONTRACT}|${piece(en.headings)}(?:$|, |and |now |because ))`,
  `${piece(en.wants)}${few(4)}${THING}(?:(?:to|be|hereby) ){0,2}${piece(en.wantsUndone)}`,
  `(?:${THING}|${GOODS})${few(4)}(?:is |are )?(?:${FORMALLY}(?:${UNDONE}|rejected )|rejected ${few(3)}${LAW})`,
  `${CONTRACT}(?:with you )?(?:is |are )${UNDONE}by (?:me|us) `,
  `${FORMALLY}${few(6)}${THING}(?:is |are )${UNDONE}`,
  `${START}(?:the |these |those )goods are (?:hereby )?rejected `,
  `${piece(en.handsIn)}(?:${piece(en.handedIn)}){0,6}${ACT}`,
  `${piece(en.handsIn)}(?:${piece(en.handedIn)}){0,6}${PLAIN_ACT}of ${few(3)}${CONTRACT}`,
  `${piece(en.regards)}(?:${piece(en.handedIn)}){0,6}${PLAIN_ACT}`,
  `${START}(?:${piece(en.handedIn)}){0,3}${piece(en.notices)}(?:${few(6)}$|, |from |of |for |under |order )`,
  `${START}(?:${piece(en.handedIn)}){0,3}(?:${ACT}(?:, )?${piece(en.ofWhat)}|${piece(en.headings)}(?:$|, ))`,
  `${START}(?:${PLAIN_ACT}(?:of|from) ${few(3)}${CONTRACT}|${PLAIN_ACT}${few(4)}${LAW}|contract (?:${ACT}|${PLAIN_ACT}))`,
].map((source) => new RegExp(`(?<= )(?:${source})`, 'gu'));

const KINDS = {
  rejection: new RegExp(`(?: |^)${piece(en.kinds.rejection)}`, 'u'),
  rescission: new RegExp(`(?: |^)${piece(en.kinds.rescission)}`, 'u'),
  termination: new RegExp(`(?: |^)${piece(en.kinds.termination)}`, 'u'),
};

/** What somebody declares: that they withdraw, that the contract was void or undone, no goods accepted, or its end. */
export type DeclarationKind = 'withdrawal' | keyof typeof KINDS;

/** The kind that the words of a declaration name; withdrawal, which needs no grounds, if they name none. */
export function kindOf(words: string): DeclarationKind {
  if (KINDS.rejection.test(words)) return 'rejection';
  if (KINDS.rescission.test(words)) return 'rescission';
  return KINDS.termination.test(words) ? 'termination' : 'withdrawal';
}
