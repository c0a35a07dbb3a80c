import { wordSet } from '../text/phrases.ts';
import en from './en/tokens.json' with { type: 'json' };

const TOKEN = /[\p{L}\p{N}]+(?:['.@_-][\p{L}\p{N}]+)*/gu;
const MAX_TOKENS = 320;

const WRITTEN_SHORT: Readonly<Record<string, string>> = en.short;

const BEFORE_NOT = wordSet(en.beforeNot);

/** The words of plain text in one spelling: "do not", "don't" and "dont" are one, a number or a code is its kind. */
export function tokensOf(plain: string): string[] {
  const tokens: string[] = [];
  for (const [written] of plain.matchAll(TOKEN)) {
    if (tokens.length >= MAX_TOKENS) break;
    const last = tokens.at(-1);
    if (written === 'not' && last !== undefined && BEFORE_NOT.has(last)) {
      tokens[tokens.length - 1] = last === 'will' ? 'wont' : `${last === 'can' ? 'ca' : last}nt`;
      continue;
    }
    for (const part of partsOf(written)) tokens.push(tokenOf(part));
  }
  return tokens;
}

function partsOf(written: string): string[] {
  if (WRITTEN_SHORT[written] !== undefined || written.includes('@')) return [written];
  return /\d/.test(written) ? [written] : written.split(/[-._]/);
}

function tokenOf(written: string): string {
  const short = WRITTEN_SHORT[written];
  if (short !== undefined) return short;
  if (written.includes('@')) return '#address';
  if (/\d/.test(written)) return /^[\d.]+$/.test(written) ? '#number' : '#code';
  return written.replaceAll("'", '');
}
