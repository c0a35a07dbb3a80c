/** Characters that a terminal would act on, or that hide or reorder text; the joiners of scripts and emoji stay. */
const unsafe = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/** Text of others as a terminal may show it: what would be acted on becomes visible; line breaks stay. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(unsafe, (character) => (character === '\n' ? '\n' : picture(character)));
}

/** The same on one line: line breaks become visible, too. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', picture('\n'));
}

/** JSON that a terminal may show: what JSON leaves as it is, but a terminal would act on, is escaped. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafe, (character) =>
    character === '\n' ? '\n' : Array.from({ length: character.length }, (_, i) => escapeUnit(character, i)).join(''),
  );
}

function escapeUnit(text: string, index: number): string {
  return `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`;
}

/** The control picture of a character, such as ␛, or its number, such as ‹U+202E›. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}
