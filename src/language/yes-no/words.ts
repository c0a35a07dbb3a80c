import { isNegation, wordsOf } from '../text/words.ts';
import { asMeant } from './typing.ts';

const INTERJECTION = `(?:(?:uh+|um+|erm|hm+|oh|ah|well|so|ok|okay|sorry|actually|honestly|frankly|tbh|to be honest|and|hi|hello|hey|please|sir|but|thanks|great|perfect|nice|cool|excellent|wow|ugh|omg|damn|shit|wait|look|man|dude|mate|i (?:said|mean|think|believe|guess)|i(?:'d| would| will|'ll| have to| must| can) (?:say|confirm)|(?:my|the) answer (?:is|would be)(?: definitely| still| a| clearly)?|as far as i (?:know|can tell|remember|recall)|afaik|to my knowledge)[ ,.!:-]+)*`;
const YES =
  'y|ya|yah|yas|ye+s+|ye|yea|yeah+|yeh|yep+|yup+|yeap|yessir|aye|uh[ -]?huh|mm?[ -]?hm+|you bet|surely|for sure|sure thing|of course|affirmative|absolutely|definitely|certainly|indeed|👍|👌|✅|✔';
const NO =
  "n|no+|not that i(?:'m| am|'ve| have)? (?:know|knew|recall|remember|aware|notice|noticed|see|saw|seen|can (?:see|tell|recall|think)|could (?:see|tell))(?: of)?|nop(?:e|es)?|nono+|nah+|naw|nay|negative|no way|not at all|not really|not yet|uh[ -]uh|nuh[ -]uh|(?:absolutely|certainly|definitely|of course|surely) not|hell (?:no|nah)|nothing(?! (?:\\w+ )?(?:is|was|has|that|to|but|except|i|wrong|broke|damag|miss|work|happen|problem|issue|bad|came|come))|👎|❌|🚫";
const MILD_YES =
  'ok|okay|okey|k|kk|sure|agreed|confirm|confirmed|accepted|approved|alright|all right|roger(?: that)?|go ahead|please do|you got it';
// These agree only when little more is said: "right now it fails", "true wireless".
const JUST_YES = `right|correct|true|exactly|thats? right|positive|(?:that )?makes sense`;
// To a question of fact these describe the thing: a perfect device is not a damaged one.
const PRAISE =
  "fine|great|good|perfect|cool|excellent|awesome|(?:that )?(?:sounds|looks) (?:good|great|right|fine)|(?:that's|that is|thats|that would be|that'd be) (?:fine|ok|okay|good|great|perfect|awesome|excellent|cool)";

const LEAD_NO = new RegExp(`^${INTERJECTION}(?:${NO})(?![\\p{L}\\p{N}'])(?!-)[ ,.!;:-]*`, 'u');
const LEAD_YES = new RegExp(`^${INTERJECTION}(?:${YES})(?![\\p{L}\\p{N}'])[ ,.!;:-]*`, 'u');
const THANKS =
  '(?: (?:thanks?|thank you|please|sir|response|very much|so much|a lot|too|yes|indeed|again|as well|also|for (?:the|your) help))*';
const WHOLE_YES = new RegExp(`^${INTERJECTION}(?:${JUST_YES})[ ,.!]*${THANKS}$`);
const WHOLE_PRAISE = new RegExp(`^${INTERJECTION}(?:${PRAISE})[ ,.!]*${THANKS}$`);
const LEAD_MILD = new RegExp(`^${INTERJECTION}(?:${MILD_YES})(?![\\p{L}\\p{N}'])[ ,.!;:-]*`, 'u');

// "no problem", "no. 3", "never mind": begin with "no" and deny nothing.
const NOT_A_NO =
  /^(?:no[ .]*\d|no (?:problem|worries|doubt|issue|matter|questions?|idea|clue|one\b|thing\b|need to worry))/;

/** The yes or no that an answer begins with, and what follows it; praise ("fine") is a yes only when no fact was asked. */
export function explicitLead(written: string, isAboutFact: boolean): { says: 'yes' | 'no'; rest: string } | undefined {
  const answer = asMeant(written);
  if (/^(?:no doubt|without (?:a )?doubt|why not)\b/.test(answer)) return { says: 'yes', rest: '' };
  if (NOT_A_NO.test(answer)) return undefined;
  for (const [says, pattern] of [
    ['no', LEAD_NO],
    ['yes', LEAD_YES],
  ] as const) {
    const lead = pattern.exec(answer)?.[0];
    if (lead !== undefined) return { says, rest: answer.slice(lead.length) };
  }
  if (WHOLE_YES.test(answer) || (!isAboutFact && WHOLE_PRAISE.test(answer))) return { says: 'yes', rest: '' };
  const mild = LEAD_MILD.exec(answer)?.[0];
  if (mild === undefined) return undefined;
  const rest = answer.slice(mild.length);
  return isCourtesy(rest) ? { says: 'yes', rest } : undefined;
}

