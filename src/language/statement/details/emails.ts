import { anyOf } from '../../text/phrases.ts';
import en from '../en/details/emails.json' with { type: 'json' };
import type { Span } from '../inferred-fact.ts';
import { withSigns } from './spoken-signs.ts';

/** A value that a message gives; `span` counts the words that name it, too. */
export interface Given extends Span {
  value: string;
  span: Span;
}

// https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1, and letters of all scripts (RFC 6531); comments are left out.
const LOCAL = String.raw`(?:"(?:[^"\\\n]|\\.){1,62}"|[\p{L}\p{M}\p{N}!#$%&'*+/=?^_${'`'}{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_${'`'}{|}~-]+)*)`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const DOMAIN = String.raw`(?:${LABEL}\.){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}[\p{L}\p{M}]{1,23})`;
const ADDRESS = new RegExp(String.raw`${LOCAL}@${DOMAIN}(?![\p{L}\p{N}])`, 'giu');

/** Signs that may stand in an address, and at its beginning more likely stand before it. */
const OPENING = /^(?:['{|*_~/=?!#$%&^-]+|[a-z-]{1,12}=)+(?=[^@]*[\p{L}\p{N}"][^@]*@)/iu;

const SPELT_OUT = new RegExp(
  String.raw`([\p{L}\p{N}._+-]{1,64}(?:(?:${escaped(en.dot)})[\p{L}\p{N}._+-]{1,64}){0,3}) ?(?:@|${escaped(en.at)}) ?([\p{L}\p{N}-]{1,63}(?: ?(?:\.|${escaped(en.dot)}) ?[\p{L}\p{N}-]{1,63}){1,4})`,
  'iu',
);
const DOT = new RegExp(String.raw` ?(?:\.|${escaped(en.dot)}) ?`, 'giu');

const BEFORE = new RegExp(
  String.raw`(?:\b(?:my|the|our|an?)[ ])?\b${anyOf(en.labels)}(?:[ :=<(-]+${anyOf(en.between)}\b){0,3}[ :=<("'-]{0,4}$`,
  'iu',
);

/** The e-mail addresses in a text in plain spelling; one that is spelt out only where one is `asked` for. */
export function emailsIn(text: string, { asked }: { asked: boolean }): Given[] {
  const found = Array.from(withoutLongRuns(text).matchAll(ADDRESS), ({ 0: address, index }) => {
    const lead = OPENING.exec(address)?.[0].length ?? 0;
    return given(text, address.slice(lead), index + lead, index + address.length);
  });
  if (found.length > 0 || !asked) return found;
  const spelt = SPELT_OUT.exec(withSigns(text));
  if (!spelt) return [];
  const [whole, local = '', domain = ''] = spelt;
  return [
    given(text, `${local.replace(DOT, '.')}@${domain.replace(DOT, '.')}`, spelt.index, spelt.index + whole.length),
  ];
}

/** Runs that are longer than any address as blanks: to look for one from each of their characters on takes quadratic time. */
function withoutLongRuns(text: string): string {
  return text.includes('@') ? text.replace(LONG_RUN, (run) => ' '.repeat(run.length)) : '';
}

// An address has 254 characters at most (https://www.rfc-editor.org/errata/eid1690), and signs may stand around it.
const LONG_RUN = /\S{300,}/g;

function given(text: string, value: string, start: number, end: number): Given {
  const named = BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[0].length ?? 0;
  const closing = /^[>)"']{1,2}/.exec(text.slice(end))?.[0].length ?? 0;
  return { value, start, end, span: { start: start - named, end: end + closing } };
}

function escaped(words: readonly string[]): string {
  return words
    .map((word) => (/^\p{L}+$/u.test(word) ? ` ${word} ` : word.replace(/[()[\]]/g, String.raw`\$&`)))
    .join('|');
}
