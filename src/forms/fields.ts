import type { Words } from '../dialogs/wording/catalog/words.ts';
import type { Policy } from '../policy/format/load.ts';
import type { FormField } from '../policy/format/schema.ts';
import type { ReturnClaim } from './links.ts';
import type { ReturnForm } from './submission.ts';

/** A field that a form asks for; an order number only where the chat has none. */
export interface AskedField {
  field: FormField | 'orderNumber';
  /** The policy's words about it. */
  clause?: string;
}

/** Mistakes by the name of the field. */
export type Mistakes = Partial<Record<AskedField['field'] | 'accept', string>>;

type Answers = Pick<ReturnForm, AskedField['field']>;

/** The questions of a form, in order. */
export function fieldsOf(policy: Policy, { resolution, orderNumber }: ReturnClaim): AskedField[] {
  const own = (policy.file.forms[resolution]?.ask ?? []).map(({ field, clause }) => {
    const text = clause === undefined ? undefined : policy.file.clauses[clause]?.text;
    return { field, ...(text !== undefined && { clause: text }) };
  });
  return orderNumber === undefined ? [{ field: 'orderNumber' }, ...own] : own;
}

/** Reads what was filled in; unasked fields are left out. */
export function readAnswers(
  words: Words,
  body: URLSearchParams,
  asked: AskedField[],
): { kind: 'answers'; answers: Answers } | { kind: 'mistakes'; mistakes: Mistakes } {
  const answers: Answers = {};
  const mistakes: Mistakes = {};
  for (const { field } of asked) {
    const read =
      field === 'refundMethod' ? readMethod(words, body.get(field)) : readText(words, field, body.get(field) ?? '');
    if ('mistake' in read) mistakes[field] = read.mistake;
    else if (read.value !== '') Object.assign(answers, { [field]: read.value });
  }
  if (body.get('accept') !== 'yes') mistakes.accept = words.say('mistake.accept');
  return Object.keys(mistakes).length ? { kind: 'mistakes', mistakes } : { kind: 'answers', answers };
}

type Read = { value: string } | { mistake: string };

const codePattern = /^[\p{L}\p{M}\p{N}\p{Pd}\u2212 ./_#:+()*-]*$/u;
/** Everything but control characters and those that turn the direction of text round; lines may break. */
const prosePattern = /^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|\n|\t)*$/u;

const textRules = {
  serialNumber: { maxLength: 64, pattern: codePattern, missing: 'mistake.serialNumber.missing' },
  orderNumber: { maxLength: 40, pattern: codePattern, missing: undefined },
  defect: { maxLength: 2_000, pattern: prosePattern, missing: 'mistake.defect.missing' },
} as const;

function readText(words: Words, field: keyof typeof textRules, raw: string): Read {
  const { maxLength, pattern, missing } = textRules[field];
  const value = raw.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (value === '' && missing) return { mistake: words.say(missing) };
  if ([...value].length > maxLength) return { mistake: words.say(`mistake.${field}.tooLong`, { max: maxLength }) };
  return pattern.test(value) ? { value } : { mistake: words.say(`mistake.${field}.invalid`) };
}

function readMethod(words: Words, raw: string | null): Read {
  return raw === 'original' || raw === 'credit' ? { value: raw } : { mistake: words.say('mistake.refundMethod') };
}
