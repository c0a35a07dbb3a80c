import { canBeUnknown, type Fact, type FactKind, type FactOf } from '../../policy/fact-types/fact-types.ts';
import type { Json } from '../../store/store.ts';
import { fillIn, words } from '../words/words.ts';

/** A value with its title. */
export interface InputOption {
  value: string;
  title: string;
}

/** An input that a desk's form has for a fact. */
export type FormInput =
  | { kind: 'one'; options: InputOption[] }
  | { kind: 'many'; options: InputOption[] }
  | { kind: 'day' }
  | { kind: 'day-and-time' }
  | { kind: 'number'; min: number; max: number; decimals: number }
  | { kind: 'text'; maxLength: number };

interface FactInput<F> {
  input(fact: F): FormInput;
  /** The JSON value behind what was filled in; what cannot be read stays as it is, for the policy to refuse. */
  value(given: string | string[]): Json;
  /** The label where nothing else says what an answer looks like. */
  labelled(label: string): string;
  /** A hint beside the label of the input; the fact's question if absent. */
  hint?: string;
}

const asItIs = { value: (given: string | string[]) => given, labelled: (label: string) => label };
const yesOrNo = [
  { value: 'true', title: words.check.yes },
  { value: 'false', title: words.check.no },
];

/** The inputs of a desk's form for facts, for every type of `src/policy/fact-types`. */
const factInputs: { [K in FactKind]: FactInput<FactOf<K>> } = {
  choice: { ...asItIs, input: (fact) => ({ kind: 'one', options: optionsOf(fact) }) },
  'yes-no': {
    ...asItIs,
    input: () => ({ kind: 'one', options: yesOrNo }),
    value: (given) => (given === 'true' ? true : given === 'false' ? false : given),
  },
  date: { ...asItIs, input: () => ({ kind: 'day' }) },
  instant: { ...asItIs, input: () => ({ kind: 'day-and-time' }) },
  months: {
    input: ({ max }) => ({ kind: 'number', min: 0, max, decimals: 0 }),
    value: Number,
    labelled: (label) => fillIn(words.check.months, { label }),
  },
  number: {
    ...asItIs,
    input: ({ min, max, decimals }) => ({ kind: 'number', min, max, decimals }),
    value: Number,
  },
  amount: {
    input: () => ({ kind: 'text', maxLength: 40 }),
    value: (given) => moneyIn(String(given)),
    labelled: (label) => fillIn(words.check.moneyFact, { label }),
  },
  set: { ...asItIs, input: (fact) => ({ kind: 'many', options: optionsOf(fact) }) },
  money: {
    input: () => ({ kind: 'text', maxLength: 40 }),
    value: (given) => moneyIn(String(given)),
    labelled: (label) => fillIn(words.check.moneyFact, { label }),
    hint: words.check.money,
  },
};

/** The input of a fact, with "not known" among the values of a list to choose from. */
export function inputOf<K extends FactKind>(fact: FactOf<K>): FormInput {
  const input = factInputs[fact.type].input(fact);
  if (input.kind !== 'one' || !canBeUnknown(fact)) return input;
  return { kind: 'one', options: [...input.options, { value: 'unknown', title: words.check.notKnown }] };
}

/** True for a fact whose input has no room for "not known", though the customer may not know it. */
export function needsUnknown(fact: Fact): boolean {
  return canBeUnknown(fact) && inputOf(fact).kind !== 'one';
}

/** The fact's label, with what an answer looks like where the input does not show that. */
export function labelOf({ type, label }: Fact): string {
  return factInputs[type].labelled(label);
}

/** The hint beside the label of the fact's input. */
export function hintOf(fact: Fact): string {
  return factInputs[fact.type].hint ?? ('question' in fact ? fact.question : '');
}

/** The JSON value behind what was filled in for a fact. */
export function valueIn({ type }: Fact, given: string | string[]): Json {
  return factInputs[type].value(given);
}

function optionsOf({ values }: { values: Record<string, { title: string }> }): InputOption[] {
  return Object.entries(values).map(([value, { title }]) => ({ value, title }));
}

function moneyIn(text: string): Json {
  const [, amount, currency] = /^\s*(\d{1,15}(?:\.\d{1,15})?)\s*([A-Za-z]{3})\s*$/.exec(text) ?? [];
  return amount !== undefined && currency !== undefined ? { amount, currency: currency.toUpperCase() } : text;
}
