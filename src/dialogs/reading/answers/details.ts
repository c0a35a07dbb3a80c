import { isDontKnow } from '../../../language/commands/dont-know.ts';
import { readYesNo } from '../../../language/yes-no/yes-no.ts';
import { type DetailId, type Details, detailsSchema } from '../../../machines/record/record.ts';

/** The details that are no facts of a policy. */
const detailIds = detailsSchema.keyof();

const addressPattern = /[^\s<>(),;:"]{1,64}@[^\s<>(),;:"@]{1,190}\.[a-z]{2,24}/i;
const orderPattern = /\b[a-z]{2,5}[-_]?\d{3,12}\b/i;
/** A run of letters, digits and dashes with a digit in it; the last one said is the number. */
const numberPattern = /[a-z0-9][a-z0-9/_-]{1,63}/gi;

/** Lengths, amounts and days are no numbers of an order or a device. */
const noNumber =
  /\b\d{1,4}[ -]?(?:months?|years?|yrs?|weeks?|days?|hours?|percent|euros?|eur|usd|dollars?|pounds?)\b|\d+ ?[%€$£]|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/gi;

export function isDetail(id: string): id is DetailId {
  return detailIds.safeParse(id).success;
}

/** Reads a detail from a reply to its question; null is "I don't know", `undefined` means it was not understood. */
export function readDetail(id: Exclude<DetailId, 'item'>, text: string): Details | undefined {
  const messageText = text.normalize('NFKC').slice(0, 500);
  const address = addressPattern.exec(messageText)?.[0];
  if (id === 'email') {
    if (address) return { email: address };
    // "No wait, EQ-1002" is no refusal, but the number once more.
    const again = orderPattern.exec(messageText)?.[0];
    if (again) return { orderNumber: again };
    return isRefusal(messageText) ? { email: null } : undefined;
  }
  const rest = (address ? messageText.replace(address, ' ') : messageText).replaceAll(noNumber, ' ');
  const number = rest.match(numberPattern)?.findLast((word) => /\d/.test(word));
  if (number) return { [id]: number, ...(id === 'orderNumber' && address && { email: address }) };
  return isRefusal(messageText) ? { [id]: null } : undefined;
}

function isRefusal(text: string): boolean {
  const reading = readYesNo(text);
  return (
    isDontKnow(text) ||
    reading === 'no' ||
    reading === 'unsure' ||
    /\b(don'?t|do not|didn'?t|haven'?t|not?) (have|got|remember|know|find)\b|\b(don'?t|do not|not|won'?t|rather not|prefer not|refuse) (want |like |wish |willing )?to (tell|say|give|share)\b|\b(rather|prefer) not\b|^(skip|none|nope|without)\b/i.test(
      text.replaceAll('\u2019', "'"),
    )
  );
}
