/**
 * Text of others as Chatwoot's Markdown shows it: nothing in it is markup. Chatwoot also looks through the raw text of
 * notes for `(mention://user/1/…)`, whatever stands around it, and renders Liquid (`{{ … }}`, `{% … %}`) in what agents
 * send, so the marks of those are taken apart, too:
 * https://github.com/chatwoot/chatwoot/blob/develop/app/services/messages/mention_service.rb
 * https://github.com/chatwoot/chatwoot/blob/develop/app/models/concerns/liquidable.rb
 */
export function asWritten(text: string): string {
  return text
    .replace(unseen, ' ')
    .replace(/[\\`*_{}[\]()<>#|~%!$&^@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/^([ \t]*)([-+=])/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])/gm, '$1\\$2');
}

/** The same in one line. */
export function asWrittenInLine(text: string): string {
  return asWritten(text.replace(/\s+/g, ' ').trim());
}

/** Control characters, and those that turn the direction of text round. */
const unseen = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;
