import { plainText } from '../plain-text.ts';
import { isTypoOf, stem, wordsOf } from '../words.ts';

/** What several words say together, put in one word before the words are read one by one. */
const PHRASES: readonly [RegExp, string][] = [
  [
    /\b(?:does|do|did|is|are|was|has|have)(?: not|n't|nt) (?:work|working|turn on|switch on|start|function)\w*/g,
    ' broken ',
  ],
  [/\b(?:stop\w*|quit) working\b|\bnot working\b|\bnon[- ]?(?:working|functioning)\b|\bdead on arrival\b/g, ' broken '],
  [/\b(?:fully|still) (?:works?|working|functional|functioning)\b/g, ' working '],
  [/\bnothing wrong\b/g, ' working '],
  [/\b(?:money|cash|payment) back\b|\bpa(?:y|id) (?:me |it )?back\b|\bget (?:all )?my money\b/g, ' refund '],
  [
    /\b(?:send|sent|sending|bring|take|taken|taking|takes|give|post|mail|ship|hand|go|come|accept) (?:\w+ ){0,2}?back\b/g,
    ' return ',
  ],
  [/\bway back\b/g, ' return shipping '],
  [
    /\bhow (?:long|soon|fast|quick(?:ly)?|many (?:working |business )?(?:days?|weeks?|months?|years?|hours?))\b|\buntil when\b|\bby when\b|\b(?:time|day) (?:limit|frame)\b|\bwhat is the (?:deadline|time limit)\b/g,
    ' howlong ',
  ],
  [/\bhow much\b|\bhow high\b|\bwhat percent(?:age)?\b/g, ' howmuch '],
  [/\bhow come\b|\bwhat(?: is| are|'s)? (?:\w+ ){0,4}?for$/g, ' why '],
  [/\breason (?:for|of|behind)\b/g, ' why '],
  [/\b\d+(?:\.\d+)? ?(?:%|percent|per cent|pct)/g, ' percent '],
  [/[%]/g, ' percent '],
  [
    /\bchang\w* (?:my|your|the|our|one'?s) minds?\b|\bchange of (?:mind|heart)\b|\bno longer (?:want|need)\b|\b(?:do not|don't|dont) (?:want|like|need)(?: it)?(?: any ?more)?\b/g,
    ' changedmind ',
  ],
  [/\bsecond[- ]hand\b|\bsigns? of use\b|\bmarks? of use\b|\btraces? of use\b|\bused condition\b/g, ' usemark '],
  [/\bwear and tear\b/g, ' wear '],
  [
    /\bthird[- ]part(?:y|ies)\b|\bby (?:myself|someone|somebody|a friend)\b|\b(?:another|other|local|different|independent) (?:shop|workshop|store|technician|company|service)\b|\b(?:someone|somebody) else\b|\bmyself\b/g,
    ' unauthorised ',
  ],
  [/\bforce majeure\b|\bacts? of god\b/g, ' accident '],
  [/\bdelivery (?:man|men|guy|person|driver|service|staff|company|people)\b|\bpost ?man\b/g, ' courier '],
  [/\blog(?:ged|ging)?[ -]?(?:in|on)(?:to)?\b|\bsign(?:ed|ing)? in\b/g, ' login '],
  [/\bhas the (?:final|last) (?:say|word)\b/g, ' decide '],
  [
    /\b(?:on|at) (?:my|your|our|whose|the (?:buyer|customer|shop|seller|store)'?s) (?:own )?(?:expense|cost|dime|account)\b|\bout of (?:my )?(?:own )?pocket\b|\bon (?:me|you)\b/g,
    ' pay ',
  ],
  [/\b(?:free of charge|for free|for nothing|no charge)\b/g, ' pay '],
  [/\bstore credit\b/g, ' credit '],
  [
    /\bon (?:sale|offer|promotion|promo|special)\b|\b(?:black friday|sales? price|sales? items?|reduced|half price)\b|\bfinal sale\b/g,
    ' discount ',
  ],
  [/\bnew (?:one|device|item|unit)\b/g, ' exchange '],
  [/\bwrong order (?:details|data)\b|\bwrong (?:\w+ )?(?:details|address|data)\b/g, ' wrongdetails '],
];

/** Words that say the same thing in questions about returns; the first names them all. */
const SYNONYMS: readonly string[] = [
  'pay pays paid paying payer cost costs costing expense expenses charge charges charged free cover covers bear foot billed price bill',
  'shipping postage freight carriage',
  'refund refunds refunded refunding reimburse reimbursed reimbursement money',
  'return returns returned returning returnable',
  'exchange exchanged exchanges exchanging replace replaced replacement swap swapped',
  'howlong deadline duration timeframe timescale window period days weeks months day week',
  'when',
  'fee fees percent percentage commission deduct deducted deduction deducting withheld withhold surcharge keep kept',
  'why purpose reason',
  'cancel cancels cancelled canceled cancelling canceling cancellation',
  'broken defective faulty defect defects fault faults malfunction malfunctions malfunctioning breaks broke dead',
  'damaged damage damages dented crushed smashed',
  'check checks checked checking inspect inspected inspection verify look',
  'courier carrier driver',
  'accept accepted accepting refuse refused refusing reject rejecting sign signing signed decline',
  'packaging packing box boxes carton wrapping package',
  'parcel parcels shipment shipments',
  'label labels sticker stickers marking markings tag tags',
  'seal seals sealed',
  'serial',
  'use used using uses usemark scratches scratched scratch worn marks',
  'open opened opening unboxed unsealed unwrapped',
  'warranty warranties guarantee guarantees guaranteed',
  'repair repairs repaired repairing fix fixed fixing mend mended',
  'unauthorised unauthorized unqualified tampering opened-by',
  'decide decides decided deciding decision decisions approve approves approved judge judges determines',
  'manufacturer manufacturers maker makers producer brand vendor factory',
  'diagnose diagnosed diagnoses diagnosis diagnostics examine examined examines examination tested',
  'insured insurance insure insures',
  'discount discounted discounts sale promotion promotional promo clearance voucher coupon bargain outlet',
  'claim claims compensation',
  'form forms',
  'request apply application submit register',
  'login account',
  'credit',
  'method methods card paypal bank cash',
  'missing lost gone without incomplete thrown lacking',
  'part parts accessory accessories piece pieces completeness',
  'liquid water wet spill spilled spilt spills moisture coffee',
  'power voltage surge surges lightning electricity charger static',
  'virus viruses malware',
  'licence licences license licenses licensed unlicensed',
  'module modules',
  'software program programs programme app',
  'digital download downloads downloaded',
  'subscription subscriptions',
  'service services configuration',
  'activation activate activated activates activating registered',
  'wear ageing aging',
  'accident accidents fire flood disaster',
  'consumables consumable ink paper cartridge cartridges',
  'policy policies rules rule terms conditions',
  'count counts counted mean means meaning definition considered define defined qualify qualifies classed',
  'receive received receipt receiving arrival arrives arrived arrive delivered',
  'delivery deliver',
  'start starts begin begins',
  'send sent sending',
  'wrong mistake incorrect mistaken',
  'hack hacked hacking tampered crack cracked flashed jailbreak',
  'modify modified modification modifications tuned firmware altered',
  'dropped drop fell',
  'insects insect bugs',
  'gift gifts present presents',
  'working works functional functioning functions',
  'instructions manual',
];

/** Words that ask or join and tell nothing of the subject. */
const EMPTY = new Set(
  (
    "a an the of to in on at by for from with about into as and or but so then than that this these those it its it's i me my mine you your yours u ur we us our they them their he she " +
    "is are am be been being was were 's do does did done have has had having will would shall should can could may might must get gets got getting " +
    'what which how if there any some all just also please pls hi hello hey ok okay thanks really actually exactly still even ever already now ' +
    'tell know wondering wonder ask asking question want need like let say says see make happen happens case cases shop store guys someone somebody something anything thing things one ones item items product products device devices order ordered buy bought purchase purchased goods equipment stuff customer buyer ' +
    "i'm i'd i've i'll you're don't doesn't isn't not no yes after before once while during within back up out off over much many long"
  ).split(' '),
);

const CONCEPTS = new Map(
  SYNONYMS.flatMap((group) => {
    const words = group.split(' ');
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);
const KNOWN = [...CONCEPTS.keys()].filter((word) => word.length >= 5);

/** What a sentence is about: a word for each thing it names, however it says it. */
export function conceptsOf(text: string, isKnown: (word: string) => boolean = () => false): Set<string> {
  const plain = PHRASES.reduce((said, [phrase, word]) => said.replace(phrase, word), plainText(text));
  const words = wordsOf(plain).slice(0, 60);
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => conceptOf(word, isKnown)));
}

function conceptOf(word: string, isKnown: (word: string) => boolean): string {
  const known = CONCEPTS.get(word) ?? CONCEPTS.get(word.replace(/'s$/, ''));
  if (known !== undefined) return known;
  const root = stem(word);
  if (isKnown(root)) return root;
  const meant = new Set(KNOWN.filter((other) => isTypoOf(word, other)).map((other) => CONCEPTS.get(other) ?? other));
  return meant.size === 1 ? ([...meant][0] ?? root) : root;
}
