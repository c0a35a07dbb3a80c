/** Control characters but line ends and tabs, and those that turn the direction of what follows round. */
const unseen = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** A customer's text without the signs that would make people see another text than was written. */
export function visibleText(text: string): string {
  return text.replace(unseen, '');
}

/** A file's name likewise, in one line. */
export function visibleName(name: string): string {
  return visibleText(name)
    .replace(/[\s\u200e\u200f\u061c]+/g, ' ')
    .trim();
}
