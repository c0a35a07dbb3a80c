import en from './en/quantities.json' with { type: 'json' };

/** A unit that a number is asked in, by the words for it; signs such as € stand before the number as well. */
export type Unit = readonly string[];

const seconds: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800 };
const timeWords = new Map(
  Object.entries(en.time).flatMap(([unit, words]) => words.map((word): [string, number] => [word, seconds[unit] ?? 1])),
);

/** All the words for a unit in one number or the other; a unit of time is counted in others, too. */
export function factorsOf(unit: Unit): ReadonlyMap<string, number> {
  const own = unit.map((word) => word.toLowerCase()).flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')]);
  const length = own.map((word) => timeWords.get(word)).find((one) => one !== undefined);
  const times = length === undefined ? [] : [...timeWords].map(([word, one]): [string, number] => [word, one / length]);
  return new Map([...times, ...own.map((word): [string, number] => [word, 1])]);
}

/** The words and signs for a currency: its code, its sign, its name in full and without the country. */
export function currencyUnit(currency: string): Unit {
  const shown = (currencyDisplay: 'narrowSymbol' | 'name', count: number): string[] =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(count)
      .flatMap(({ type, value }) => (type === 'currency' ? [value] : []));
  const names = [...shown('name', 1), ...shown('name', 2)];
  return [currency, ...shown('narrowSymbol', 1), ...names, ...names.map((name) => name.split(' ').at(-1) ?? name)];
}
