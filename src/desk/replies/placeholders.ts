import type { DeskRequest } from '../requests.ts';

/** What stands in braces in a canned reply: what the desk puts there, or something that nobody has put there yet. */
const placeholder = /\{\s{0,3}(\p{L}[\p{L}\p{M}\p{N}._-]{0,30})\s{0,3}\}/gu;

/** The names in braces that a text still has, each once. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].flatMap(([, name]) => name ?? []))];
}

/** The same in all that a request would have a customer read. */
export function unfilledFor(request: DeskRequest): string[] {
  return unfilledIn(shownBy(request));
}

function shownBy(request: DeskRequest): string {
  switch (request.action) {
    case 'say':
      return request.text;
    case 'rule':
      return request.reason;
    case 'withdraw':
    case 'close':
      return request.note ?? '';
    case 'hand-back':
      return request.summary ?? '';
    default:
      return '';
  }
}
