/** "No wait,", "sorry, I meant": what comes after it replaces what was said before. The "no" of "no scratch" stays. */
const lead =
  /^(?:(?:no|nope)(?:[,.!;:-]+ ?| (?=(?:wait|sorry|actually|hold on|oops|i (?:mean|meant)|it (?:was|is)|it's|(?:it |that |there )?(?:wasn't|was not|isn't|is not))\b))|(?:not quite|wait|hold on|stop|oops|sorry|actually|oh|ah|hm+|um|well|but|correction|scratch that|my (?:mistake|bad|fault|error)|forget that|wrong (?:click|button|answer)|rather|(?:i |i've |i have )?(?:told you wrong(?:ly)?|(?:got|had) (?:it|that|this) wrong|made a mistake)|i was (?:wrong|mistaken)|(?:the|that|this|my) [a-z ]{2,20} (?:is|was) (?:wrong|not right|incorrect)|i forgot(?: to (?:say|mention|tell you))?|to be honest|i (?:mean|meant)(?: to (?:say|write|type))?)(?:[ ,.!:;-]+|$)){1,6}/;
const maxLeadLength = 80;

const correcting =
  /\b(?:actually|sorry|i meant?|correction|my (?:mistake|bad|fault|error)|made a mistake|mistaken|after all|forget that|instead|wait|scratch that|not quite|rather|wrong)\b|^(?:no|nope)\b/;

/** The words at the start of a plain text that take back what was said before; empty if there are none. */
export function correctingLead(plain: string): string {
  return lead.exec(plain.slice(0, maxLeadLength))?.[0] ?? '';
}

/** True if a plain text takes something back: "actually", "I meant", a "no" at its start. */
export function takesBack(plain: string): boolean {
  return correcting.test(plain);
}
