import { stem, wordsOf } from '../text/words.ts';

/** The words of a clause that carry its meaning, each by its stem and, where it has one, its family. */
export type Meaning = ReadonlySet<string>;

// Words that say the same in an answer: who is asked about a rattle may answer with a noise.
const FAMILIES: Record<string, RegExp> = {
  shaking: /^(?:shak|vibrat|judder|wobbl|shudder|trembl)/,
  hot: /^(?:hot|heat|warm|overheat)/,
  noise: /^(?:nois|sound)/,
  hard: /^(?:hard|difficult|tough|stiff)/,
  bumpy: /^bump/,
  moving: /^(?:rotat|turn|mov|spin|roll)/,
  seeing: /^(?:detect|recogni|identif)/,
  starting: /^(?:start|boot)/,
  damage: /^damag/,
  broken: /^(?:broken?$|break|defect|fault|malfunction)/,
  liquid:
    /^(?:liquid|fluid|water|wet|spil|soak|damp|moist|coffee|juice|drench|rain|sink|pool$|bath|toilet|submerg|underwater)/,
  scratch: /^(?:scratch|scuff|scrape)/,
  buying: /^(?:bought|buy|purchas|order)/,
  opening: /^(?:open|unbox|unwrap|unpack)/,
  receipt: /^(?:receipt|invoic|bill)/,
  packaging: /^(?:box|packag|packing|carton|parcel)/,
  discount: /^(?:discount|sale|promo|offer|voucher|coupon|deal$|bargain|clearance|markdown)/,
  arriving: /^(?:arriv|deliver|receiv|came)/,
  leak: /^(?:leak|drip|seep)/,
  wheel: /^(?:wheel|tire|tyre)s?$/,
  device: /^(?:device|unit|machine|gadget|product|item)s?$/,
  slipping: /^(?:lag|delay)/,
  table: /^(?:table|desk)/,
  fast: /^(?:fast|quick|speed)/,
  freeze: /^(?:freez|froze|hang)/,
  wear: /^(?:wear|worn)/,
  smell: /^(?:smell|odou?r|scent|aroma)/,
  hit: /^(?:drop|fell|fall|hit|struck|crash|collid)/,
  work: /^(?:work|function|operat|run$|runs$|running$)/,
  shut: /^shut/,
  loose: /^loos/,
  reducing: /^(?:less|lessen|reduc|decreas|diminish)/,
  pull: /^pull/,
  brake: /^(?:brake|brak|break)/,
};
const FAMILY_ENTRIES = Object.entries(FAMILIES);

const COMPARED = /^(slow|fast|loud|quiet|weak|strong|bright|dark|cold|small|smooth|new|old|clean)(?:er|est)$/;

