import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../src/machines/interview.ts';
import { decide } from '../../src/policy/engine/decide.ts';
import { randomCustomer } from '../fixtures/customers.ts';
import { fixturePolicy } from '../fixtures/policies.ts';
import { rngOf } from '../random.ts';
import { begin } from './conversation.ts';

const today = '2026-11-21';

/** What a restless customer does before each answer. */
const whims = fc.array(fc.constantFrom('answer', 'answer', 'answer', 'back', 'change', 'startOver', 'help'), {
  maxLength: 40,
});

describe.each(['tool-shop', 'fortnight-shop'] as const)('%s', (shop) => {
  const policy = fixturePolicy(shop);

  test('any sequence of answers, backs and changes ends with the decision for the final facts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), whims, (seed, list) => {
        const rng = rngOf(seed);
        let facts = randomCustomer(policy, rng, today);
        const talk = begin(shop, today);
        const restless = [...list];
        for (let step = 0; step < 200; step += 1) {
          const whim = restless.shift() ?? 'answer';
          if (whim === 'back' || whim === 'startOver' || whim === 'help') {
            talk.does({ type: whim });
          } else if (whim === 'change' && talk.conversation().answers.length) {
            const { answers } = talk.conversation();
            const { fact } = answers[Math.floor(rng() * answers.length)] ?? { fact: '' };
            // The change of mind is a change of the hidden facts, too.
            facts = randomCustomer(policy, rng, today);
            talk.does({ type: 'change', fact });
          } else if (talk.asked() === undefined) {
            if (restless.length === 0) break;
          } else {
            const id = talk.asked() ?? '';
            // Only what the customer wants to change is asked although it is known.
            const { answers, changing } = talk.conversation();
            if (id !== changing) expect(answers.map(({ fact }) => fact)).not.toContain(id);
            const value = facts[id] ?? 'unknown';
            talk.says(value as never);
          }
        }
        const { decision, answers } = talk.conversation();
        expect(decision).toBeDefined();
        const verdict = decide(talk.interview.policy, factsOf(answers), { today });
        expect(verdict).toMatchObject({ kind: 'decision' });
        expect(decision?.decision).toEqual(JSON.parse(JSON.stringify('decision' in verdict && verdict.decision)));
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });
});
