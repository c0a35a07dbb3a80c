import type { Mark, Run } from './lines.ts';

/** The signs of a markup, each around words that begin and end with no space, and with no letter or sign outside. */
export type Signs = readonly (readonly [sign: string, mark: Mark])[];

/** A line's runs by such signs, within one another, too. */
export function runsIn(text: string, signs: Signs, marks: readonly Mark[] = []): Run[] {
  for (const [sign, mark] of signs) {
    const found = patternOf(sign).exec(text);
    if (!found) continue;
    const [whole, words = ''] = found;
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + whole.length)];
    const inner = mark === 'code' ? [{ text: words, marks: [...marks, mark] }] : runsIn(words, signs, [...marks, mark]);
    return [...runsIn(before, signs, marks), ...inner, ...runsIn(after, signs, marks)];
  }
  return text === '' ? [] : [{ text, marks }];
}

function patternOf(sign: string): RegExp {
  const quoted = sign.replace(/[*]/g, '\\$&');
  const [first = ''] = sign;
  const own = first.replace(/[*]/g, '\\$&');
  return new RegExp(
    `(?<![\\p{L}\\p{N}${own}\\\\])${quoted}(?![\\s${own}])([^${own}]{0,2000}?[^\\s${own}])${quoted}(?![\\p{L}\\p{N}${own}])`,
    'u',
  );
}
