import { FALSE } from '../../engine/diagram/diagram.ts';
import type { ChoiceOption } from '../../format/choose-schema.ts';
import type { DecisionRow, PolicyFile } from '../../format/schema.ts';
import type { Finding } from '../finding.ts';
import type { Space } from '../space.ts';
import { plain, sameWords, twice, type Word, wordsOf } from './same-words.ts';

/** Options of a row by one name that some customer is offered together. */
export function sharedOptions(space: Space, file: PolicyFile): Finding[] {
  return file.decisions.flatMap((row, index) => {
    const options = Object.entries(row.choose ?? {});
    const words = options.flatMap(([id, option]) => wordsOfOption(id, option, ['decisions', index, 'choose', id]));
    return words.flatMap((word, at) => {
      const before = words.slice(0, at).find((one) => isSame(one, word) && areTogether(space, row, one.of, word.of));
      return before ? [sameWords(word, before, 'error')] : [];
    });
  });
}

function wordsOfOption(of: string, { title, synonyms = [] }: ChoiceOption, path: PropertyKey[]): Word[] {
  return [{ text: title, of, path: [...path, 'title'] }, ...wordsOf(of, [...path, 'synonyms'], synonyms)];
}

function isSame(one: Word, other: Word): boolean {
  return one.of !== other.of && plain(one.text) === plain(other.text);
}

function areTogether(space: Space, { when, choose = {} }: DecisionRow, one: string, other: string): boolean {
  const conditions = [when, choose[one]?.when ?? {}, choose[other]?.when ?? {}];
  return space.and(space.legal, ...conditions.map((condition) => space.where(condition))) !== FALSE;
}

/** Answers of one field of a form by one name. */
export function sharedValues({ formFields }: PolicyFile): Finding[] {
  return Object.entries(formFields).flatMap(([id, field]) => {
    if (field.type !== 'choice') return [];
    const words = Object.entries(field.values).map(([of, { title }]): Word => {
      return { text: title, of, path: ['formFields', id, 'values', of, 'title'] };
    });
    return twice(words, 'error');
  });
}
