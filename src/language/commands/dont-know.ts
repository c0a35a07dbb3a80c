import { plainAnswer } from '../text/plain-text.ts';

const LEAD = `(?:(?:uh|um|erm|hmm|oh|well|sorry|ok|okay|honestly|actually|frankly|to be honest|tbh|i'm afraid|i am afraid|no|nope)[ ,.!-]+)*`;
const SUBJECT =
  "(?:i |we |i'm |im |i am |we're |we are |it's |it is |that's )?(?:really |honestly |still |just |simply )?";
const UNKNOWING = [
  "(?:do not|don't|dont|did not|didn't|wouldn't|would not) (?:really |actually |even |exactly |quite )?(?:know|remember|recall)",
  "(?:can ?not|can't|cant|could not|couldn't|couldnt) (?:really |quite )?(?:remember|recall|say|tell(?: you)?|be sure)",
  '(?:unable|not able) to (?:remember|recall|say|tell)',
  '(?:am )?not (?:really |quite |entirely |totally |completely |so |too |very |100% |at all )?(?:sure|certain|confident)(?: (?:on|about|of) (?:that|it|this))?',
  'unsure|uncertain|unknown|not known|unclear to me',
  "(?:have |having |got |'ve |haven't |have not |haven't got )?(?:no|not a|a|not the|the) (?:real |foggiest |faintest |slightest )?(?:idea|clue|recollection|memory)",
  "(?:can ?not|can't|cant|could not|couldn't) (?:really )?answer|(?:do not|don't|dont) (?:really )?have (?:an|any|the|that) (?:answer|idea|clue|information)(?: (?:for|to) (?:that|this|it))?",
  'forgot|forgotten|have forgotten|forget(?! (?:it|about)\\b)',
  "idk|dk|dunno|don't no|beats me|who knows|no clue|hard to (?:say|tell)|impossible to (?:say|tell)|how (?:should|would|could) i know",
].join('|');
// "not sure what you mean" asks for help, and "don't know why it broke" answers something else.
const TAIL =
  '(?:[ ,.!-]+(?:sorry|exactly|really|honestly|tbh|anymore|any more|for sure|either|now|yet|that|this|it|at all|about (?:that|this|it)|off hand|right now|the (?:exact )?(?:date|day|answer|month|number)|unfortunately|of (?:that|it)|(?:the|an) answer(?: to (?:that|this|it)(?: one| question)?)?|what the answer (?:is|would be))){0,3}' +
  '(?:[ ,.!-]+(?:when|whether|if|which|how long|what (?:day|date|month))(?: .{1,80})?)?';

const DONT_KNOW = new RegExp(`^${LEAD}${SUBJECT}(?:${UNKNOWING})${TAIL}$`);

/** Whether the whole answer says that the customer does not know; an answer that also names a number or says "but" is not one. */
export function isDontKnow(text: string): boolean {
  const answer = plainAnswer(text);
  return (
    answer.length <= 160 &&
    !/\d|\bbut\b|\bmaybe\b|\bi think\b/.test(answer.replace('100%', '')) &&
    DONT_KNOW.test(answer)
  );
}
