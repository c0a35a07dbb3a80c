// What looks like personal data, in the order in which it is looked for: an address may hold a number.
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"']{1,300}/giu;
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,190}/gu;
const LABELLED =
  /(\b(?:order|invoice|customer|ticket|case|rma|serial|tracking|parcel|account|s\/n|sn|imei|reference)(?:\s(?:number|no\.?|nr\.?|id|code))?|\bnumber|\bno\.|\bnr\.|#)(\s*(?:is|was|:|=|#|-)?\s*#?)([\p{L}\p{N}][\p{L}\p{N}_/-]{0,60})/giu;
// Digits in groups, as telephones, cards and accounts are written.
const GROUPED = /(?<![\p{L}\p{N}_/-])(?:\+|\(|\p{Lu}{2}(?=\d{2}\s))?\d[\d\s().,/-]{3,40}\d(?![\p{L}\p{N}_])/gu;
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}_/-]{3,80}/gu;

const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.\s]\d{1,2}[-/.\s](?:\d{4}|\d{2})|\d{1,2}[-/.]\d{1,2}|(?:19|20)\d{2}[-–](?:19|20)?\d{2})$/;
const MONEY = /^\d{1,3}(?:[.,]?\d{3}){0,2}[.,]\d{2}$/;
const MEASURE = /^\d{1,4}(?:[.,]\d{1,2})?\p{L}{1,7}$/u;

/**
 * The message without what tells who the customer is: e-mails, links, and order, serial, telephone, card and account
 * numbers.
 */
export function maskPersonalData(text: string): string {
  return text
    .replace(LINK, '[link]')
    .replace(EMAIL, '[e-mail]')
    .replace(LABELLED, (whole, label: string, between: string, value: string) =>
      isIdentifier(value, 2) || /^\d{3,}$/.test(value) ? `${label}${between}[number]` : whole,
    )
    .replace(GROUPED, (run) => maskedRun(run))
    .replace(TOKEN, (token) => (isIdentifier(token, 3) ? '[number]' : token));
}

/** Digits in groups are one number, unless they are a date or a few small numbers beside each other. */
function maskedRun(run: string): string {
  const digits = run.replace(/\D/g, '').length;
  if (digits < 5 || DATE.test(run.trim()) || MONEY.test(run.trim())) return run;
  const parts = run.trim().split(/[\s,]+/);
  if (parts.length > 1 && parts.every((part) => DATE.test(part) || isYear(part) || part.length <= 2)) return run;
  return '[number]';
}

function isIdentifier(token: string, leastDigits: number): boolean {
  const digits = token.replace(/\D/g, '').length;
  if (digits === 0 || DATE.test(token) || MEASURE.test(token)) return false;
  const letters = token.replace(/[^\p{L}]/gu, '').length;
  if (letters === 0) return digits >= 5;
  // "2-year", "24-month" and "14-day" are lengths.
  return digits >= leastDigits && !/^\d{1,3}-\p{L}+$/u.test(token);
}

function isYear(part: string): boolean {
  return /^(?:19|20)\d{2}$/.test(part);
}
