import { entryAt } from '../entry-at.ts';

/** Raised whenever plans are made or written differently; a plan of another version is made anew. */
export const PLANNER_VERSION = 2;

/** What is planned in one state: the fact to settle next, the expected cost of the rest, and the most questions. */
export interface PlannedStep {
  next: string;
  cost: number;
  depth: number;
}

/** In bytes: the state's name and the cost as floats of 64 bits, the number of the fact and the depth in 16 each. */
const entrySize = 20;

/**
 * The plan of an interview as it is kept: for each state, by its name, what is asked next. The states are in the order
 * of their names, so a step is found in a list of hundred thousands without a table beside it.
 */
export class KeptPlan {
  private readonly names: Float64Array;
  private readonly steps: DataView;
  private readonly facts: readonly string[];

  private constructor(names: Float64Array, steps: DataView, facts: readonly string[]) {
    this.names = names;
    this.steps = steps;
    this.facts = facts;
  }

  get size(): number {
    return this.names.length;
  }

  /** What is planned in the state of this name, if it is. */
  find(name: number): PlannedStep | undefined {
    let [low, high] = [0, this.names.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = entryAt(this.names, middle);
      if (at === name) return this.stepAt(middle);
      if (at < name) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  private stepAt(index: number): PlannedStep {
    const at = index * entrySize;
    return {
      cost: this.steps.getFloat64(at + 8),
      next: entryAt(this.facts, this.steps.getUint16(at + 16)),
      depth: this.steps.getUint16(at + 18),
    };
  }

  /** The bytes of a plan, by the names of its states; `facts` are those of the policy, derived ones too, in its order. */
  static bytesOf(plan: ReadonlyMap<number, PlannedStep>, facts: readonly string[]): Uint8Array {
    const view = new DataView(new ArrayBuffer(plan.size * entrySize));
    [...plan]
      .sort(([a], [b]) => a - b)
      .forEach(([name, { cost, next, depth }], index) => {
        const at = index * entrySize;
        view.setFloat64(at, name);
        view.setFloat64(at + 8, cost);
        view.setUint16(at + 16, facts.indexOf(next));
        view.setUint16(at + 18, depth);
      });
    return new Uint8Array(view.buffer);
  }

  /** The plan of these bytes, or nothing if they are not one of a policy with these facts. */
  static read(bytes: Uint8Array, facts: readonly string[]): KeptPlan | undefined {
    if (bytes.byteLength % entrySize !== 0) return undefined;
    const view = new DataView(bytes.slice().buffer);
    const names = Float64Array.from({ length: bytes.byteLength / entrySize }, (_, i) => view.getFloat64(i * entrySize));
    const isWhole = names.every((_, i) => view.getUint16(i * entrySize + 16) < facts.length);
    return isWhole ? new KeptPlan(names, view, facts) : undefined;
  }
}