/** The stem of a word together with the families it belongs to. */
export function meaningsOf(word: string): string {
  const bare = stem(word.replace(/'s$/, '').replace(COMPARED, '$1'));
  return FAMILY_ENTRIES.find(([, pattern]) => pattern.test(word))?.[0] ?? bare;
}

const NUISANCE = 'problem|issue|trouble|fault|defect|complaint|difficult|concern|glitch|hitch|hiccup';
const SOUND_IDIOM = new RegExp(
  `\\b(?:with(?:out| no)|(?:ha(?:ve|s|d)|there(?:'s| is| are| were| was)|with|see|sees|got)? ?\\bno|free of|not an?|never(?: had)?(?: an?| any)?|(?:(?:do|does|did|ha[sd]|have)(?:n't| not)|not|am not|never) ?(?:have|had|having|see|seen|notice|noticed|encounter\\w*|experienc\\w*|got|been)? ?(?:any|a single|a|the slightest))(?: (?:any|a|single|kind of|sort of|real|major|obvious|visible|apparent|other)){0,3} (?:${NUISANCE})(?:s|es|ies|y)?\\b`,
  'g',
);
const AS_EVER =
  /\b(?:(?:the )?same as (?:always|usual|ever|before|normal)|as (?:usual|always|normal|expected|(?:it|they) (?:should|ought to)(?: be)?|new|designed|intended)|like (?:normal|new|usual)|nothing (?:unusual|wrong|out of the ordinary|abnormal|strange|odd)(?: (?:with|about) (?:it|them))?|(?:noise|problem|trouble|issue|damage|leak|rust)-free)\b/g;

const NO_CHANGE =
  /\b(?:no|not any|(?:have|has|had|make|makes|made) no|nothing) (?:effect|change|difference|impact)\b|\b(?:do|does|did)(?:n't| not) (?:change|affect|help|make (?:a|any) difference)\b|\bchanges? nothing\b/g;

const STOPPED =
  /\b(?:stop(?:s|ped)?|quit|ceased?|given up|gave up) (?:to )?(?:work|function|operat|charg|turn|respond)\w*/g;
const FULL_PRICE = /\b(?:full|regular|normal|usual|list|standard) (?:retail )?(?:price|amount)\b/g;
const PERCENT_OFF = /\b\d{1,2} ?(?:%|percent) off\b/g;
const UNHARMED = /\b(?:un(?:damaged|broken|scathed|harmed|scratched|marked)|in one piece)\b/g;
const COMPLETE =
  /\b(?:nothing(?:'s| is| was)? missing|everything(?:'s| is| was)? (?:there|here|included|present|in)|(?:it(?:'s| is) )?all (?:there|here|complete|present))\b/g;
// "Sounds normal" tells of no sound.
const VERB_OF_SEEMING = /\b(?:sounds?|smells?) (?=(?:\w+ )?(?:normal|fine|okay|ok|good|right|great|perfect)\b)/g;
const AS_NEW = /\b(?:brand|like|good as) new\b/g;

/** Text in which the idioms of soundness ("no issues at all", "as usual") and of no change are one word each. */
export function withIdioms(text: string): string {
  return text
    .replace(STOPPED, ' malfunction ')
    .replace(UNHARMED, ' intact ')
    .replace(COMPLETE, ' complete ')
    .replace(VERB_OF_SEEMING, ' ')
    .replace(/\b(?:take|took|taken) (?:good|great) care of\b/g, ' careful with ')
    .replace(FULL_PRICE, ' full price ')
    .replace(PERCENT_OFF, ' discount ')
    .replace(AS_NEW, ' new fine ')
    .replace(NO_CHANGE, ' unchanged ')
    .replace(SOUND_IDIOM, ' fine ')
    .replace(AS_EVER, ' fine ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** What is asked for when something is wrong. */
const TROUBLE =
  /^(?:damage|scratch|leak|freeze|wear|shaking|bumpy|hot|noise|broken|defect|fault|crack|dent|worn|problem|issu|troubl|wrong|unusual|abnormal|odd|strange|weird|loos|uneven|jerk|rough|smok|burn|pull|lean|veer|drift|drag|lock|stuck|stick|crash|die|dies|died|dead|drain|fail|improper|bent|miss|rust|dirt|wet|spil|scrap|grind|squeal|clunk|tick|click|rattl|blown|slipping|excess|hit|short|drop|slow|cut|block|clog|stop)/;
const SOUND =
  /^(?:fine|ok|okay|intact|perfect\w*|good|great|normal\w*|undamag\w*|flawless\w*|well|proper\w*|correct\w*|smooth\w*|stabl\w*|steady|steadi\w*|straight|consistent\w*|uniform\w*|even|evenly|clean|spotless|dry|secur\w*|tight\w*|healthy|excellent|mint|pristine|spotless|immaculate|sound|nominal\w*|regular\w*|quiet\w*|silent\w*)$/;
const WORKING =
  /^(?:work|function|operat|run|perform|fine|proper|properly|well|ok|okay|intact|normal|good|sound|usabl)/;
const BROKEN =
  /^(?:damage|broken|defect|fault|crack|dead|fail|torn|tear|tore|crush|dent|rip$|brick|useless|bust|kaput|bork|freeze|crash|die|dies|died|stuck|malfunction|wrong|smash|shatter|stop|glitch|unusabl|inoperabl|problem|issu|troubl)/;
const SPECIFIC_DAMAGE = /^(?:crack|scratch|dent|chip|lump|torn|tear|bent|shatter|smash|broken|hole|gash|gouge|bulg)/;

// [one side, the other side]: who asks for one and hears the other is told no.
const OPPOSITES: [RegExp, RegExp][] = [
  [/^(?:loos|unsecur)/, /^(?:tight|secur|firm|snug)/],
  [/^(?:hard|heavy|challeng)/, /^(?:easy|easi\w*|ease|smooth\w*|light|lightly|fine|soft|effortless\w*|free|freely)$/],
  [/^(?:hot)/, /^(?:cool|cold|chill|normal|regular|mild|fine$)/],
  [/^(?:bumpy|rough|uneven|jerk)/, /^(?:smooth|stabl|even|evenly|normal\w*|uniform|consistent)$/],
  [/^(?:new|unus|unopen|seal|intact)/, /^(?:used|use|old|opening|broken|torn|tear|tore)$/],
  [/^(?:fast)/, /^slow/],
  [/^(?:constant|continu|alway)/, /^(?:intermit|rare|seldom|occasion)/],
  [/^work$/, /^off$/],
  [/^(?:automat)/, /^manual/],
  [
    /^(?:less|lessen|reduc|decreas|diminish|slow|smooth|improv|fade|subsid|drop|lower|weak|shrink|fall)/,
    /^(?:more|increas|wors|strong|intens|same|constant|continu|still|unchang|persist|grow|higher)/,
  ],
  [
    /^(?:increas|wors|grow|strong|intens|loud)/,
    /^(?:quiet|stay|less|lessen|reduc|decreas|diminish|smooth|improv|fade|same|unchang)/,
  ],
  [/^(?:pull|lean|veer|drift|side$|left$)/, /^(?:straight|stabl|steady|centr|center)/],
  [/^empty/, /^full$/],
  [/^(?:liquid|oil|coolant)/, /^(?:dry)/],
  [/^(?:leak)/, /^(?:dry|clean|spotless|fine)$/],
  [/^(?:sta(?:y|ys|yed|ying)|remain|station)/, /^(?:moving)$/],
];

// Of these a thing must be the one or the other, so that denying one says the other.
const EITHER_OR: [RegExp, RegExp][] = [
  [/^(?:discount|reducing)/, /^full$/],
  [/^miss/, /^complet/],
  [/^late/, /^(?:early|time$|punctual)/],
];

/** Whether a statement names the contrary of what was asked: "tight" of "loose", "perfect" of "damaged", "dead" of "working". */
export function opposes(said: Meaning, asked: Meaning): boolean {
  return (
    isWorkingAgainstBroken(said, asked) ||
    isSoundAgainstTrouble(said, asked) ||
    isBrokenAgainstWorking(said, asked) ||
    isAcross(OPPOSITES, said, asked) ||
    isAcross(EITHER_OR, said, asked)
  );
}

function isAcross(scales: readonly [RegExp, RegExp][], said: Meaning, asked: Meaning): boolean {
  return scales.some(
    ([one, other]) =>
      (has(asked, one) && has(said, other) && !has(said, one)) ||
      (has(asked, other) && !has(asked, one) && has(said, one) && !has(said, other)),
  );
}

/** Whether the contrary that a statement names is the only other possibility, so that its denial agrees: "no discount" is the full price. */
export function leavesNoThird(said: Meaning, asked: Meaning): boolean {
  return isWorkingAgainstBroken(said, asked) || isAcross(EITHER_OR, said, asked);
}

// "It works fine" speaks of its working, not of the scratch that was asked for.
function isSoundAgainstTrouble(said: Meaning, asked: Meaning): boolean {
  if (!has(asked, TROUBLE) || has(asked, SOUND) || asked.has('reducing') || !has(said, SOUND)) return false;
  if (has(said, TROUBLE)) return false;
  return !(has(asked, /^(?:damage|scratch|dent|crack)/) && has(said, /^(?:work|run|function|charg|turn|moving|play)/));
}

function isWorkingAgainstBroken(said: Meaning, asked: Meaning): boolean {
  return asked.has('broken') && said.has('work') && !has(said, BROKEN);
}

function isBrokenAgainstWorking(said: Meaning, asked: Meaning): boolean {
  return (
    (asksForWorking(asked) || has(asked, /^(?:good|fine|ok|okay|intact|proper\w*|well)$/)) &&
    has(said, BROKEN) &&
    !has(said, WORKING)
  );
}

/** Whether the question is whether something works, so that any fault answers it. */
export function asksForWorking(asked: Meaning): boolean {
  return has(asked, /^(?:work|function|operat|usabl)/) && !has(asked, /^(?:stop|quit|ceas)/);
}

/** Whether a statement names what the question only called by its kind: a crack where damage was asked for. */
export function names(said: Meaning, asked: Meaning): boolean {
  return (
    (asked.has('damage') && (has(said, SPECIFIC_DAMAGE) || said.has('broken'))) ||
    (has(asked, /^(?:unusual|wrong|problem|issu|troubl|abnormal|odd|strange|weird|ordinary)/) && has(said, TROUBLE)) ||
    (asked.has('broken') && has(said, BROKEN)) ||
    (asksForWorking(asked) && has(said, /^fine$/)) ||
    (has(asked, /^(?:intact|complet)/) && has(said, SOUND))
  );
}

function has(words: Meaning, pattern: RegExp): boolean {
  for (const word of words) if (pattern.test(word)) return true;
  return false;
}

/** The meaning of plain text, leaving out the words that `isEmpty`. */
export function meaningOf(text: string, isEmpty: (word: string) => boolean): Meaning {
  return new Set(
    wordsOf(text)
      .filter((word) => !isEmpty(word))
      .map(meaningsOf),
  );
}
