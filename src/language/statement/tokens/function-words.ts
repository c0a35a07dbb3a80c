const FILLERS = new Set(
  "a an the my our your his her their it this that these those i we you they he she me us them is are was were be been being am has have had do does did will can could would should just very really so also still now already all quite completely totally fully entirely properly at of to in on for with by some even actually only both any more one's too bit little again somehow simply kind sort as today looks seems appears feels us own little e whole big small get got right".split(
    ' ',
  ),
);
const AUXILIARIES = new Set(
  'is are was were be been being am has have had do does did will can could would should may might'.split(' '),
);
const NEGATORS = new Set(
  'not no non never without none nothing neither nor nobody noone hardly barely zero'.split(' '),
);

/** Whether a word may stand inside a phrase without changing it: "the box [is] missing". */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || (word.length > 5 && word.endsWith('ly'));
}

export function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word);
}

// What is received, missing or broken in these is not the item.
const MESSAGES = new Set(
  'email emails mail mails message messages reply replies answer response call calls letter notification confirmation invoice tracking refund money link newsletter sms text promo voucher coupon code website site webpage page form login password checkout payment chatbot bot hotline account tracker'.split(
    ' ',
  ),
);

/** Whether a word is something of the shop that comes, goes and breaks as items do: a message, money, a page. */
export function isMessage(word: string): boolean {
  return MESSAGES.has(word);
}

/** Whether a word turns what follows it around. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word);
}
