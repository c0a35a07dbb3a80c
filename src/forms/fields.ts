import type { Words } from '../dialogs/wording/catalog/words.ts';
import type { Moment } from '../policy/calendar.ts';
import { isEstablished } from '../policy/engine/advice.ts';
import { type FieldValue, type FormField, formFieldSchema, type OwnField } from '../policy/format/form-schema.ts';
import type { Policy } from '../policy/format/load.ts';
import { formOf } from '../policy/format/outcome-schema.ts';
import type { ReturnClaim } from './links.ts';
import { prosePattern, readOwnField } from './own-fields.ts';
import type { ReturnForm } from './submission.ts';

/** A field that a form asks for; an order number only where the chat has none. */
export type AskedField = {
  /** The policy's words about it. */
  clause?: string;
} & ({ field: FormField | 'orderNumber'; own?: never } | { field: string; own: OwnField });

/** Mistakes by the name of the field. */
export type Mistakes = Record<string, string>;

type Answers = Pick<ReturnForm, FormField | 'orderNumber' | 'fields'>;

/** The questions of a form at a moment, in order; one with a condition only where the facts of the link establish it. */
export function fieldsOf(policy: Policy, { resolution, orderNumber, facts }: ReturnClaim, at: Moment): AskedField[] {
  const { formFields, clauses } = policy.file;
  const asked = (formOf(policy.file, resolution)?.ask ?? []).flatMap(({ field, clause }): AskedField[] => {
    const text = clause === undefined ? undefined : clauses[clause]?.text;
    const said = text === undefined ? {} : { clause: text };
    const { data: common } = formFieldSchema.safeParse(field);
    if (common) return [{ field: common, ...said }];
    const own = formFields[field];
    const isAsked = own && (!own.when || isEstablished(policy, own.when, facts, at));
    return isAsked ? [{ field, own, ...said }] : [];
  });
  return orderNumber === undefined ? [{ field: 'orderNumber' }, ...asked] : asked;
}

/** Reads what was filled in; unasked fields are left out. */
export function readAnswers(
  words: Words,
  body: URLSearchParams,
  asked: AskedField[],
): { kind: 'answers'; answers: Answers } | { kind: 'mistakes'; mistakes: Mistakes } {
  const answers: Answers = {};
  const fields: Record<string, FieldValue> = {};
  const mistakes: Mistakes = {};
  for (const { field, own } of asked) {
    const read = own ? readOwnField(words, own, body.get(field) ?? '') : readField(words, field, body.get(field));
    if ('mistake' in read) mistakes[field] = read.mistake;
    else if (own && read.value !== undefined) fields[field] = read.value;
    else if (!own && read.value !== '') Object.assign(answers, { [field]: read.value });
  }
  if (Object.keys(fields).length > 0) answers.fields = fields;
  if (body.get('accept') !== 'yes') mistakes.accept = words.say('mistake.accept');
  return Object.keys(mistakes).length ? { kind: 'mistakes', mistakes } : { kind: 'answers', answers };
}

type Read = { value: string } | { mistake: string };

function readField(words: Words, field: FormField | 'orderNumber', raw: string | null): Read {
  return field === 'refundMethod' ? readMethod(words, raw) : readText(words, field, raw ?? '');
}

const codePattern = /^[\p{L}\p{M}\p{N}\p{Pd}\u2212 ./_#:+()*-]*$/u;

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
