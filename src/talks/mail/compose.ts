import type { Words } from '../../dialogs/wording/catalog/words.ts';
import { fill, join } from '../../http/pages/templates.ts';

/** What an e-mail says: its kind, and what it brings. */
export type Letter =
  | { mail: 'link'; link: string }
  | { mail: 'code'; link: string; reference: string; code: string }
  | { mail: 'news'; link: string; reference: string };

/** The subject of a letter, and its text, plain and as HTML. */
export function compose(words: Words, shop: string, letter: Letter): { subject: string; text: string; html: string } {
  const values = { ...letter, shop, ...(letter.mail === 'code' && { code: spaced(letter.code) }) };
  const before = [words.say('mail.greeting'), words.say(`mail.${letter.mail}.text`, values)];
  const after = [words.say(`mail.${letter.mail}.note`, values), words.say('mail.care')];
  return {
    // A shop's name is its own; a line break in it would end the header.
    subject: words.say(`mail.${letter.mail}.subject`, values).replace(/\s+/g, ' '),
    text: [...before, letter.link, ...after, shop].join('\n\n'),
    html: page(words, shop, { before, after, link: letter.link }),
  };
}

/** A code is easier to read, and to type, in two halves. */
function spaced(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

function page(
  words: Words,
  shop: string,
  { before, after, link }: Record<'before' | 'after', string[]> & { link: string },
): string {
  const paragraphs = (texts: string[]) => join(texts.map((text) => fill('<p>{{text}}</p>\n', { text })));
  const open = fill('<p><a href="{{link}}">{{title}}</a></p>\n', { link, title: words.say('mail.open') });
  return fill(
    '<!doctype html>\n<html lang="{{language}}"><head><meta charset="utf-8"><title>{{shop}}</title></head>\n<body>\n{{before}}{{open}}{{after}}<p>{{shop}}</p>\n</body></html>\n',
    { language: words.language, shop, before: paragraphs(before), open, after: paragraphs(after) },
  ).markup;
}
