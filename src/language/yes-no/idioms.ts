const LEAD =
  '^(?:(?:hm+|um+|uh|oh|well|ok|okay|sorry|thanks|thank you|so|and|but|honestly|actually|just|please|great|nice)[ ,.!]+)*';
const TAIL =
  '(?: (?:thanks?|thank you|please|sir|madam|now|then|today|for (?:now|today|me|that|your help)|so much|very much|a lot|too|anyway|really|at all|with (?:it|that)|again|indeed|about (?:it|that)|on (?:it|that)(?: one)?|as well))*[ ,.!]*$';

const whole = (phrases: readonly string[]) => new RegExp(`${LEAD}(?:${phrases.join('|')})${TAIL}`);

const EVER_YES = [
  '10-4|ten[ -]four|copy that|that checks out|checks out|true that|true enough|fair enough',
  'totally|obviously|naturally|evidently|undoubtedly|unquestionably|without question|no question(?: about it)?|100 ?(?:%|percent)|(?:a )?(?:hundred|thousand) (?:percent|times yes)|defo|deff?|fo(?:r)? sho',
  "(?:darn|damn|too|dead) right|right you are|you(?:'re| are) (?:right|correct|not wrong)|(?:hell|heck|oh) ye(?:s|ah|p)|you betcha|you know it|i should think so|more or less yes|righto|okie dokie|okey dokey",
  "(?:it|that|they) (?:sure|certainly|definitely|absolutely) (?:is|does|are|do|was|did)|that (?:it|they|i) (?:is|does|do|did|am|was)|i(?:'m| am) (?:certain|positive)(?: (?:of|about) (?:it|that))?",
  'every time|all the time|always|(?:more|most) than once|(?:once|twice|many times|several times|a (?:few|couple of) times)',
];
const EVER_NO = [
  "(?:there is|there's) no way(?: (?:in \\w+|on earth))?(?: (?:that(?: is|'s)|it's|it is) (?:true|right|correct))?|no way in \\w+|no way jose",
  '(?:not )?(?:a |no |fat )chance|not in (?:a (?:million|thousand) years|the (?:slightest|least)|any way)|not (?:even )?(?:a (?:bit|single \\w+)|remotely|close|nearly|once|ever)|not on your life|nowhere near|far from it|anything but|by no means|under no circumstances|never(?: ever)?|never once',
  'in your dreams|dream on|when pigs fly|when hell freezes over|as if|like hell(?: it (?:does|is))?|my foot|(?:i )?wish(?: it (?:did|was|were|had|would))?|if only(?: it (?:did|was|were|had))?|(?:i )?(?:highly |seriously |very much )?doubt (?:it|that)',
  "negatory|(?:that's|that is) a negat(?:ory|ive)|none(?: (?:whatsoever|of (?:it|them|that|those|these)))?|zero|zilch|nada|nil|nothing (?:whatsoever|like that|of the (?:sort|kind))|not (?:quite|exactly|entirely|completely|fully|totally|always|any ?more|any longer)",
];
// Said to an offer or a "right?": of a fact these would say nothing.
const REQUESTED_YES = [
  "(?:let's|lets) (?:do (?:it|that|this)|go)|do (?:it|so|that)|i(?:'ll)? do it|go (?:for it|on|(?:right )?ahead)|(?:you )?(?:can|may) (?:go ahead|proceed|do (?:it|that|so))|proceed|continue|carry on|process it|make it so|by all means|with pleasure|happy to|deal",
  "i(?:'m| am) in|count me in|i(?:'d| would) (?:love|like) (?:to|that|it)|i (?:can )?(?:confirm|accept|agree|approve)(?: (?:it|that|this|everything|to (?:it|that|this)))?(?: \\w+)?|confirm (?:it|that|this)|(?:that|it) (?:works|will do|would work|suits me)|works for me|(?:that )?sounds (?:good|great|perfect|fine|right|lovely)(?: to me)?",
  "everything (?:is|looks|seems) (?:right|correct|good|great|fine|perfect|in order)|all correct|nothing to (?:change|correct)|you(?:'ve| have)? (?:got|done|understood) .{1,40}(?:correc\\w*|right|perfectly)",
];
const REQUESTED_NO = [
  "(?:just |only )?(?:that|this|it)(?:'s|s| is| was|'?ll be| will be| would be| should be)? (?:all|it|everything|enough|plenty)(?: (?:i (?:need|needed|want|wanted)|the help (?:i )?need(?:ed)?|my order))?(?: (?:for )?(?:now|today))?(?:[ ,.!]+(?:thank|have a|bye).{0,40})?",
  "(?:just this )?(?:nothing|no(?:thing)?) (?:else|more|further)(?:[ ,.!]+(?:thank|have a|bye|please).{0,40})?|(?:just this )?nothing else .{0,30}|enough|i(?:'m| am) (?:good|fine|done|all set|okay|ok|all good)|i (?:have|got|'ve got) (?:all|everything)(?: .{1,40})?",
  "(?:not|maybe not) (?:today|now|right now|this time|interested|for me|necessary|needed|required)|(?:i(?:'d| would) )?rather not|(?:i(?:'ll| will) |hard )?pass|no can do|forget it|i decline|decline|i refuse|leave it|(?:don't|dont|do not)(?: (?:do|bother|proceed|continue|send|need|want)(?: (?:it|that|this|to|so))?(?: again)?)?",
  "i (?:don't|dont|do not) (?:want|need) (?:it|that|this|one|any(?:thing)?|(?:any )?more|to (?:order|buy|add))(?: .{1,30})?",
  "(?:that|this|it)(?:'s|s| is)? not (?:it|right|correct|ok|okay|good|fine|acceptable|what i .{1,30}|the (?:right|correct) .{1,30})(?: please .{1,40})?|disagree.{0,40}|invalid|not (?:right|correct)(?: .{1,20})?",
];
// "You have made a mistake", "you misunderstood me".
const COMPLAINT =
  /\byou(?:'ve|'re| have| had| are)?\b.{0,40}\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistakes?|messed|mixed up|misunderst\w+|misheard|not (?:\w+ ){0,3}(?:right|correct)|didn't .{1,40} right|do(?:n't| not) understand)\b|\b(?:isn't|not|wasn't) what i (?:wanted|said|meant|asked)\b|\bi said \w+ \w+ not \w+/;

