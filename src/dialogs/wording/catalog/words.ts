import { IntlMessageFormat } from 'intl-messageformat';
import { InvariantError } from '../../../errors.ts';
import { minorUnitDigits } from '../../../policy/money/money.ts';
import { fallbackLanguage, languages, type SentenceKey, type Sentences } from './languages.ts';
import { problemsOf } from './problems.ts';

/** Dates and lists in English are written the European way: day first, no comma before the last. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB' };

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit' } as const;

/** All that is said to customers in one language: its sentences, and how it writes days, money and lists. */
export class Words {
  readonly language: string;
  readonly #sentences: readonly { locale: string; sentences: Sentences }[];
  readonly #messages = new Map<string, IntlMessageFormat>();
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #money = new Map<string, Intl.NumberFormat>();
  readonly #either: Intl.ListFormat;
  readonly #all: Intl.ListFormat;

  constructor(language: string, all: ReadonlyMap<string, Sentences>) {
    this.language = language;
    this.#sentences = [language, fallbackLanguage].map((locale) => ({ locale, sentences: all.get(locale) ?? {} }));
    this.#either = new Intl.ListFormat(localeOf(language), { type: 'disjunction' });
    this.#all = new Intl.ListFormat(localeOf(language), { type: 'conjunction' });
  }

  /** A sentence with its values; in English where the language does not have it, or has it with a mistake. */
  say(key: SentenceKey, values: Readonly<Record<string, string | number>> = {}): string {
    return String(this.#message(key).format(values));
  }

  /** A day as a customer reads it, e.g. "Tuesday 3 November 2026"; `date` is YYYY-MM-DD. */
  day(date: string): string {
    return this.#dayIn('UTC', new Date(`${date}T00:00:00Z`));
  }

  /** An instant as a customer in the time zone reads it, e.g. "Tuesday 3 November 2026, 14:30". */
  instant(instant: string, timeZone: string): string {
    const at = new Date(instant);
    const clock = this.#dateFormat({ ...time, timeZone }).format(at);
    return `${this.#dayIn(timeZone, at)}, ${clock}`;
  }

  /** The name of a day of the week; 0 is Monday. */
  weekday(weekday: number): string {
    const firstMonday = Date.UTC(1970, 0, 5);
    return this.#dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(firstMonday + weekday * 86_400_000);
  }

  /** An amount as a customer reads it, e.g. "€94.00"; `amount` is a decimal string. */
  money(amount: string, currency: string): string {
    const digits = minorUnitDigits(currency);
    const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format = kept(
      this.#money,
      currency,
      () => new Intl.NumberFormat(this.language, { style: 'currency', currency, ...fixed }),
    );
    return format.format(amount as Intl.StringNumericLiteral);
  }

  /** A number as a customer reads it, e.g. "1,500.5"; `number` is a decimal string. */
  number(number: string): string {
    const format = kept(
      this.#money,
      'number',
      () => new Intl.NumberFormat(localeOf(this.language), { maximumFractionDigits: 4 }),
    );
    return format.format(number as Intl.StringNumericLiteral);
  }

  /** "a, b or c" */
  either(list: string[]): string {
    return this.#either.format(list);
  }

  /** "a, b and c" */
  all(list: string[]): string {
    return this.#all.format(list);
  }

  #dayIn(timeZone: string, at: Date): string {
    const text = this.#dateFormat({ ...day, timeZone }).format(at);
    // Node's data for English have a comma behind the weekday in some versions.
    return this.language === 'en' ? text.replace(',', '') : text;
  }

  #message(key: SentenceKey): IntlMessageFormat {
    return kept(this.#messages, key, () => {
      for (const { locale, sentences } of this.#sentences) {
        // Our sentences are Markdown: what looks like a tag is none.
        const text = sentences[key];
        if (text !== undefined && isSayable(locale, key, text))
          return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      }
      throw new InvariantError('sentence-missing', `no language has the sentence ${key}`);
    });
  }

  #dateFormat(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return kept(this.#dates, JSON.stringify(parts), () => new Intl.DateTimeFormat(localeOf(this.language), parts));
  }
}

/** English is checked before it is shipped. */
function isSayable(language: string, key: string, sentence: string): boolean {
  return language === fallbackLanguage || problemsOf(language, key, sentence).length === 0;
}

function localeOf(language: string): string {
  return locales[language] ?? language;
}

const spoken = new Map<string, Words>();

/** The words of a language; in one that has no file every sentence is English. Throws CatalogFileError. */
export function wordsIn(language: string): Words {
  return kept(spoken, language, () => new Words(language, languages()));
}

/** The map's value under a key, made when it is first asked for. */
function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
