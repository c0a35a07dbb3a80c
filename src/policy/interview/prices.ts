import { isPlain } from '../engine/diagram/calendar-rules.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import type { Facts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import { monthsFactOf } from '../format/period-schema.ts';
import type { PolicyFile } from '../format/schema.ts';

/** The inputs of periods that are given: the number of a list with a digit for each; 0 where all are open. */
export type Inputs = number;

const OPEN = 0;
const GIVEN = 1;
const GIVEN_AS_UNKNOWN = 2;

/** The customer's cost of settling a fact, and the inputs that are then given. */
export interface Price {
  cost: number;
  /** The largest number of questions it can take. */
  questions: number;
  after: Inputs;
}

const remembered = new WeakMap<PolicyFile, Prices>();

/** The prices of a policy; one for all who speak of its `Inputs`, whose numbers are given as they come. */
export function pricesOf(file: PolicyFile): Prices {
  const prices = remembered.get(file) ?? new Prices(file);
  remembered.set(file, prices);
  return prices;
}

/** The costs of asking the facts of a policy; a period costs what its inputs still cost. */
class Prices {
  private readonly file: PolicyFile;
  private readonly inputs: string[];
  /** The lists by their numbers, and the numbers by the lists. */
  private readonly lists: (readonly number[])[] = [];
  private readonly numbers = new Map<string, Inputs>();

  constructor(file: PolicyFile) {
    this.file = file;
    const inputs = Object.values(file.derived).flatMap((derived) => this.inputsOf(derived));
    this.inputs = [...new Set(inputs)];
    this.numberOf(this.inputs.map(() => OPEN));
  }

  /** The inputs that these facts give. */
  given(facts: Facts): Inputs {
    return this.inputs.reduce((inputs, id) => {
      if (facts[id] === undefined) return inputs;
      return this.with(inputs, id, facts[id] === UNKNOWN ? GIVEN_AS_UNKNOWN : GIVEN);
    }, 0);
  }

  /** The same inputs as far as one of these periods still costs what they say. */
  only(inputs: Inputs, periods: readonly string[]): Inputs {
    if (inputs === 0) return 0;
    const wanted = new Set(periods.flatMap((id) => this.inputsOf(entryAt(this.file.derived, id))));
    const digits = entryAt(this.lists, inputs);
    return this.numberOf(digits.map((digit, at) => (wanted.has(entryAt(this.inputs, at)) ? digit : OPEN)));
  }

  /** The least that settling a fact can cost, whatever else is given before. */
  leastOf(id: string, inputs: Inputs): number {
    const derived = this.file.derived[id];
    if (!derived) return this.asking(id);
    const months = monthsFactOf(derived);
    // A last day may be told in its place, or another period pays for the date.
    if (months === undefined && !isPlain(derived)) return 0;
    if (months === undefined) return this.digit(inputs, derived.from) === OPEN ? this.asking(derived.from) : 0;
    const forms = [months, derived.until, derived.from].flatMap((form) => (form === undefined ? [] : [form]));
    return Math.min(...forms.map((form) => this.asking(form)));
  }

  /** True for a period that follows from what is given. */
  isTold(id: string, inputs: Inputs): boolean {
    const derived = this.file.derived[id];
    return derived !== undefined && monthsFactOf(derived) === undefined && this.digit(inputs, derived.from) !== OPEN;
  }

  /** The inputs as a text that is the same in every process. */
  textOf(inputs: Inputs): string {
    return inputs === 0 ? '' : entryAt(this.lists, inputs).join('');
  }

  ofFact(id: string, inputs: Inputs): Price {
    return { cost: this.asking(id), questions: 1, after: inputs };
  }

  /** The cost of settling a period, by whether that ends in "I don't know". */
  ofPeriod(id: string, inputs: Inputs, isUnknown: boolean): Price {
    const derived = entryAt(this.file.derived, id);
    const months = monthsFactOf(derived);
    const start = this.digit(inputs, derived.from);
    const dated = this.with(inputs, derived.from, start || (isUnknown && !months ? GIVEN_AS_UNKNOWN : GIVEN));
    // Two periods of one date: the second is known with the first.
    if (this.isTold(id, inputs)) return { cost: 0, questions: 0, after: inputs };
    if (months === undefined || this.digit(inputs, months) !== OPEN) {
      return { cost: this.asking(derived.from), questions: 1, after: dated };
    }
    const form = start === GIVEN_AS_UNKNOWN ? (derived.until ?? months) : (derived.askFor ?? months);
    if (start !== OPEN || form !== months) return { cost: this.asking(form), questions: 1, after: inputs };
    // Whoever does not know the months is not asked for the date.
    if (isUnknown) return { cost: this.asking(form), questions: 2, after: inputs };
    return { cost: this.asking(form) + this.asking(derived.from), questions: 2, after: dated };
  }

  private asking(id: string): number {
    const fact = this.file.facts[id];
    return fact && 'cost' in fact ? fact.cost : 1;
  }

  private inputsOf(derived: PolicyFile['derived'][string]): string[] {
    return [derived.from, monthsFactOf(derived) ?? []].flat();
  }

  private digit(inputs: Inputs, id: string): number {
    return entryAt(this.lists, inputs)[this.inputs.indexOf(id)] ?? OPEN;
  }

  private with(inputs: Inputs, id: string, digit: number): Inputs {
    return this.numberOf(entryAt(this.lists, inputs).with(this.inputs.indexOf(id), digit));
  }

  private numberOf(digits: readonly number[]): Inputs {
    const key = digits.join('');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.lists.length);
    return this.lists.push(digits) - 1;
  }
}
