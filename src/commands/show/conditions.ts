import { UNKNOWN } from '../../policy/engine/diagram/variables.ts';
import { type Condition, namesWithin, testsWithin } from '../../policy/format/condition-schema.ts';
import { declaredId } from '../../policy/format/period-schema.ts';
import type { PolicyFile } from '../../policy/format/schema.ts';
import { comparisonInWords } from './comparisons.ts';

/** A condition in plain words, with the labels and titles of the policy; `undefined` for one that always holds. */
export function inPlainWords(file: PolicyFile, condition: Condition): string | undefined {
  const { any = [], all = [], not } = condition;
  const parts = [
    ...namesWithin(condition).map((name) => inPlainWords(file, file.conditions[name] ?? {})),
    ...testsWithin(condition).map(([fact, values]) => testInWords(file, fact, values)),
    ...all.map((one) => grouped(file, one)),
    any.length > 0 ? `(${any.map((one) => grouped(file, one) ?? 'in every case').join(', or ')})` : undefined,
    not && `not (${inPlainWords(file, not) ?? 'in every case'})`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', and ') : undefined;
}

/** A condition among others; one of several parts stands in brackets. */
function grouped(file: PolicyFile, condition: Condition): string | undefined {
  const words = inPlainWords(file, condition);
  return words?.includes(', and ') ? `(${words})` : words;
}

function testInWords(file: PolicyFile, id: string, values: readonly unknown[]): string {
  const label = `“${labelOf(file, id)}”`;
  const isSet = file.facts[id]?.type === 'set';
  if (isSet && values.includes('any')) return `anything of ${label} applies`;
  const names = orList(values.filter((value) => value !== UNKNOWN).map((value) => valueInWords(file, id, value)));
  const isUnknown = values.includes(UNKNOWN);
  if (names === '') return `${label} is not known`;
  const isSo = `${label} ${isSet ? 'includes' : 'is'} ${names}`;
  return isUnknown ? `(${isSo}, or is not known)` : isSo;
}

/** The label of a fact or period. */
export function labelOf({ facts, derived, variants, combined }: PolicyFile, id: string): string {
  const period = variants[id]?.[0]?.period ?? id;
  return facts[id]?.label ?? derived[period]?.label ?? combined[id]?.label ?? declaredId(id);
}

/** A value of a fact or period as a customer or an owner would say it. */
export function valueInWords(file: PolicyFile, id: string, value: unknown): string {
  const fact = file.facts[id];
  if (value === UNKNOWN) return 'not known';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) {
    return value.length === 0 ? 'nothing of it' : value.map((one) => valueInWords(file, id, one)).join(', ');
  }
  const isNamed = fact && 'values' in fact && typeof value === 'string' && Object.hasOwn(fact.values, value);
  if (isNamed) return `“${fact.values[value]?.title}”`;
  const compared = (fact?.type === 'number' || fact?.type === 'amount') && comparisonInWords(fact, value);
  if (compared) return compared;
  if (typeof value === 'object' && value !== null) return Object.values(value).join(' ');
  return String(value).replace(/^([a-z]+)-/, (word) => word.replace('-', ' '));
}

/** Names with commas between them and "or" before the last. */
export function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
