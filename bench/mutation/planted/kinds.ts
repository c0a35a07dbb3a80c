import { linesOf, type Planted, type Shop, withLines } from './shop.ts';

/** A kind of mistake, and every way to make it in a shop. */
export interface Kind {
  name: string;
  in(shop: Shop): Planted[];
}

/** A kind that changes one line of a file; what a change gives in the place of a line is the mistake, if anything. */
function ofLines(
  name: string,
  file: string,
  pattern: RegExp,
  change: (line: string, ...groups: string[]) => string,
): Kind {
  return {
    name,
    in: (shop) =>
      linesOf(shop.files, file).flatMap((line, at) => {
        const match = /^\s*#/.test(line) ? null : pattern.exec(line);
        const changed = match ? change(line, ...match.slice(1)) : line;
        const what = `${line.trim().slice(0, 60)} → ${changed.trim().slice(0, 60)}`;
        return changed === line ? [] : [withLines(shop, file, at + 1, 1, changed.split('\n'), what)];
      }),
  };
}

const rules = (name: string, pattern: RegExp, change: Parameters<typeof ofLines>[3]) =>
  ofLines(name, 'policy.yaml', pattern, change);
const words = (name: string, pattern: RegExp, change: Parameters<typeof ofLines>[3]) =>
  ofLines(name, 'en.yaml', pattern, change);

/** A kind that changes one line of the wording of the reasons, the last of which is "Something else". */
function ofReasons(name: string, pattern: RegExp, change: (line: string) => string): Kind {
  const { in: everywhere } = words(name, pattern, change);
  return {
    name,
    in: (shop) => {
      const lines = linesOf(shop.files, 'en.yaml');
      const from = lines.indexOf('  reason:') + 1;
      const last = lines.findIndex((line, at) => at > from && /title: Something else/.test(line));
      return everywhere(shop).filter(({ at }) => from < at.from && at.from < last);
    },
  };
}

/** A kind that changes a row of `decisions`, its lines as a text. */
function ofRows(name: string, change: (row: string, next: string | undefined) => string | undefined): Kind {
  return {
    name,
    in: (shop) =>
      shop.rows.slice(0, -1).flatMap((from, at) => {
        const [to, after] = [shop.rows[at + 1] ?? from, shop.rows[at + 2]];
        const lines = linesOf(shop.files, 'policy.yaml');
        const row = lines.slice(from - 1, to - 1).join('\n');
        const next = after === undefined ? undefined : lines.slice(to - 1, after - 1).join('\n');
        const changed = change(row, next);
        if (changed === undefined || changed === row) return [];
        const both = changed.includes(next ?? '\0');
        const count = (both && after !== undefined ? after : to) - from;
        const id = /id: ([\w-]+)/.exec(row)?.[1] ?? '';
        return [
          withLines(shop, 'policy.yaml', from, count, changed === '' ? [] : changed.split('\n'), `${name}: ${id}`),
        ];
      }),
  };
}

/** Two letters of a word change places. */
function misspelt(word: string): string {
  const at = Math.max(1, Math.floor(word.length / 2) - 1);
  return word.slice(0, at) + (word[at + 1] ?? 'x') + (word[at] ?? '') + word.slice(at + 2);
}