const IDIOMS = [
  [whole(EVER_YES), 'yes'],
  [whole(EVER_NO), 'no'],
] as const;
const REPLIES_TO_OFFER = [
  [whole(REQUESTED_NO), 'no'],
  [whole(REQUESTED_YES), 'yes'],
] as const;

/** What an idiom says as the whole answer; without a question of fact, replies to an offer count too ("that's all"). */
export function idiom(answer: string, isAboutFact: boolean): 'yes' | 'no' | undefined {
  const always = IDIOMS.find(([pattern]) => pattern.test(answer))?.[1];
  if (always !== undefined || isAboutFact) return always;
  if (answer.length <= 120 && COMPLAINT.test(answer)) return 'no';
  return REPLIES_TO_OFFER.find(([pattern]) => pattern.test(answer))?.[1];
}

const LAST_WORD =
  /(?:[,.;!] ?|\bso |\b(?:thanks|thank you|thanks a lot|fine|good|ok|okay) )(yes|yeah|yep|yup|no|nope|nah)(?:,? (?:thanks?|thank you|please|sir|so much|i (?:do|will|am|did|would)|it (?:does|is|will|did|was|has)(?: \w+)?|they (?:do|are|did|were)))*$/;

/** The yes or no that an answer ends with: "When I press them, yes, it does", "all good no thanks". */
export function lastWord(answer: string): 'yes' | 'no' | undefined {
  const last = LAST_WORD.exec(answer)?.[1];
  return last === undefined ? undefined : last.startsWith('y') ? 'yes' : 'no';
}
