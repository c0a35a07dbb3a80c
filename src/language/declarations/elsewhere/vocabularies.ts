import type { HumanLanguage } from '../../languages/languages.ts';
import { wordSet } from '../../text/phrases.ts';
import type { DeclarationKind } from '../patterns.ts';
import { patternOf } from './patterns.ts';
import { foldedText } from './spelling.ts';
import cs from './vocabulary/cs.json' with { type: 'json' };
import de from './vocabulary/de.json' with { type: 'json' };
import es from './vocabulary/es.json' with { type: 'json' };
import fr from './vocabulary/fr.json' with { type: 'json' };
import it from './vocabulary/it.json' with { type: 'json' };
import nl from './vocabulary/nl.json' with { type: 'json' };
import pl from './vocabulary/pl.json' with { type: 'json' };
import pt from './vocabulary/pt.json' with { type: 'json' };
import sv from './vocabulary/sv.json' with { type: 'json' };
import tr from './vocabulary/tr.json' with { type: 'json' };
import uk from './vocabulary/uk.json' with { type: 'json' };

/** What a declaration is made of in one language. */
export interface Vocabulary {
  language: HumanLanguage;
  /** Matches wherever one of the patterns of `declaring` does: most sentences need no closer look. */
  any: RegExp;
  declaring: { kind: DeclarationKind; pattern: RegExp; isHeading: boolean }[];
  /** Words that turn around, ask for, or make conditional what stands beside them. */
  denials: ReadonlySet<string>;
  questions: ReadonlySet<string>;
  conditions: ReadonlySet<string>;
  /** "S'il vous plaît": what begins like a condition and is none. */
  courtesies: RegExp;
  /** "That": what follows is reported, unless one of the formal words introduces it. */
  that: ReadonlySet<string>;
  formal: ReadonlySet<string>;
  /** "And", "but": words between parts of a sentence. */
  ands: ReadonlySet<string>;
}

type Data = Readonly<Record<keyof typeof de, readonly string[]>>;

/** The languages, beside English, in which a declaration is heard; a further one is a file and its line here. */
export const vocabularies: readonly Vocabulary[] = Object.entries({ de, fr, es, it, pt, nl, pl, cs, sv, tr, uk }).map(
  ([language, data]) => vocabularyOf(language, data),
);

function vocabularyOf(language: HumanLanguage, data: Data): Vocabulary {
  const within = (kind: DeclarationKind, phrases: readonly string[]) =>
    phrases.map((phrase) => ({
      kind,
      isHeading: false,
      pattern: new RegExp(`(?<= )${patternOf(phrase, data.contract)}`, 'u'),
    }));
  const alone = data.headings.map((phrase) => ({
    kind: 'withdrawal' as const,
    isHeading: true,
    pattern: new RegExp(`(?<=^ )${patternOf(phrase, data.contract)}$`, 'u'),
  }));
  const all = [data.withdrawal, data.termination, data.rescission, data.headings].flat();
  return {
    language,
    any: new RegExp(`(?<= )(?:${all.map((phrase) => patternOf(phrase, data.contract)).join('|')})`, 'u'),
    declaring: [
      ...within('withdrawal', data.withdrawal),
      ...within('termination', data.termination),
      ...within('rescission', data.rescission),
      ...alone,
    ],
    denials: foldedSet(data.denials),
    questions: foldedSet(data.questions),
    conditions: foldedSet(data.conditions),
    courtesies: new RegExp(`(?<= )${patternOf(`(${['-', ...data.courtesies].join('|')})`, [])}`, 'gu'),
    that: foldedSet(data.that),
    formal: foldedSet(data.formal),
    ands: foldedSet(data.ands),
  };
}

function foldedSet(lines: readonly string[]): ReadonlySet<string> {
  return wordSet(lines.map(foldedText));
}
