import { isDontKnow } from '../../language/commands/dont-know.ts';
import { readYesNo } from '../../language/yes-no/yes-no.ts';
import type { DetailId, Details } from '../../machines/record/record.ts';

/** How the details that are no facts of a policy are asked. */
export const detailTexts: Record<DetailId, { text: string; help: string; example: string }> = {
  orderNumber: {
    text: 'Do you have the number of your order? With it I can look up what the shop already knows.',
    help: 'It stands in the e-mail that confirmed your order. Without it I just ask a few questions more.',
    example: 'EQ-1001',
  },
  email: {
    text: 'Which e-mail address did you order with?',
    help: 'I show an order only to those who know its number and its e-mail address.',
    example: 'name@example.com',
  },
  item: {
    text: 'Which item is it about?',
    help: 'Your order has several items, and each is decided by itself.',
    example: '1',
  },
  serialNumber: {
    text: 'What is the serial number of the device? With it I can look up the warranty.',
    help: 'It stands on the type plate or in the settings of the device. Please compare it carefully.',
    example: 'SN-12345',
  },
};

const addressPattern = /[^\s<>(),;:"]{1,64}@[^\s<>(),;:"@]{1,190}\.[a-z]{2,24}/i;
const orderPattern = /\b[a-z]{2,5}[-_]?\d{3,12}\b/i;
/** A run of letters, digits and dashes with a digit in it; the last one said is the number. */
const numberPattern = /[a-z0-9][a-z0-9/_-]{1,63}/gi;

/** Lengths, amounts and days are no numbers of an order or a device. */
const noNumber =
  /\b\d{1,4}[ -]?(?:months?|years?|yrs?|weeks?|days?|hours?|percent|euros?|eur|usd|dollars?|pounds?)\b|\d+ ?[%€$£]|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/gi;

export function isDetail(id: string): id is DetailId {
  return Object.hasOwn(detailTexts, id);
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
