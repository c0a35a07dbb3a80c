import type { Token } from '../tokens/tokens.ts';
import type { Stretch } from './aside.ts';
import { belief } from './beliefs.ts';
import { hearsay } from './hearsay.ts';
import { idiom } from './idioms.ts';
import { otherThing } from './other-things.ts';
import { deniedWish } from './wishes.ts';

const KINDS = [otherThing, hearsay, belief, deniedWish, idiom];

/**
 * The stretches of a sentence that tell nothing of the item: of another thing, what others say, what was once thought,
 * what is not wished for, how people feel.
 */
export function asidesIn(tokens: readonly Token[], start: number, end: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = start; at < end; at += 1)
    for (const kind of KINDS) {
      const stretch = kind(tokens, at, end);
      if (stretch) stretches.push(stretch);
    }
  return stretches;
}
