import { shownPictureType } from '../../http/pictures.ts';

/** The kind of a file by what is in it; `undefined` for one that is not sent to customers, whatever it is called. */
export function kindOf(bytes: Uint8Array): string | undefined {
  const picture = shownPictureType(bytes);
  if (picture) return picture;
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') return 'application/pdf';
  return isText(bytes) ? 'text/plain' : undefined;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // A page or a drawing is text, too, and a browser would run what is in it.
    return text.length > 0 && !/[^\P{Cc}\n\r\t]/u.test(text) && !/^\s*<[!?a-z]/i.test(text);
  } catch {
    return false;
  }
}