/** The mistakes of syntax, of bytes and of form. */
const ofForm: Kind[] = [
  rules(
    'a misspelt key',
    /^ {4}(type|from|length|within|when|resolution|clauses|terms|deadline|fee):/,
    (line, key = '') => line.replace(key, misspelt(key)),
  ),
  words('a misspelt key of wording', /^ {4,6}(title|question|label|text|synonyms):/, (line, key = '') =>
    line.replace(key, misspelt(key)),
  ),
  rules('a misspelt clause', /clauses: \[([\w-]+)/, (line, id = '') => line.replace(`[${id}`, `[${misspelt(id)}`)),
  rules('a misspelt value', /when: \{.*?(\w+): ([a-z]+-[a-z-]+)/, (line, fact, value = '') =>
    line.replace(`${fact}: ${value}`, `${fact}: ${misspelt(value)}`),
  ),
  rules('a misspelt fact in a condition', /when: \{ (\w+):/, (line, fact = '') =>
    line.replace(`{ ${fact}:`, `{ ${misspelt(fact)}:`),
  ),
  rules('a value of another type', /\b(days|hours|likelihood|percent): \d+/, (line, key) =>
    line.replace(new RegExp(`${key}: \\d+`), `${key}: some`),
  ),
  rules('a type that there is not', /type: (choice|yes-no|date|set|months|instant)/, (line, type = '') =>
    line.replace(`type: ${type}`, `type: ${type.replace('-', '')}${type === 'yes-no' ? '' : 's'}`),
  ),
  rules('a number in a condition', /when: \{ (\w+): [a-z-]+/, (line) =>
    line.replace(/when: \{ (\w+): [a-z-]+/, 'when: { $1: 1'),
  ),
  words('a colon in a text', /^\s+(title|question|text|label): [A-Z][^"']*$/, (line) =>
    line.replace(/: (\w+)/, ': $1: note'),
  ),
  words('a quote that never closes', /^\s+(title|question|label): [A-Z]/, (line, key) =>
    line.replace(`${key}: `, `${key}: "`),
  ),
  words('a text with a star', /^\s+(title|question|label): [A-Z]/, (line, key) =>
    line.replace(`${key}: `, `${key}: *`),
  ),
  words('a text with a tag', /^\s+(title|question|label): [A-Z]/, (line, key) =>
    line.replace(`${key}: `, `${key}: !include `),
  ),
  rules('an alias that is itself', /when: \{ \w+: [\w-]+ \}/, (line) =>
    line.replace(/when: \{.*?\}/, 'when: &w { not: *w }'),
  ),
  rules('the key of a prototype', /when: \{ (\w+):/, (line) => line.replace(/when: \{ \w+:/, 'when: { __proto__:')),
  rules('a key twice', /^ {4}(resolution|from|type|within): \S+$/, (line) => `${line}\n${line}`),
  rules('a tab', /^ {4}(resolution|from|type): /, (line) => line.replace('    ', '\t')),
  rules('a second policy', /^(clauses|decisions|derived):$/, (line) => `---\n${line}`),
  rules('an open bracket', /clauses: \[[\w-]+\]/, (line) => line.replace(']', '')),
  rules('a list as a word', /^\s+clauses: \[[\w-]+\]$/, (line) => line.replace(/\[([\w-]+)\]/, '$1')),
  rules('a day that is none', /'(\d{4}-\d{2})-\d{2}'/, (line, month) =>
    line.replace(/'\d{4}-\d{2}-\d{2}'/, `'${month}-33'`),
  ),
  rules('a number beyond the calendar', /\b(days|hours|workingDays): \d+/, (line, unit) =>
    line.replace(/(days|hours|workingDays): \d+/, `${unit}: 1000000000000`),
  ),
  rules('a length in weeks', /length: \{ days: \d+ \}/, (line) => line.replace('days', 'weeks')),
  rules('a rule that tests itself', /^ {2}([a-z-]+): \{ (?=reason|goods)/, (line, id) =>
    line.replace('{ ', `{ is: ${id}, `),
  ),
  {
    name: 'another encoding',
    in: (shop) =>
      [3, 5, 7].map((line) => {
        const { files, ...planted } = withLines(shop, 'en.yaml', line, 0, ['# Prüfung'], 'a line in Latin-1');
        return {
          ...planted,
          files: new Map(files).set(
            'en.yaml',
            Buffer.from(String(files.get('en.yaml')).replace(/[^\0-ÿ]/g, '?'), 'latin1'),
          ),
        };
      }),
  },
  words('an invisible sign', /^\s+(title|question|label): [A-Z]/, (line) => `${line}\u202e`),
];

/** The mistakes of meaning. */
const ofMeaning: Kind[] = [
  ofRows('a removed row', () => ''),
  ofRows('a row behind the next', (row, next) => (next === undefined ? undefined : `${next}\n${row}`)),
  ofRows('a wrong resolution', (row) =>
    row.replace(
      /resolution: (return|cancellation|not-eligible)\b/,
      (_, one) => `resolution: ${one === 'not-eligible' ? 'human-review' : 'warranty-repair'}`,
    ),
  ),
  ofRows('a refusal without a clause', (row) =>
    /not-eligible/.test(row) && !/anyOf/.test(row) ? row.replace(/\n\s+clauses: .*/, '') : undefined,
  ),
  ofRows('a refusal with a fee', (row) =>
    row.replace(/resolution: not-eligible/, 'resolution: not-eligible\n    fee: { percent: 5 }'),
  ),
  ofRows('a grant without its deadline', (row) =>
    /resolution: return/.test(row) ? row.replace(/\n\s+deadline: .*/, '') : undefined,
  ),
  ofRows('a clause left out', (row) => row.replace(/clauses: \[[\w-]+, /, 'clauses: [')),
  ofRows('a term left out', (row) => row.replace(/terms: \[[\w-]+, /, 'terms: [')),
  ofRows('unknown forgotten', (row) =>
    row.replace(/\[(?:true|open), unknown\]/, (list) => list.replace(/\[(\w+),.*/, '$1')),
  ),
  ofRows('a share as a percentage', (row) =>
    row.replace(/percent: (\d+)/, (_, percent) => `percent: ${Number(percent) / 100 || 0.05}`),
  ),
  ofRows('a sum that cannot be paid', (row) => row.replace(/amount: '(\d+)\.\d+'/, "amount: '$1.999'")),
  ofRows('another fee', (row) => row.replace(/percent: (\d+)/, (_, percent) => `percent: ${Number(percent) + 1}`)),
  rules('a boundary a day later', /\b(days|hours|workingDays): (\d+)/, (line, unit, count) =>
    line.replace(`${unit}: ${count}`, `${unit}: ${Number(count) + 1}`),
  ),
  rules('a boundary a day sooner', /\b(days|hours|workingDays): (\d+)/, (line, unit, count) =>
    line.replace(`${unit}: ${count}`, `${unit}: ${Number(count) - 1}`),
  ),
  rules('a zone of no place', /^timeZone: /, () => 'timeZone: CET'),
  rules('an hour as a zone', /^timeZone: /, () => "timeZone: '+02:00'"),
  rules('in force before its version', /^version: /, (line) => `${line}\neffectiveFrom: '2019-01-01'`),
  rules('nothing likely', /likelihood: \{ (true|open): .*\}$/, (line) => line.replace(/: [\d.]+(?=[,\s])/g, ': 0')),
  rules('a language that is not spoken', /^language: en$/, () => 'language: de'),
  {
    name: 'a fact that nothing looks at',
    in: (shop) => {
      const at = linesOf(shop.files, 'policy.yaml').indexOf('facts:') + 2;
      const fact = '  colour: { type: yes-no, likelihood: { true: 1, false: 1 } }';
      const { files, ...planted } = withLines(shop, 'policy.yaml', at, 0, [fact], 'a colour that no row looks at');
      const spoken = String(files.get('en.yaml')).replace(
        '\nfacts:\n',
        '\nfacts:\n  colour: { label: Colour, question: Is it red? }\n',
      );
      return [{ ...planted, files: new Map(files).set('en.yaml', spoken) }];
    },
  },
  rules('a deadline of another fact', /deadline: \w+/, (line) => line.replace(/deadline: \w+/, 'deadline: receivedOn')),
  ofReasons('a title twice', /^\s+title: (?!Something else)/, (line) =>
    line.replace(/title: .*/, 'title: Something else'),
  ),
  ofReasons('a synonym of two values', /^\s+synonyms: \[/, (line) => line.replace('[', '[something else, ')),
  {
    name: 'a question twice',
    in: (shop) => {
      const lines = linesOf(shop.files, 'en.yaml');
      const [first, ...others] = lines.flatMap((line, at) => (/^ {4}question: /.test(line) ? [{ line, at }] : []));
      return others.map(({ at, line }) =>
        withLines(shop, 'en.yaml', at + 1, 1, [first?.line ?? line], `as the first: ${line.trim()}`),
      );
    },
  },
  words('a phrase that every message has', /^ {8}phrases: \[/, (line) => line.replace('[', '[my order, ')),
  words('a phrase that is none', /^\s+phrases: \[/, (line) => line.replace('[', '[(a|b, ')),
  words(
    'a text that belongs to nothing',
    /^\s+label: /,
    (line) => `${line}\n${/^\s+/.exec(line)?.[0]}hint: Look at the box.`,
  ),
  ofLines('an example that is not so', 'examples.yaml', /gives: \{ resolution: (return|not-eligible)/, (line, one) =>
    line.replace(`resolution: ${one}`, `resolution: ${one === 'return' ? 'not-eligible' : 'return'}`),
  ),
  ofLines('a customer who is not there', 'examples.yaml', /(?:in|out): \[([\w-]+)/, (line, name = '') =>
    line.replace(`[${name}`, `[${misspelt(name)}`),
  ),
];

/** Every kind of mistake that is planted. */
export const kinds: readonly Kind[] = [...ofForm, ...ofMeaning];
