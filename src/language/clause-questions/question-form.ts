import { plainText } from '../plain-text.ts';

const LEAD =
  /^(?:(?:hi|hello|hey|ok|okay|oh|ah|well|so|and|but|also|sorry|wait|please|pls|just|actually|um|uh|btw|by the way|then|first|one (?:more )?(?:question|thing)|quick question|(?:a )?question|before (?:that|i (?:answer|go on|continue|do)(?: that)?))\b[ ,.:!-]*)+/;
const INDIRECT =
  /^(?:(?:can|could|would|will) (?:you|u|someone) (?:please |pls )?(?:tell|explain|say|clarify|let me know)|tell me|explain|(?:i )?(?:want|need|would like|'d like|d like) to (?:know|ask|understand)|i'd like to (?:know|ask|understand)|i(?:'m| am)? (?:just )?wonder(?:ing)?|(?:just )?wondering|(?:do|does) (?:you|anyone) know|i (?:do not|don't|dont) (?:know|understand) (?:who|what|why|how|where|when|whether|if|which)|(?:i'm |i am )?not sure (?:who|what|why|how|where|when|whether|if|which)|(?:i am |i'm )?(?:asking|curious) (?:about|whether|if|who|what|why|how)|what about|how about|any (?:idea|info|information))\b/;
const AUX =
  "(?:is|are|am|do|does|did|can|could|will|would|shall|should|must|has|have|may|isn't|aren't|don't|doesn't|can't|won't)";
const SUBJECT =
  '(?:i|you|u|we|they|he|she|it|there|this|that|these|those|the|an?|my|your|any|all|some|every\\w*|some\\w+|any\\w+|opened|used|discounted|sale|refunds?|returns?|software|licen[cs]es?|modules?|shipping|postage|fees?|parcels?|devices?|items?|products?|packages?|repairs?|warrant(?:y|ies)|broken|faulty|defective|digital|working|subscriptions?|gifts?|customers?|buyers?)';
const INVERTED = new RegExp(`^${AUX} ${SUBJECT}\\b`);
const ASKING = new RegExp(
  `^(?:who(?:se|'s)? |why\\b|how(?:'s)? (?!it |i |the )|how (?:i|the) |what(?:'s|s)? (?:is|are|do|does|did|can|could|will|would|should|happens?|counts?|if|about|kind|sort|type|the|your|exactly|else|\\w+ (?:is|are|do|does|can|will|would|should|has|have|counts?))\\b|what's|whats|which \\w+(?: \\w+)? (?:is|are|do|does|can|will|would|should|has|have|counts?)|which (?:is|are|do|does|can)\\b|(?:when|where|from when|until when|by when|since when|at whose|on whose)(?:'s)? ?(?:${AUX}\\b|expense|cost)|where's)`,
);
// "So I have to pay the postage?" asks, "I paid 6 % too much?" tells.
const DECLARATIVE =
  /^(?:(?:so|then|and|but) )?(?:i|you|we|they|the (?:shop|buyer|customer|seller|store)|(?:the |return )?(?:shipping|postage|warranty|refund|fee|repair|return)s?) (?:have to|has to|must|need to|needs to|can(?:not|'t)?|may|should|will|would|(?:do |does )?(?:not |n't )?(?:pay|cover|take|refund|repair|accept|charge|decide)s?|(?:is|are) (?:free|paid|on|covered|insured|mine|yours))\b/;
const TOLD = /^(?:i|we|it|my|he|she|they|the|this|that|there|yes|no|nope|yeah|yep|nah|maybe|perhaps|because|since)\b/;

/** The sentences of a message that ask something, however they are punctuated; a statement with a question mark is none. */
export function questionsIn(text: string): string[] {
  return sentencesOf(plainText(text)).flatMap(({ words, hasMark }) => (isAsked(words, hasMark) ? [words] : []));
}

function sentencesOf(plain: string): { words: string; hasMark: boolean }[] {
  const ends = plain.match(/[^.!?\n]{1,400}(?:\.(?=\d)[^.!?\n]{0,200})?[.!?\n]?/g) ?? [];
  return ends.map((sentence) => ({ words: sentence.replace(/[.!?\n]$/, '').trim(), hasMark: sentence.endsWith('?') }));
}

function isAsked(sentence: string, hasMark: boolean): boolean {
  const words = sentence.replace(LEAD, '');
  if (words === '' || /^(?:may|march) \d/.test(words)) return false;
  if (INDIRECT.test(words) || INVERTED.test(words) || ASKING.test(words)) return true;
  if (!hasMark) return false;
  return DECLARATIVE.test(words) || !TOLD.test(words);
}
