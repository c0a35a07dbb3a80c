import { entryAt } from '../../entry-at.ts';
import { type Diagram, isTerminal, type Node } from './diagram.ts';

/** Two halves of 32 bits. */
type Hash = readonly [number, number];

/**
 * Names functions so that the same one has the same name in another process, where its node has another number; two
 * different ones share a name once in ten billion pairs of a hundred thousand.
 */
export class Fingerprints {
  private readonly diagram: Diagram;
  private readonly found: Hash[] = [];

  constructor(diagram: Diagram) {
    this.diagram = diagram;
  }

  /** The name of a function together with a text, as a whole number that is exact. */
  nameOf(node: Node, text: string): number {
    let hash = this.hashOf(node);
    for (let at = 0; at < text.length; at++) hash = mixed(hash, text.charCodeAt(at));
    return hash[0] * 2 ** 21 + (hash[1] >>> 11);
  }

  private hashOf(node: Node): Hash {
    if (isTerminal(node)) return mixed([0x9e3779b9, 0x85ebca6b], node);
    const known = this.found[node];
    if (known) return known;
    this.diagram.spend();
    let hash = mixed([0xc2b2ae35, 0x27d4eb2f], this.diagram.variableOf(node));
    const children = this.diagram.childrenOf(node);
    for (let value = 0; value < children.length; value++) {
      const [high, low] = this.hashOf(entryAt(children, value));
      hash = mixed(mixed(hash, high), low);
    }
    this.found[node] = hash;
    return hash;
  }
}

/** A step of MurmurHash3 in either half, with different constants. */
function mixed([high, low]: Hash, value: number): Hash {
  const a = Math.imul(high ^ Math.imul(value, 0xcc9e2d51), 0x1b873593);
  const b = Math.imul(low ^ Math.imul(value ^ high, 0x85ebca6b), 0xc2b2ae35);
  return [(a ^ (a >>> 15)) >>> 0, (b ^ (b >>> 13) ^ (a << 7)) >>> 0];
}
