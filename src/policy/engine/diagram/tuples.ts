import { InvariantError } from '../../../errors.ts';

const free = -1;

/**
 * Numbers tuples of whole numbers, a first one and a list, in the order in which they were added; equal ones share a
 * number. No text is made of them: on a large diagram such texts were most of the time and of the memory.
 */
export class Tuples {
  private readonly firsts: number[];
  private readonly lists: (readonly number[])[];
  private slots: Int32Array;

  private constructor(firsts: number[], lists: (readonly number[])[], slots: Int32Array) {
    this.firsts = firsts;
    this.lists = lists;
    this.slots = slots;
  }

  static none(): Tuples {
    return new Tuples([], [], new Int32Array(64).fill(free));
  }

  copy(): Tuples {
    return new Tuples(this.firsts.slice(), this.lists.slice(), this.slots.slice());
  }

  get size(): number {
    return this.firsts.length;
  }

  firstOf(tuple: number): number {
    return this.firsts[tuple] ?? absent(tuple);
  }

  listOf(tuple: number): readonly number[] {
    return this.lists[tuple] ?? absent(tuple);
  }

  /** The number of a tuple that was added; nothing if it was not. */
  find(first: number, list: readonly number[]): number | undefined {
    const tuple = this.slots[this.slotOf(first, list)];
    return tuple === free ? undefined : tuple;
  }

  /** The number of a tuple, which is added unless it was; the list is kept as it is, and must not be changed. */
  add(first: number, list: readonly number[]): number {
    const slot = this.slotOf(first, list);
    const known = this.slots[slot] ?? free;
    if (known !== free) return known;
    const tuple = this.firsts.length;
    this.firsts.push(first);
    this.lists.push(list);
    this.slots[slot] = tuple;
    if (this.firsts.length * 2 > this.slots.length) this.grow();
    return tuple;
  }

  /** The slot of a tuple, or the free one that it would take. */
  private slotOf(first: number, list: readonly number[]): number {
    const last = this.slots.length - 1;
    let slot = hashOf(first, list) & last;
    for (;;) {
      const at = this.slots[slot] ?? free;
      if (at === free || (this.firsts[at] === first && isSame(this.listOf(at), list))) return slot;
      slot = (slot + 1) & last;
    }
  }

  private grow(): void {
    const last = this.slots.length * 2 - 1;
    const slots = new Int32Array(last + 1).fill(free);
    for (let tuple = 0; tuple < this.firsts.length; tuple++) {
      let slot = hashOf(this.firstOf(tuple), this.listOf(tuple)) & last;
      while (slots[slot] !== free) slot = (slot + 1) & last;
      slots[slot] = tuple;
    }
    this.slots = slots;
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A step of MurmurHash3 for each number, and its end. */
function hashOf(first: number, list: readonly number[]): number {
  let hash = Math.imul(first, 0x9e3779b1);
  for (let i = 0; i < list.length; i++) {
    const mixed = Math.imul(list[i] ?? 0, 0xcc9e2d51);
    hash ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

// These are the innermost loops of all; what serves every kind of list is several times as slow in them.
function absent(tuple: number): never {
  throw new InvariantError('entry-missing', `there is no tuple ${tuple}`);
}
