import { plainAnswer, plainText } from '../text/plain-text.ts';

/** What a customer can ask for at any time, instead of answering. */
export type Command = 'human' | 'back' | 'start-over' | 'help' | 'change';

const LEAD = new RegExp(
  `^(?:(?:${[
    'hi|hello|hey|ok|okay|oh|ah|well|so|sorry|wait|please|pls|just|actually|um|uh|thanks but',
    'can i|could i|may i|can we|could we|can you|could you|would you|will you|is it possible to|is there a way to',
    "i want to|i wanna|i want|i need to|i need|i would like to|i would like|i'd like to|i'd like|i would rather|i'd rather|i'd prefer to|i prefer to|i have to|i must|i wish to|i demand to|i demand",
    "let me|let's|lets|we want to|how do i|how can i|where can i|is there|are there|i'm asking for|i am asking for|give me",
  ].join('|')})[ ,.!-]+)*`,
);
const TAIL =
  /(?:[ ,.!-]+(?:please|pls|plz|now|instead|here|thanks|thank you|thx|asap|directly|right now|immediately|again please|for me|about (?:this|it|that)|on the phone|by phone|not a (?:bot|robot|machine)|i can (?:talk|speak) (?:to|with)|to (?:talk|speak) (?:to|with)))+$/;

const PERSON = `(?:(?:an?|the|some|your|any|real|live|actual|human|proper|customer|service|support|sales|another|different)[ -])*(?:human(?: being)?|person|people|agent|representative|rep|operator|adviser|advisor|colleague|employee|consultant|clerk)s?`;
const ANYBODY = `(?:${PERSON}|(?:an?|the|your) (?:manager|supervisor|boss)|some ?(?:one|body)(?: (?:real|human|else|there|from (?:the )?(?:team|shop|support)))?|any ?(?:one|body)|(?:the |your |customer )?(?:support|service|services|care|staff|team)(?: team| staff| desk)?|customer (?:service|support|care))`;
const REACH = `(?:(?:talk|speak|chat|talking|speaking) (?:to|with)|(?:get|connect|transfer|put|hand|pass|forward|switch|escalate|redirect)(?: (?:me|this|it|us))?(?: (?:on|over|through))?(?: to| with)?|contact|reach|call|have|see)`;

const COMMANDS: [Command, RegExp][] = [
  [
    'human',
    new RegExp(
      `^(?:${PERSON}|${REACH} ${ANYBODY}|(?:customer (?:service|support|care)|live chat|escalate)|(?:i )?(?:don't|do not) want (?:to (?:talk|speak|chat) (?:to|with) )?(?:an?|this) (?:ro)?bot|(?:talk|speak|chat) (?:to|with) (?:me )?(?:in person|an? real one))$`,
    ),
  ],
  [
    'start-over',
    /^(?:(?:start|begin)(?: it| this| all| everything)?(?: all)? (?:over|again|afresh|anew|over again|from (?:the )?(?:beginning|start|scratch|top))|re-?start(?: (?:the )?(?:chat|conversation|return|over|again))?|(?:go |take me )?back to (?:the )?(?:start|beginning)|(?:go to )?(?:the )?(?:start|beginning)|re-?set(?: (?:the )?(?:chat|conversation|everything|all))?|(?:start |begin |make |file |open )?(?:an?(?:other)? )?(?:brand )?new (?:return|chat|conversation|request|case|claim)|another return)$/,
  ],
  [
    'back',
    /^(?:(?:go|step|move|take me|get|jump) back(?: (?:a|one|1) (?:step|question)| one)?|back(?: (?:a|one|1) (?:step|question))?|(?:go |take me |back )*(?:to )?(?:the |my )?(?:previous|prior|last) (?:question|step|one)|previous|undo(?: (?:that|it|this|my last answer|the last (?:answer|step)|last))?|one step back)$/,
  ],
  [
    'help',
    /^(?:help(?: me)?(?: (?:out|with this|to answer))?|some help|your help|what (?:can|do) you do|what can i (?:do|say|ask|type|write|answer)(?: here)?|what do(?:es)? (?:you|that|this|it) mean(?: by (?:that|this|it))?|what is (?:that|this) supposed to mean|how does (?:this|it) work|(?:i )?(?:don't|do not|dont|didn't|did not) (?:understand|get it|follow)(?: (?:this|that|it|you|the question|what you mean))?|(?:i'm |i am )?(?:confused|lost)|(?:i'm |i am )?not sure what (?:you|that|this) means?|explain(?: (?:this|that|it|the question))?|huh|what|pardon|come again|what are (?:my|the) options|options|commands|menu)$/,
  ],
  [
    'change',
    /^(?:(?:change|correct|edit|fix|amend|revise|modify)(?: (?:something|one thing|it|that)| (?:an?|my|the|that|this|one|one of my|some)(?: (?:last|previous|first|earlier|wrong|given))* (?:answers?|details?|repl(?:y|ies)|mistakes?|entr(?:y|ies)|responses?|facts?))?|(?:an? )?correction|(?:no )?(?:that|this|it)(?:'s| is| was)? (?:wrong|incorrect|not (?:right|correct|true)|a mistake|an error|the wrong (?:one|answer))|thats (?:wrong|incorrect|not right|not correct|a mistake)|(?:i )?(?:made|did) an? (?:mistake|error|typo)|my mistake|i was (?:wrong|mistaken)|i (?:got|had) (?:that|it|this) wrong|(?:the )?wrong answer|i (?:answered|replied) wrong(?:ly)?|i (?:pressed|clicked|picked|chose|selected|tapped|hit|typed|gave|entered) (?:the )?wrong (?:one|button|answer|option|thing|date|number)|i(?:'ve| have) (?:made an? (?:mistake|error)|changed an answer))$/,
  ],
];

/** The command that the whole message is, or undefined: a command word inside an answer ("it came back broken") is none. */
export function readCommand(text: string): Command | undefined {
  if (/^\?[?\s]*$/.test(plainText(text, 40))) return 'help';
  const answer = plainAnswer(text);
  // A longer message tells a story; also keeps the patterns' time bounded.
  if (answer.length > 100) return undefined;
  const bare = answer.replace(TAIL, '');
  const request = bare.replace(LEAD, '');
  return COMMANDS.find(([, pattern]) => pattern.test(request) || pattern.test(bare))?.[0];
}
