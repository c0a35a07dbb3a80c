import { plainText } from '../text/plain-text.ts';

const LEAD =
  /^(?:(?:hi|hello|hey|ok|okay|oh|ah|well|so|and|but|also|sorry|wait|please|pls|just|actually|um|uh|btw|by the way|then|first|one (?:more )?(?:question|thing)|quick question|(?:a )?question|before (?:that|(?:i|we) (?:\w+ ?){1,3}))\b[ ,.:!-]*)+/;
const INDIRECT =
  /^(?:(?:can|could|would|will) (?:you|u|someone) (?:please |pls )?(?:tell|explain|say|clarify|let me know)|tell me|explain|(?:i )?(?:want|need|would like|'d like|d like) to (?:know|ask|understand)|i'd like to (?:know|ask|understand)|i(?:'m| am)? (?:just )?wonder(?:ing)?|(?:just )?wondering|(?:do|does) (?:you|anyone) know|i (?:do not|don't|dont) (?:know|understand) (?:(?:how|where|what) (?:to|(?:i|we) (?:can|could|have|must|should))|why|who)\b|(?:i am |i'm )?(?:asking|curious) (?:about|whether|if|who|what|why|how)|(?:i )?(?:need|want|have got|would like|'d like|d like|wish|have)(?: some| your| any)?(?: help| assistance| information| info)*(?: to| in| with)? (?:check|checking|see|seeing|find|finding|know|about|understand|regarding|on)\b|help(?: me)?(?: to| with)? (?:check|checking|see|find|understand)|show me|(?:i am |i'm )?(?:trying|looking) to (?:check|see|find out|understand|know)|(?:need |want )?(?:some |your )?(?:help|assistance|info|information) (?:to |with |in |about |on )?(?:see|check|seeing|checking|find|understand|your|the)|(?:i )?(?:can't|cannot|can not) (?:check|see|find) (?:your|the)|(?:checking|see|check) (?:your|the)|your (?:\w+ ){0,2}policy$|what about|how about|any (?:idea|info|information))\b/;
const AUX =
  "(?:is|are|am(?= i\\b)|do|does|did|can|could|will|would|shall|should|must|has|have|may|isn't|aren't|don't|doesn't|can't|won't)";
const SUBJECT =
  '(?:i|you|u|we|they|he|she|it|there|this|that|these|those|the|an?|my|your|any|all|some|every\\w*|some\\w+|any\\w+|another|other|sale|refunds?|returns?|software|licen[cs]es?|modules?|shipping|postage|fees?|parcels?|devices?|items?|products?|packages?|repairs?|warrant(?:y|ies)|subscriptions?|gifts?|customers?|buyers?)';
const QUALITY =
  '(?:opened|used|discounted|broken|faulty|defective|digital|working|registered|normal|ordinary|liquid|water|\\w+ing|\\w+ed)';
const INVERTED = new RegExp(`^${AUX} (?:${SUBJECT}\\b|${QUALITY} \\w+ \\w+)`);
/** "Do promo items have the same rights", "is damage by cheap ink covered": what the verb or the end shows to be asked. */
const ASKED_BY_END = [
  /^(?:do|does|can|could|must|should|will|would) (?!not\b|i\b)\w+(?: \w+){0,3} (?:have|need|count|get|go|come|apply|cost|include|cover|void|be|expire|end|start|matter|hold|change|pay)\b/,
  /^(?:is|are) (?!not\b|very\b|so\b|too\b|also\b|still\b)\w+(?: \w+){0,5} (?:covered|allowed|insured|included|refundable|returnable|accepted|free|possible|excluded|required|needed|necessary|ok|okay|fine|a problem)$/,
];
const SHORT = /^(?:still |also )?(?:covered|returnable|refundable)$/;
const INVERTED_WITH_MARK = new RegExp(`^${AUX} (?!not\\b)\\w+ \\w+`);
const ASKING = new RegExp(
  `^(?:who(?:se|'s)? |why\\b|how (?!it |ever )|what(?:'s|s)? (?:to|must|may|is|are|do|does|did|can|could|will|would|should|happens?|counts?|if|about|kind|sort|type|the|your|exactly|else|\\w+ (?:is|are|do|does|can|will|would|should|has|have|counts?))\\b|what's|whats\\b|which \\w+(?: \\w+)? (?:is|are|do|does|can|will|would|should|has|have|may|must|counts?|i|we)\\b|which (?:are|do|does|can)\\b|(?:in|by|from|at|on|to|with|until|till) (?:what|which|whose) |(?:when|where|from when|until when|by when|since when|at whose|on whose)(?:'s)? ?(?:${AUX}\\b|expense|cost)|where's|whose )`,
);
// "So I have to pay the postage?" asks, "I paid 6 % too much?" tells.
const DECLARATIVE =
  /^(?:(?:so|then|and|but) )?(?:i|you|we|they|the (?:shop|buyer|customer|seller|store)|(?:the |return )?(?:shipping|postage|warranty|refund|fee|repair|return)s?(?: back)?) (?:have to|has to|must|need to|needs to|can(?:not|'t)?|may|should|will|would|(?:do |does )?(?:not |n't )?(?:pay|cover|take|refund|repair|accept|charge|decide)s?|(?:is|are) (?:free|paid|on|covered|insured|mine|yours))\b/;
/** A month is no "may I", and "which is why" goes on telling. */
const NO_QUESTION = /^(?:may|march) \d|^which is\b(?! \w+$)/;
const TOLD =
  /^(?:\d+|(?:about|around|roughly|maybe|one|two|three|four|five|six|twelve|half|an?) (?:\w+ )?(?:days?|weeks?|months?|years?)|(?:i|we|it|my|he|she|they|the|this|that|there|yes|no|nope|yeah|yep|nah|maybe|perhaps|because|since|you))\b/;

/** "I spilled coffee on it, is that covered?" is told before it is asked. */
const REFERS_BACK =
  /^(?:and |so )?(?:is|are|does|do|will|would) (?:that|this|it|those)(?: \w+){0,2} (?:covered|a problem|an issue|ok|okay|fine|allowed|bad|included|count|matter)\b/;
/** "The box is dented, should I accept?" too. */
const ASKS_WHAT_TO_DO =
  /^(?:should|must|do) i (?:have to |need to )?(?:accept|refuse|sign|take|pay)(?: it| that| this| for it)?$|^(?:still |also )?(?:covered|ok|okay|allowed|returnable|refundable|accepted|a problem)$|^whose fault is (?:it|that|this)$|^(?:does|is|do) (?:the|my) (?:warranty|guarantee) (?:still )?(?:hold|apply|valid|cover (?:it|that|this))$|^who(?:'s| is) (?:responsible|liable)(?: for (?:it|that|this))?$/;
const longestTold = 80;
/** A question may stand at the end of a story. */
const longestRead = 1_500;

/** What a message asks, however it is punctuated, a question that refers back with what it refers to; a statement with a question mark asks nothing. */
export function questionsIn(text: string): string[] {
  const asked: string[] = [];
  let before = '';
  for (const { words, hasMark } of sentencesOf(plainText(text, longestRead))) {
    const comma = words.lastIndexOf(', ');
    const tail = words.slice(comma + 2);
    if (hasQuestionForm(words)) asked.push(complete(words, before));
    else if (comma > 0 && hasQuestionForm(tail)) asked.push(complete(tail, words.slice(0, comma)));
    else if (hasMark && isAskedByMark(words)) asked.push(complete(words, before));
    before = words;
  }
  return asked;
}

function complete(question: string, before: string): string {
  const refersBack = REFERS_BACK.test(question) || ASKS_WHAT_TO_DO.test(question);
  return refersBack && before.length <= longestTold ? `${before} ${question}` : question;
}

function sentencesOf(plain: string): { words: string; hasMark: boolean }[] {
  const ends = plain.match(/[^.!?\n]{1,400}(?:\.(?=\d)[^.!?\n]{0,200})?[.!?\n]?/g) ?? [];
  return ends.map((sentence) => ({ words: sentence.replace(/[.!?\n]$/, '').trim(), hasMark: sentence.endsWith('?') }));
}

function hasQuestionForm(sentence: string): boolean {
  const words = withoutLead(sentence);
  if (NO_QUESTION.test(words)) return false;
  return [INDIRECT, INVERTED, ASKING, SHORT, ...ASKED_BY_END].some((form) => form.test(words));
}

function isAskedByMark(sentence: string): boolean {
  const words = withoutLead(sentence);
  if (words === '' || NO_QUESTION.test(words)) return false;
  return DECLARATIVE.test(words) || INVERTED_WITH_MARK.test(words) || !TOLD.test(words);
}

function withoutLead(sentence: string): string {
  return sentence.replace(LEAD, '') || sentence;
}
