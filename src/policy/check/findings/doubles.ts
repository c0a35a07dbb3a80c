import { FALSE } from '../../engine/diagram/diagram.ts';
import type { Fact, PolicyFile } from '../../format/schema.ts';
import type { Finding } from '../finding.ts';
import type { Space } from '../space.ts';
import { plain, twice, type Word, wordsOf } from './same-words.ts';
import { sharedOptions, sharedValues } from './shared-options.ts';

/** Words that stand for two things, so that a customer can tell neither from the other; in every language. */
export function doubleFindings(space: Space): Finding[] {
  const { file, translations } = space.policy;
  const further = [...translations].flatMap(([language, { file: translated }]) =>
    doublesIn(space, translated).map((finding) => ({ ...finding, language })),
  );
  return [...doublesIn(space, file), ...further];
}

function doublesIn(space: Space, file: PolicyFile): Finding[] {
  return [
    ...Object.entries(file.facts).flatMap(([id, fact]) => withinFact(id, fact)),
    ...sharedQuestions(space, file),
    ...sharedTexts(file),
    ...sharedOptions(space, file),
    ...sharedValues(file),
  ];
}

function withinFact(id: string, fact: Fact): Finding[] {
  const path = ['facts', id];
  if (fact.type === 'yes-no') {
    const { true: yes, false: no } = fact.phrases;
    return twice(
      [...wordsOf('yes', [...path, 'phrases', 'true'], yes), ...wordsOf('no', [...path, 'phrases', 'false'], no)],
      'error',
    );
  }
  if (fact.type !== 'choice' && fact.type !== 'set') return [];
  const values = Object.entries(fact.values).map(([value, one]) => ({
    value,
    ...one,
    path: [...path, 'values', value],
  }));
  const titles = values.map(({ value, title, path: at }): Word => ({ text: title, of: value, path: [...at, 'title'] }));
  const synonyms = values.flatMap(({ value, synonyms: own, path: at }) => wordsOf(value, [...at, 'synonyms'], own));
  const phrases = values.flatMap(({ value, phrases: own, path: at }) => wordsOf(value, [...at, 'phrases'], own));
  const against = values.flatMap((one) => {
    const own = 'negativePhrases' in one && Array.isArray(one.negativePhrases) ? one.negativePhrases : [];
    const mine = phrases.filter(({ of }) => of === one.value);
    return twice([...mine, ...wordsOf(`not ${one.value}`, [...one.path, 'negativePhrases'], own)], 'error');
  });
  return [...twice([...titles, ...synonyms], 'error'), ...twice(phrases, 'error'), ...against];
}

/** Two facts with one question or label that can both concern a customer. */
function sharedQuestions(space: Space, file: PolicyFile): Finding[] {
  const ids = Object.keys(file.facts);
  return (['question', 'label'] as const).flatMap((key) => {
    const words = ids.flatMap((id): Word[] => {
      const text = textAt(file.facts[id], key);
      return text === undefined ? [] : [{ text, of: id, path: ['facts', id, key] }];
    });
    return words.flatMap((word, at): Finding[] => {
      const before = words
        .slice(0, at)
        .find((one) => plain(one.text) === plain(word.text) && concernOne(space, one.of, word.of));
      if (!before) return [];
      const message = `the ${key} "${word.text}" stands for "${before.of}" and for "${word.of}"; nobody can tell them apart`;
      const suspects = [{ path: before.path, mend: 'it stands here, too' }];
      return [{ severity: 'warning', code: 'same-words', path: word.path, message, suspects }];
    });
  });
}

function textAt(fact: Fact | undefined, key: 'question' | 'label'): string | undefined {
  if (!fact) return undefined;
  if (key === 'label') return fact.label;
  return 'question' in fact ? fact.question : undefined;
}

function concernOne(space: Space, one: string, other: string): boolean {
  return space.and(space.legal, space.concernedBy(one), space.concernedBy(other)) !== FALSE;
}

/** Two clauses that read the same. */
function sharedTexts(file: PolicyFile): Finding[] {
  return (['title', 'text'] as const).flatMap((key) =>
    twice(
      Object.entries(file.clauses).map(([id, clause]) => ({ text: clause[key], of: id, path: ['clauses', id, key] })),
      'warning',
    ),
  );
}
