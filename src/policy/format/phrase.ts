/** A part of a phrase: a word, `*` for a few words of any kind, `**` for more of them over a comma, several ways to say it, or all that a name stands for. */
export type PhrasePart = { word: string; isExact: boolean } | Gap | { oneOf: PhrasePart[][] } | { name: string };

type Gap = '*' | '**';

/** What a phrase can name, as in `my <electronics>`: things that many shops hear of, in the words of each language. */
export const phraseNames = [
  'electronics',
  'clothing',
  'outdoor-gear',
  'hygiene-articles',
  'service',
  'made-for-me',
  'not-working',
  'does-not-work',
  'material-faults',
  'change-of-mind',
  'ordered-wrong',
  'sent-wrong',
  'wrong-details',
  'too-big-or-small',
  'not-arrived',
  'overdue',
  'damaged-on-the-way',
  'incomplete',
  'not-shipped',
  'under-way',
  'at-the-door',
  'received',
  'in-use',
  'in-preparation',
  'packed',
] as const;

const SIGN = /\*\*|<[a-z-]*>|[\p{L}\p{N}][\p{L}\p{N}']*!?|\(|\)!?|[|*-]|\s+|./gu;
const NAME = /<[^<>]*>/g;
const WORD = /^[\p{L}\p{N}]/u;

/** The mistake in a phrase of `phrases` or `negativePhrases`, as what is expected instead; `undefined` if none. */
export function phraseProblem(phrase: string): string | undefined {
  const parts = phraseParts(phrase);
  if (typeof parts === 'string') return parts;
  const unknown = phrase.match(NAME)?.find((sign) => !isKnown(sign));
  return unknown === undefined ? undefined : `a name that there is (${phraseNames.join(', ')}), not "${unknown}"`;
}

/** The parts of a phrase in order, or what is expected instead. */
export function phraseParts(phrase: string): PhrasePart[] | string {
  const signs = phrase.toLowerCase().match(SIGN) ?? [];
  const glued = signs.some(
    (sign, at) => (sign === '(' && isWord(signs[at - 1])) || (sign === ')' && isWord(signs[at + 1])),
  );
  if (glued) return 'a phrase with a space between a word and a group; endings are found by themselves';
  const left = signs.filter((sign) => sign.trim() !== '' && sign !== '-');
  const unknown = left.find(
    (sign) => !isWord(sign) && nameOf(sign) === undefined && !/^(?:\(|\)!?|\||\*{1,2})$/.test(sign),
  );
  if (unknown !== undefined) return `a phrase of words, (a|b), *, word! and <name>, without "${unknown}"`;
  const [parts] = groupOf(left, 0);
  if (left.length > 0) return 'each ( of a phrase closed by a ), and | between them only';
  if (parts?.length !== 1) return 'each | of a phrase between ( and )';
  const [sequence = []] = parts;
  if (isEmpty(sequence)) return 'a phrase with at least one word that must be said';
  return gapProblem(sequence) ?? sequence;
}

function isKnown(sign: string): boolean {
  return phraseNames.some((name) => sign.toLowerCase() === `<${name}>`);
}

function nameOf(sign: string): string | undefined {
  return sign.startsWith('<') && sign.length > 2 ? sign.slice(1, -1) : undefined;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && WORD.test(sign);
}

const DEEPEST = 4;

/** Takes the ways to say a group off the signs, up to its closing sign, which is given too. */
function groupOf(signs: string[], depth: number): [PhrasePart[][] | undefined, string | undefined] {
  const ways: PhrasePart[][] = [[]];
  for (let sign = signs.shift(); sign !== undefined; sign = signs.shift()) {
    if (sign.startsWith(')')) {
      if (depth > 0) return [ways, sign];
      signs.unshift(sign);
      return [undefined, sign];
    }
    if (sign === '|') ways.push([]);
    else if (sign === '(') {
      const [oneOf, end] = depth < DEEPEST ? groupOf(signs, depth + 1) : [undefined, undefined];
      if (!oneOf) {
        signs.unshift(sign);
        return [undefined, undefined];
      }
      ways.at(-1)?.push({ oneOf: end === ')!' ? oneOf.map(exact) : oneOf });
    } else ways.at(-1)?.push(partOf(sign));
  }
  if (depth > 0) signs.push('(');
  return depth > 0 ? [undefined, undefined] : [ways, undefined];
}

function partOf(sign: string): PhrasePart {
  const name = nameOf(sign);
  if (name !== undefined) return { name };
  return isGap(sign) ? sign : { word: sign.replace('!', ''), isExact: sign.endsWith('!') };
}

function isGap(part: unknown): part is Gap {
  return part === '*' || part === '**';
}

function exact(way: PhrasePart[]): PhrasePart[] {
  return way.map((part) => (isGap(part) || !('word' in part) ? part : { ...part, isExact: true }));
}

/** True if a sequence can be said without a word. */
function isEmpty(parts: readonly PhrasePart[]): boolean {
  return parts.every((part) => isGap(part) || ('oneOf' in part && part.oneOf.some(isEmpty)));
}

function gapProblem(parts: readonly PhrasePart[]): string | undefined {
  if (isGap(parts[0]) || isGap(parts.at(-1))) return 'a phrase with a word before and after each *';
  return parts.some((part, at) => isGap(part) && isGap(parts[at + 1]))
    ? 'a phrase with a word between two *'
    : undefined;
}
