import { UNKNOWN } from '../engine/diagram/variables.ts';
import type { Facts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import { monthsFactOf } from '../format/period-schema.ts';
import type { PolicyFile } from '../format/schema.ts';

/** The inputs of periods that are given: a number with a digit for each, 0 open, 1 given, 2 given as unknown. */
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

/** The costs of asking the facts of a policy; a period costs what its inputs still cost. */
export class Prices {
  /** The number of different `Inputs`. */
  readonly inputsCount: number;
  private readonly file: PolicyFile;
  private readonly inputs: string[];

  constructor(file: PolicyFile) {
    this.file = file;
    const inputs = Object.values(file.derived).flatMap((derived) => [derived.from, monthsFactOf(derived) ?? []].flat());
    this.inputs = [...new Set(inputs)];
    this.inputsCount = 3 ** this.inputs.length;
  }

  /** The inputs that these facts give. */
  given(facts: Facts): Inputs {
    return this.inputs.reduce((inputs, id) => {
      if (facts[id] === undefined) return inputs;
      return this.with(inputs, id, facts[id] === UNKNOWN ? GIVEN_AS_UNKNOWN : GIVEN);
    }, 0);
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
    if (months === undefined && start !== OPEN) return { cost: 0, questions: 0, after: inputs };
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

  private digit(inputs: Inputs, id: string): number {
    return Math.floor(inputs / 3 ** this.inputs.indexOf(id)) % 3;
  }

  private with(inputs: Inputs, id: string, digit: number): Inputs {
    return inputs + (digit - this.digit(inputs, id)) * 3 ** this.inputs.indexOf(id);
  }
}
