import type { Words } from '../dialogs/wording/catalog/words.ts';
import { isIsoDate } from '../policy/calendar.ts';
import type { FieldValue, OwnField } from '../policy/format/form-schema.ts';

/** What was filled in, or what is wrong with it; the value of a field that was left empty is `undefined`. */
export type ReadField = { value: FieldValue | undefined } | { mistake: string };

/** Everything but control characters and those that turn the direction of text round; lines may break. */
export const prosePattern = /^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|\n|\t)*$/u;
const numberPattern = /^-?\d{1,12}(?:[.,]\d{1,6})?$/;

/** Reads a field of the shop's own. */
export function readOwnField(words: Words, field: OwnField, raw: string): ReadField {
  const text = raw.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (text !== '') return readers[field.type](words, field, text);
  return field.required
    ? { mistake: words.say('mistake.field.missing', { label: field.label }) }
    : { value: undefined };
}

type Reader = (words: Words, field: OwnField, text: string) => ReadField;

const readers: Record<OwnField['type'], Reader> = {
  text(words, field, text) {
    const max = field.type === 'text' ? field.maxLength : 0;
    if ([...text].length > max) return { mistake: words.say('mistake.field.tooLong', { label: field.label, max }) };
    return prosePattern.test(text) ? { value: text } : wrong(words, field);
  },
  choice: (words, field, text) =>
    field.type === 'choice' && Object.hasOwn(field.values, text) ? { value: text } : wrong(words, field),
  'yes-no': (words, field, text) => (text === 'yes' || text === 'no' ? { value: text === 'yes' } : wrong(words, field)),
  date: (words, field, text) => (isIsoDate(text) ? { value: text } : wrong(words, field)),
  number(words, field, text) {
    if (field.type !== 'number' || !numberPattern.test(text)) return wrong(words, field);
    const value = Number(text.replace(',', '.'));
    const { label, min = value, max = value } = field;
    if (value < min) return { mistake: words.say('mistake.field.tooSmall', { label, min }) };
    return value > max ? { mistake: words.say('mistake.field.tooLarge', { label, max }) } : { value };
  },
};

function wrong(words: Words, { type, label }: OwnField): ReadField {
  return { mistake: words.say(`mistake.field.${type}`, { label }) };
}
