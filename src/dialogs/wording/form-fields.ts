import { z } from 'zod';
import { type FieldValue, fieldValueSchema } from '../../policy/format/form-schema.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Words } from './catalog/words.ts';

/** A submitted form as far as it is read to people; older ones have less. */
const submittedSchema = z.looseObject({
  serialNumber: z.string().optional(),
  refundMethod: z.enum(['original', 'credit']).optional(),
  defect: z.string().optional(),
  fields: z.record(z.string(), fieldValueSchema).default({}),
});

/** What was filled in, in words: a field's label and its answer. */
export interface FilledField {
  field: string;
  label: string;
  answer: string;
}

/** All that a customer filled in, in the words of the form. */
export function filledFields(words: Words, policy: Policy, form: unknown): FilledField[] {
  const { serialNumber, refundMethod, defect, fields } = submittedSchema.parse(form);
  const method = refundMethod && words.say(`form.refundMethod.${refundMethod}`);
  const common = [
    { field: 'serialNumber', label: words.say('form.serialNumber'), answer: serialNumber },
    { field: 'refundMethod', label: words.say('decision.refundAs'), answer: method },
    { field: 'defect', label: words.say('form.defect'), answer: defect },
  ];
  const own = Object.entries(fields).map(([field, value]) => ({
    field,
    label: policy.file.formFields[field]?.label ?? field,
    answer: describeField(words, policy, field, value),
  }));
  return [...common, ...own].flatMap(({ answer, ...rest }) => (answer === undefined ? [] : [{ ...rest, answer }]));
}

function describeField(words: Words, { file }: Policy, id: string, value: FieldValue): string {
  const field = Object.hasOwn(file.formFields, id) ? file.formFields[id] : undefined;
  if (typeof value === 'boolean') return words.say(value ? 'answer.yes' : 'answer.no');
  if (field?.type === 'choice' && typeof value === 'string' && Object.hasOwn(field.values, value))
    return field.values[value]?.title ?? value;
  return field?.type === 'date' ? words.day(String(value)) : String(value);
}
