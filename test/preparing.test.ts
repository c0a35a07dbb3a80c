import { expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { parsePolicy } from '../src/policy/format/parse.ts';
import { createPreparing } from '../src/preparing.ts';
import { exclusions } from './fixtures/large-policies.ts';
import { fixturePolicy, fixtureText } from './fixtures/policies.ts';

/** How often others had their turn while something was waited for. */
async function turnsOfOthers(waitedFor: Promise<void>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await waitedFor;
  isOver = true;
  return turns;
}

it('others have their turns while policies are prepared, more of them the larger a policy is', async () => {
  const preparing = createPreparing(createLog('silent'));
  const small = await turnsOfOthers(preparing.ready(parsePolicy(fixtureText('tool-shop'), 'small.yaml')));
  const large = await turnsOfOthers(preparing.ready(parsePolicy(exclusions(12), 'large.yaml')));
  expect(small).toBeGreaterThan(100);
  expect(large).toBeGreaterThan(small);
});

it('a policy is prepared once, and is ready at once from then on', async () => {
  const preparing = createPreparing(createLog('silent'));
  const policy = fixturePolicy('fortnight-shop');
  const first = preparing.ready(policy);
  expect(preparing.ready(policy)).toBe(first);
  await first;
  expect(await turnsOfOthers(preparing.ready(policy))).toBeLessThan(2);
});
