import { isNegation, stem } from '../text/words.ts';

/** Words that tell the same thing about what a message wants; a word stands in one list only. */
const CLASSES: Readonly<Record<string, string>> = {
  fails:
    'broken broke breaks silent mute dead died dies defective defect defects faulty fault faults fails failed failing failure malfunction malfunctions malfunctioning malfunctioned kaput busted bricked stopped stops quit conked unusable useless crashed crashing crash freezes freezing frozen stuck jammed jams jamming leaks leaking leaky leaked overheats overheating overheated hot smokes sparks flickers flickering rattles rattling buzzing buzz hums snapped snaps shuts crackles crackling static cutting drains drain draining dying lags laggy hangs hung glitch glitches glitchy error errors bug bugs reboots restarts disconnects disconnecting drops dropping loses losing clicks burned burnt blank dim distorted stripes pixel pixels unresponsive kaputt wobbles wobbly peeling peeled unravelled unraveled pilling pilled faded shrank shrunk ripped rip hole holes tore frayed came fell apart detached loose slow sluggish unreliable trouble acting unable rust rusty',
  works:
    'work works worked working wrk function functions functioning functioned operate operates runs run running charge charges charging charged boot boots booting start starts starting turn turns turning connect connects connecting connection pair pairs pairing spin spins heat heats cool cools print prints printing ring rings respond responds responding load loads loading open opens opening launch launches install installs installing activate activates recognise recognised recognize recognized detect detected read reads play plays playing hear sync syncs update updates eject hold holds save saves export power powers switch',
  trouble: 'issue issues problem problems prob troubles difficulty difficulties concern malfunctions wrong incorrect',
  part: 'screen display lcd battery batteries keyboard key keys touchpad trackpad mouse button buttons port fan drive disk disc cd dvd harddrive ssd ram motherboard speaker speakers mic microphone camera lens hinge cable cord plug charger adapter adaptor socket motor engine pump filter blade handle lid zip zipper seam seams strap sole soles heel wheel wheels brake belt hose switch sensor antenna wifi wireless bluetooth signal volume sound audio picture backlight pixel earpiece earbud earbuds earpad bulb compressor heater element thermostat door drawer chip cooler vent graphics processor',
  device:
    'laptop notebook computer pc desktop macbook chromebook phone smartphone cellphone iphone mobile tablet ipad kindle reader tv television monitor printer scanner router modem console xbox playstation ps5 controller headset headphones earphones watch smartwatch drone webcam projector radio stereo soundbar dashcam gps powerbank drill saw grinder sander mower trimmer chainsaw compressor vacuum hoover kettle toaster blender mixer microwave oven fridge freezer refrigerator dishwasher washer dryer iron fan humidifier purifier fryer cooker grill shaver razor hairdryer trimmer toothbrush scale thermometer machine machines appliance device gadget unit equipment interface dongle programmer scooter bike bicycle ebike treadmill lamp light torch doorbell alarm lock instrument guitar',
  wear: 'dress dresses skirt blouse shirt tshirt tee top tops sweater jumper cardigan hoodie jacket coat parka blazer suit trousers pants jeans shorts leggings tights socks shoe shoes boot boots sneakers trainers sandals heels bra underwear swimsuit bikini pyjamas robe hat cap scarf gloves belt bag handbag backpack wallet ring necklace bracelet earrings sunglasses fabric material cotton wool polyester silk lace lining sleeve sleeves hem neckline waist collar cut colour color pattern print style garment clothes',
  home: 'sofa couch chair table desk bed mattress wardrobe shelf bookcase cabinet dresser rug carpet curtain curtains blinds lamp mirror vase plate plates glass glasses mug cup cups pan pans pot bowl knife pillow duvet blanket towel towels toy toys puzzle doll lego pram stroller cot tent bottle book books perfume lipstick cream candle plant suitcase umbrella',
  body: 'tight loose baggy boxy snug roomy huge enormous tiny small smaller large larger big bigger long longer short shorter wide narrow petite tall hips bust chest shoulders thighs arms legs figure frame itchy scratchy see-through sheer frumpy unflattering flattering comfortable uncomfortable stiff heavy flimsy cheap ugly weird bulky',
  size: 'size sizes sized sizing xs xxs xl xxl medium inches lbs pounds kg cm',
  digital:
    'software program programme programm application app apps licence license licenses licences activation download downloads ebook epub pdf audiobook game games dlc subscription plugin extension module firmware installer setup version upgrade patch code serial antivirus vpn browser tool file files folder course video videos template font website server login screenlock macro database spreadsheet os driver drivers cloud streaming membership',
  program:
    'windows office word excel outlook powerpoint teams skype zoom slack photoshop lightroom illustrator acrobat autocad sketchup quickbooks sap salesforce norton mcafee kaspersky avast spotify netflix steam minecraft fortnite chrome firefox safari android ios macos linux ubuntu gmail whatsapp telegram facebook twitter instagram messenger dropbox onedrive evernote notion figma blender matlab spss adobe google icloud itunes java python oracle hike viber wordpress email inbox mail message messages',
  brand:
    'dell hp lenovo thinkpad ideapad yoga asus zenbook acer aspire swift toshiba apple samsung galaxy huawei matebook xiaomi nokia motorola razer msi microsoft surface sony panasonic philips bosch makita dewalt dyson braun siemens canon epson brother nikon gopro garmin fitbit bose jbl logitech nvidia amd intel inspiron xps pavilion envy spectre latitude',
  parcel:
    'parcel package packet pakage shipment delivery deliver delivered delivering carton courier driver postman post mail ups dhl fedex dpd hermes usps carrier transit shipping shipped ship tracking track dispatched dispatch warehouse eta',
  arrive:
    'arrive arrived arrives arriving came come received receive recieved recieve receiving unboxed unpacked opened got get gotten here arrival',
  damage:
    'damaged damage damages crushed dented dent dents smashed shattered cracked crack torn ripped wet soaked squashed scratched scratch scratches chipped bent stained stain broken spilled pieces dirty scuffed mouldy',
  missing: 'missing lacks lacking lack incomplete empty absent without forgot half only part parts partial',
  untrue:
    'fake counterfeit knockoff replica imitation refurbished secondhand used described description advertised advert ad listing picture pictures photo photos pictured different instead another wrong incorrect mixed',
  mistake:
    'mistake mistakes mistakenly accident accidentally accidently accidental oops error misread misclicked confused wrongly inadvertently unintentionally unintended meant intended overlooked fault chose selected picked clicked',
  suits:
    'fit fits fitting compatible compatibility incompatible suitable suit suits match matches support supports model models plug connector',
  dislike:
    'dislike hate regret disappointed disappointing disappointment unhappy dissatisfied unsatisfied unimpressed underwhelmed underwhelming meh sadly unfortunately alas',
  like: 'like love loved liked happy satisfied pleased prefer enjoy want wanted need needed needs wants keep keeping use interested',
  mind: 'mind decided decision thoughts realised realized reconsidered rather anymore longer',
  cancel:
    'cancel cancels cancelled canceled cancelling canceling cancellation cancelation cancle cansel stop abort revoke undo call-off',
  return: 'return returns returned returning back sending exchange exchanged swap replace replacement',
  refund:
    'refund refunds refunded refunding refnd reimburse reimbursed reimbursement money cash compensation rebate restitution',
  status:
    'status stauts update news progress pending waiting wait still yet delayed late overdue processed issued approved credited posted appear appeared showing show shows statement track check when',
  promised: 'promised promise told said supposed confirmed requested asked accepted agreed weeks ago',
  case: 'case ticket claim complaint request form reference enquiry inquiry repair',
  policy:
    'policy policies terms conditions rules rule guarantee period window deadline limit fee fees penalty cost costs charges policys warranty eligible entitled allowed excluded covered covers final sale restocking postage clearance',
  person:
    'human person people agent agents representative rep operator adviser advisor colleague employee consultant clerk manager supervisor boss staff somebody someone anybody anyone specialist assistant',
  reach: 'talk speak chat call phone contact reach transfer connect escalate talking speaking',
  service: 'service support care hotline team department desk helpdesk',
  order:
    'order orders ordered ordering purchase purchases purchased buy buying bought item items product products article goods merchandise stuff thing things',
  account:
    'account password login username profile register registration sign signup email newsletter address unsubscribe subscribe postcode verification logged',
  payment:
    'invoice bill receipt payment payments paypal card visa mastercard klarna voucher promo coupon discount checkout pay paying declined instalments',
  product:
    'stock available availability price prices sell recommend recommendation specs weight dimensions colours options hiring opening hours located location store',
  travel:
    'flight flights hotel airport airline plane ticket tickets seat luggage visa passport trip vacation travel train bus taxi uber booking book reservation cruise boarding departure holiday domestic rental',
  bank: 'bank loan mortgage savings checking balance transfer deposit withdrawal atm credit debit interest account routing currency exchange dollars euro stock shares invest insurance policyholder premium tax taxes salary paycheck expenses pension',
  chatter:
    'weather rain sunny snow temperature joke song music movie film football game match score team president capital country planet recipe cook calories restaurant dinner lunch breakfast pizza timer alarm reminder calendar meeting meaning life translate spanish french spell history war actor cat dog dogs doctor medicine headache traffic directions mile miles gas tire tires poem story homework math birthday name age hobbies favorite news election vote song lyrics eggs animals plants university school exam',
  greeting: 'hi hello hey hiya heya greetings howdy morning afternoon evening hallo hola helo',
  thanks: 'thanks thank thankyou cheers appreciate appreciated grateful',
  bye: 'bye goodbye farewell later',
  please: 'please kindly',
  asks: 'how what where which why who whats hows can could may does is are do',
  supposing: 'if whether suppose case would in',
  time: 'day days week weeks month months year years hour hours minute minutes today yesterday monday tuesday wednesday thursday friday saturday sunday',
  swears:
    'fuck fucking shit shitty crap bullshit damn idiot idiots stupid moron bastard asshole suck sucks scam scammers crooks thieves liars pathetic garbage',
  bad: 'bad terrible awful horrible poor poorly worst worse junk rubbish crappy waste wasted unacceptable piece quality',
  good: 'good great excellent best awesome amazing perfect nice beautiful cute pretty gorgeous lovely recommend fantastic comfy well',
};

const CLASS_OF = classIndex();

function classIndex(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [kind, words] of Object.entries(CLASSES)) {
    for (const word of words.split(' ')) if (!index.has(stem(word))) index.set(stem(word), kind);
  }
  return index;
}

/** The kind of thing that a word stands for, if it is one of those listed. */
export function classOf(token: string): string | undefined {
  return isNegation(token) ? 'not' : CLASS_OF.get(stem(token));
}
