import { plannerOf } from '../../src/policy/engine/decide.ts';
import { smallPolicy } from '../../test/policy/interview/random-policy.ts';
import { bestTree } from '../../test/policy/interview/trees.ts';
import { rngOf } from '../../test/random.ts';

/**
 * Compares the planned interview with the best of all strategies, found by going through them, for random policies with
 * and without impossible combinations and periods of one date that overlap: node bench/policy/optimum.ts [number of policies] [first seed].
 */
const [count = 20_000, first = 0] = process.argv.slice(2).map(Number);
let dearer = 0;
let most = 0;
for (let i = 0; i < count; i++) {
  const { policy, world } = smallPolicy(rngOf(first + i), i % 2 === 1);
  const planned = plannerOf(policy).costOf({ node: policy.root, inputs: 0 }) ?? Number.POSITIVE_INFINITY;
  const difference = planned - bestTree(world);
  if (Math.abs(difference) > 1e-9) dearer += 1;
  most = Math.max(most, Math.abs(difference));
}
console.log(
  `${count} policies: ${dearer} whose plan costs anything but the least, by at most ${most.toFixed(4)} questions`,
);