// After a mere "ok" or "right" only small talk may follow: "ok, it's broken" answers with its second half.
function isCourtesy(rest: string): boolean {
  const words = wordsOf(rest);
  return (
    words.length <= 7 &&
    !words.some((word) => isNegation(word) || /^(?:but|however|only|bye|\d.*)$/.test(word)) &&
    !/\?|^(?:it|its|it's|they|the|that|this|there|my|he|she|we|you (?!can|may|could)|if|now|then|so|when|after|before|since|still|sometimes|i (?!will|'ll|am|confirm|agree|understand|can|wait))(?: |$)/.test(
      rest,
    )
  );
}

const HEDGE =
  /^(?:(?:i|it|that|this|they|you|well|um+|hm+|so|and|guess|think|i'm|im|know|sure|believe|suppose|would|say|really|just|honestly|my answer is|the answer is) )*(?:maybe|perhaps|possibly|probably not sure|might(?: be)?|may be|could be|can be|either|both|whatever|whichever|any(?:one|thing)?(?: one)? (?:is|would be|will be) (?:fine|ok|okay)|depends|sometimes|partly|partially|sort of|kind of|kinda|sorta|half and half|yes and no|(?:do|does|would|did)(?:n't| not) (?:really )?(?:mind|care|matter)|50 ?\/ ?50|no preference|up to you|unimportant)\b/;

/** Whether an answer commits to neither yes nor no: "maybe", "either one", "it depends". */
export function isHedge(answer: string): boolean {
  return HEDGE.test(answer) && !/\b(?:yes|no) (?:it|i|they)\b/.test(answer);
}

const AGREEING = new Set(
  'correct right true accurate affirmative yes yeah yep confirmed correctly accurately case sure certainly absolutely definitely indeed exactly course so agree agreed totally perfectly correctly exact fact'.split(
    ' ',
  ),
);
const DENYING = new Set(
  'false wrong wrongly incorrectly incorrect untrue negative no nope inaccurate disagree mistaken doubt'.split(' '),
);
const FRAME = new Set(
  "that that's thats that'd that'll it it's its this is was are would be will a an the my answer response reply statement i i'm i'd i'll im am you you're of to me my very much very quite really pretty all at me say think believe guess suppose feel afraid hope seems seem appears looks like sounds as far know can tell do does did for from by way in any absolutely one thing entirely completely fully also and then please thanks thank sir exactly said have has got actually most sorry meant must prefer information happening now just what been response command request hard turns out oops get gets understand understood instructions done did saying definite factual have on hmm hm um uh oh well but you've knowledge memory can confirm command task request proper".split(
    ' ',
  ),
);

/** What a remark about truth itself says ("that's not correct", "I don't think so", "that is quite untrue"), by counting its denials. */
export function verdict(answer: string): 'yes' | 'no' | undefined {
  const bare = answer
    .replace(EXCLAMATION, '')
    .replace(/^i think not$/, 'not so')
    .replace(/^(?:i'm|i am) sure (?=\w)/, '');
  const words = wordsOf(bare);
  if (words.length > 16) return undefined;
  const echo = echoOf(words.join(' '));
  if (echo !== undefined) return echo;
  const known = words.every((word) => FRAME.has(word) || AGREEING.has(word) || DENYING.has(word) || isNegation(word));
  const judged = words.some((word) => AGREEING.has(word) || DENYING.has(word) || isNegation(word));
  if (!known || !judged) return undefined;
  const denials = words.filter((word) => DENYING.has(word) || isNegation(word)).length;
  // "Not false" is yes; "not true, it's false" says no twice.
  const isDoubleNegative =
    denials === 2 &&
    words.some((word, at) => isNegation(word) && words.slice(at + 1, at + 3).some((next) => DENYING.has(next)));
  return denials === 0 || isDoubleNegative ? 'yes' : 'no';
}

const EXCLAMATION = /^(?:(?:wait|stop|shit|damn(?: it)?|dammit|crap|ugh|argh|omg|no wait|hey)[ ,.!]+)+/;

const ECHO =
  /^(?:i'm afraid |i think |i believe |yes |well |actually |unfortunately |sadly |luckily )*(?:it|they|that|there|this|i|we|he|she|none of (?:it|them)) (?:really |actually |still |certainly |sure |definitely )?(do|does|did|is|are|am|was|were|has|have|had|can|could|will|would)(n't| not)?(?: (?:indeed|though|at all|now|either|yet|been|sadly|unfortunately))*$/;

function echoOf(words: string): 'yes' | 'no' | undefined {
  const echo = ECHO.exec(
    words.replaceAll('cannot', 'can not').replaceAll("can't", 'can not').replaceAll("won't", 'will not'),
  );
  if (echo === null) return undefined;
  return echo[2] === undefined && !words.startsWith('none') ? 'yes' : 'no';
}
