/** What several words say together, as one word; applied in this order before the words are read one by one. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:how (?:do|can|could|would|should) (?:i|we) )?(?:check(?:ing)?|see(?:ing)?|find(?:ing)?(?: out)?|learn|look up|read|show(?: me)?|help|understand|view|(?:information|info|details) (?:on|about|for))(?: to)? (?=(?:about )?(?:your |the |my )?(?:\w+ ){0,2}(?:policy|policies|rules|terms|conditions|fees?|penalt(?:y|ies))\b|how |when |what |who |why |whether |if |in (?:what|which) )/g,
    '',
  ],
  [
    /\b(?:in|under|for|on) (?:what|which) (?:cases?|circumstances?|conditions?|situations?|products?|items?)\b|\b(?:for )?certain (?:items|products|cases)\b/g,
    'policy',
  ],
  [/\bdo you (?:give|offer|do|make|accept|allow|provide|have) (?=(?:refunds|returns)\b)/g, 'policy '],
  [/\b(?:credit|debit) cards?\b/g, 'method'],
  [/\b(?:in|by|through|via) (?:what|which) (?:way|means|method|form)\b/g, 'method'],
  [/\b(?:guaranteed|entitled|eligible|qualify)\b/g, 'entitled'],
  [/\bserial (?:numbers?|no)\b/g, 'serial'],
  [/\bcracked software\b|\bsoftware (?:was|is|has been|got) cracked\b/g, 'hack software'],
  [
    /\b(?:open\w*|unseal\w*) (?:\w+ ){0,2}(?:box|package|packaging|carton|packing)\b|\b(?:box|package|packaging) (?:is |was |has been |got )?(?:already )?open(?:ed)?\b|\bunbox\w*|\bunwrap\w*/g,
    'openbox',
  ],
  [
    /\bopen(?:ed|ing)? (?:up )?(?:the|my|this|that) (?:device|product|item|unit|case|housing)\b|\btak(?:e|en|ing) (?:it |the device )?apart\b|\blook inside\b/g,
    'dismantle',
  ],
  [
    /\b(?:after|once|when)(?: i| having| i've)*(?: already| have)? (?:accept|sign|tak|receiv|deliver)\w*\b|\b(?:have )?already (?:accepted|signed|taken|received)\b/g,
    'later accept',
  ],
  [/\bcount(?:s|ed)? as (?:an? |the )?(device|service|product)s?(?= or\b|,|$)/g, 'count $1kind'],
  [/\b(?:broken|smashed|shattered|cracked) (screen|glass|display)s?\b/g, 'crack screen'],
  [/\b(?:home|diy|own|self) repairs?\b/g, 'unauthorised repair'],
  [/\bbefore (?:the )?(?:shipping|shipment|dispatch|it (?:is )?ship\w*)\b/g, 'ship'],
  [/\bwhose fault\b|\bto blame\b/g, 'who responsible'],
  [
    /\b(?:didn't|didnt|did not|haven't|never|without) (?:check|inspect|look)\w*(?: at)?\b|\bnot (?:checked|inspected)\b/g,
    'unchecked',
  ],
  [/\b(?:fell|came|peeled|fallen|come) off\b/g, 'missing'],
  [/\bopen it up\b/g, 'dismantle'],
  [/\bperfectly fine\b|\bperfect condition\b|\bgood as new\b/g, 'working'],
  [/\bfirst day\b/g, 'start'],
  [/\b(?:until|till|by) (?:what|which) (?:date|day)\b|\btoo late\b/g, 'howlong'],
  [/\bhave an? (?:shop|store|branch)\b/g, 'instore'],
  [
    /\bwhen (?:will|does|is|should) (?:it|this|my \w+|the (?:parcel|order|package)) (?:be |get )?(?:deliver|arriv|com|ship)\w*/g,
    'orderstatus',
  ],
  [/\bdo you mean\b(?! by)/g, ''],
  [/\bhow (?:will|are) (?:i|we|you)\b/g, 'method'],
  // The state of the item.
  [
    /\b(?:does|do|did|is|are|was|has|have)(?: not|n't|nt) (?:work|working|turn on|switch on|start|function)\w*/g,
    'broken',
  ],
  [/\b(?:stop\w*|quit) working\b|\bnot working\b|\bnon[- ]?(?:working|functioning)\b|\bdead on arrival\b/g, 'broken'],
  [
    /\b(?:fully|still) (?:works?|working|functional|functioning)\b|\bnothing (?:is )?wrong\b|\bworks? fine\b/g,
    'working',
  ],
  [/\b(?:not|isn't|isnt) (?:broken|faulty|defective|damaged)\b/g, 'working'],
  [/\bsecond[- ]hand\b|\b(?:signs?|marks?|traces?) of use\b|\bused condition\b/g, 'use'],
  [/\bwear and tear\b/g, 'wear'],
  [/\bforce majeure\b|\bacts? of god\b|\bnatural disasters?\b/g, 'accident'],
  [/\bswallow\w*\b/g, 'lost'],
  // Sending back, and money.
  [/\b(?:return|prepaid|shipping|postage) (?:label|slip)s?\b/g, 'pay shipping'],
  [/\b(?:courier|delivery|transport|parcel|post) (?:cost|fee|charge|price)s?\b/g, 'pay shipping'],
  [
    /\b(?:money|cash|payment|price|everything) back\b|\bpa(?:y|id) (?:me |it )?back\b|\b(?:get|see|have) (?:all )?(?:of )?my money\b/g,
    'refund',
  ],
  [
    /\b(?:send|sent|sending|bring|bringing|take|taken|taking|takes|give|given|giving|post|mail|ship|shipping|hand|come|accept|go)((?: (?!back\b)\w+){0,3}) back\b/g,
    'return $1',
  ],
  [/\bway back\b/g, 'return shipping'],
  [/\bsend(?:ing)?\b(?= (?:it|them|this|that|the \w+)? ?to the (?:maker|manufacturer|factory|brand))/g, 'forward'],
  [
    /\b(?:on|at) (?:my|your|our|whose|the (?:buyer|customer|shop|seller|store)'?s) (?:own )?(?:expense|cost|dime)\b|\bwhose (?:expense|cost)\b|\bout of (?:my )?(?:own )?pocket\b/g,
    'pay',
  ],
  [/\bon (?:me|you)\b/g, 'pay'],
  [/\b(?:free of charge|for free|for nothing|no charge)\b/g, 'pay'],
  [/\bcovers? (?:the )?(?=(?:\w+ ){0,2}(?:costs?|shipping|postage|fees?|charges?|expenses?|return))/g, 'pay '],
  [/\bfees? covers?\b/g, 'why fee'],
  [/\bstore credit\b|\bcredit (?:on|in|to) (?:my|the|your) account\b/g, 'credit'],
  [
    /\bon (?:sale|offer|promotion|promo|special)\b|\b(?:black friday|sales? price|sales? items?|reduced|half price)\b|\bfinal sale\b/g,
    'discount',
  ],
  [/\bnew (?:one|device|item|unit)\b/g, 'exchange'],
  [/\b(?:\d+(?:\.\d+)?|three|five|six|ten) ?(?:%|percent|per cent|pct)/g, 'fee'],
  [/%/g, 'fee'],
  // Time.
  [
    /\b(?:after|once|when|if|past|beyond) (?:the |my |its )?(?:warranty|guarantee)(?: period)?(?: is| has| was)?(?: over| ended| ends?| expired| expires| run out| runs out| finished| gone)?\b|\bout of (?:warranty|guarantee)\b|\b(?:warranty|guarantee) (?:is |has |was )?(?:over|ended|expired|run out|finished|gone)\b/g,
    'expired warranty',
  ],
  [
    /\b(?:after|once|when) (?:the )?(?:14|fourteen|30|thirty|\d+|two|three|four|five|six|a few|some)(?: \w+)? (?:days?|weeks?|months?)(?: are over)?\b/g,
    'afterperiod',
  ],
  [
    /\b(?:how (?:long|soon|fast|quick(?:ly)?|late|many (?:working |business |more )?(?:days?|weeks?|months?|years?|hours?))|until when|till when|by when|(?:time|day) (?:limit|frame)|(?:from|since) (?:when|(?:what|which) (?:day|date|moment)))\b/g,
    'howlong',
  ],
  [/\bprocessing time\b/g, 'howlong'],
  [/\bhow (?:much|high|big|large)\b|\bwhat percent(?:age)?\b/g, 'howmuch'],
  [/\bwhen (?:do|does|is|are|will|can|would|should|must|may)\b/g, 'howlong'],
  [/\bwhen\b/g, ''],
  // How and why.
  [/\bhow (?:do|does) (?:\w+ ){0,2}returns? work\b|\bhow returns? works?\b/g, 'return policy'],
  [/\bhow (?:do|can|should|would|to|could)(?: (?:i|we|one|you))?\b/g, 'howto'],
  [/\bhow come\b|\b(?:even|actually|really)? ?for$|\breasons? (?:for|of|behind)\b|\bpurpose of\b/g, ' why'],
  [
    /\bchang\w* (?:my|your|the|our|one'?s|his|her|their) minds?\b|\bchange of (?:mind|heart)\b|\b(?:no longer|not) (?:want|need|like)\b|\b(?:do not|don't|dont) (?:want|like|need)(?: it)?(?: any ?more)?\b/g,
    'changedmind',
  ],
  // Who.
  [
    /\bthird[- ]part(?:y|ies)\b|\bby (?:myself|someone|somebody|a friend)\b|\b(?:another|other|local|different|independent) (?:shop|workshop|store|technician|company|service|repairer)\b|\b(?:someone|somebody|anyone|anybody) else\b|\bmyself\b|\b(?:a|my) (?:friend|brother|neighbour|colleague|father|dad|husband)\b/g,
    'unauthorised',
  ],
  [/\bdelivery (?:man|men|guy|person|driver|service|staff|company|people)\b|\bpost ?(?:man|office)\b/g, 'courier'],
  [/\bhas the (?:final|last) (?:say|word)\b/g, 'decide'],
  // Papers, places, accounts.
  [
    /\blog(?:ged|ging)?[ -]?(?:in|on)(?:to)?\b|\bsign(?:ed|ing)? in\b|\b(?:have|need|make|create|want) an account\b/g,
    'login',
  ],
  [
    /\b(?:need|have|without|keep|lost|require\w*|show|include) (?:the |an? |my |your |original )*(?:receipt|invoice|bill)\b|\b(?:receipt|invoice|bill) (?:needed|required|necessary|mandatory)\b|\bproof of purchase\b|\bpurchase receipt\b/g,
    'invoice',
  ],
  [
    /\b(?:in|at|to) (?:an?|your|the|one of your) (?:\w+ )?(?:store|shop|branch|office|showroom)\b|\bin person\b|\bdrop (?:it )?off\b/g,
    'instore',
  ],
  [/\bin front of\b/g, ''],
  [
    /\bwrong (?:\w+ ){0,2}(?:details|data|address|name)\b|\b(?:details|address|data) (?:is|are|was|were) wrong\b|\bmistake in (?:the |my )?(?:order|address|details)\b/g,
    'wrongdetails',
  ],
];

/** Words that say the same in questions about returns; the first of each line stands for all. */
const GROUPS = `
pay pays paid paying payer cost costs costing expense expenses charge charges charged free bear foot price afford
cover covers covered coverage void voids voided invalid invalidate invalidates include includes included apply applies hold holds valid
shipping postage freight carriage
refund refunds refunded refunding refundable reimburse reimbursed reimbursement money
return returns returned returning returnable
exchange exchanged exchanges exchanging exchangeable replace replaced replacement swap swapped
who whose whom
howlong deadline duration timeframe timescale window period days weeks months years day week month term
fee fees penalty penalties percent percentage commission deduct deducts deducted deduction deductions deducting withheld withhold surcharge keep keeps kept restocking
why purpose reason reasons
cancel cancels cancelled canceled cancelling canceling cancellation
broken defective faulty defect defects fault faults malfunction malfunctions malfunctioning breaks broke break dead
damaged damage damages dented crushed smashed torn
check checks checked checking inspect inspected inspecting inspection verify look watch
courier carrier driver couriers
accept accepted accepting acceptance refuse refused refusing reject rejected rejecting sign signing signed decline
packaging packing box boxes boxed carton cartons wrapping package packages
parcel parcels shipment shipments
label labels sticker stickers marking markings tag tags
seal seals sealed
serial serials
use used using uses scratches scratched scratch worn marks traces
open opened opening unsealed
warranty warranties guarantee guarantees guaranteed guaranty
repair repairs repaired repairing fix fixed fixes fixing mend mended
unauthorised unauthorized unqualified uncertified mechanic garage technician workshop dealer electrician
decide decides decided deciding decision decisions approve approves approved judge judges determine determines choose chooses chosen choice
manufacturer manufacturers maker makers producer brand vendor factory
diagnose diagnosed diagnoses diagnosis diagnostic diagnostics examine examines examined examination
insured insurance insure insures
discount discounted discounts sale promotion promotions promotional promo clearance voucher coupon bargain bargains
claim claims compensation complain complaint
responsible responsibility liable liability answer
form forms
request application
login
credit
method methods card paypal bank cash
missing lost gone without incomplete thrown lacking lose losing
part parts piece pieces completeness
accessory accessories cable cables
liquid liquids water wet spill spilled spilt spills moisture coffee rain tea juice
power voltage overvoltage undervoltage surge surges lightning electricity charger static
virus viruses malware
licence licences license licenses key keys
module modules extension extensions
software program programs programme app apps
unlicensed pirated illegal
digital download downloads downloaded
subscription subscriptions
service services configuration
activation activate activated activates activating registered
wear ageing aging
accident accidents accidental accidentally fire flood disaster
consumables consumable ink paper cartridge cartridges
policy policies rules rule conditions
count counts counted counting mean means meaning definition considered define defined qualify qualifies classed
receive received receipt receiving arrival arrives arrived arrive delivered delivery deliver delivering
start starts begin begins
wrong mistake incorrect mistaken wrongly incorrectly mistyped misspelt typo
hack hacked hacking tampered tampering flashed jailbreak jailbroken rooted
modify modified modifying modification modifications tuned firmware altered modding modded
dropped drop fell
insects insect bugs ants ant cockroaches spider spiders
gift gifts present presents
working works functional functioning functions
instructions manual
forward forwarded forwards
later afterwards discover discovered
ship shipped ships shipment dispatched dispatch
original
documents papers
invoice bill
abroad international overseas foreign
`;

/** What stands for a word that is a synonym of others. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ');
      return words.map((word) => [word, words[0] ?? word] as const);
    }),
);

/** Words that ask or join, or name the shop, the customer or any item, and tell nothing of the subject. */
export const EMPTY: ReadonlySet<string> = new Set(
  `a an the of to in on at by for from with about into as and or but so then than that this these those it its it's
  i me my mine you your yours u ur we us our they them their he she his her one's
  is are am be been being was were 's do does did done have has had having got get gets getting go goes going come comes
  will would shall should can could may might must need needs needed want like let say says said see make makes made
  what what's whats which how if there any some all just only also please pls hi hello hey ok okay thanks fine really actually exactly
  still even ever already now too instead again yet happen happens happened case cases tell know wondering wonder ask asking question
  allowed possible accepted-by able problem issue bad matter required necessary mandatory supposed
  shop store store's guys someone somebody something anything thing things one ones anybody anyone people person
  item items product products device devices order orders ordered buy bought purchase purchased goods equipment stuff article articles
  customer customers buyer buyers consumer i'm i'd i've i'll you're don't doesn't isn't not no yes after before once while during
  within back up out off over much many long whether because just way own here idea info information different other another
  usually normally generally typically please rights show give gives given take takes taking took right correct late down perfectly two three four five six seven eight nine ten twelve fourteen twenty thirty explain sure same when idea regarding concerning re sir madam first then them`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** What a word is a kind of. */
export const KINDS: ReadonlyMap<string, string> = new Map(
  ['licence', 'module', 'software', 'subscription'].map((word) => [word, 'digital'] as const),
);
