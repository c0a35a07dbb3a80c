import { decide } from '../../../src/policy/engine/decide.ts';
import { rngOf } from '../../random.ts';
import { today } from '../own-words.ts';
import { randomFacts } from '../random-customers.ts';
import type { ShopId, WireFacts } from '../tables.ts';
import { goThrough } from './go-through.ts';
import { shopPolicy } from './shop-policy.ts';
import type { Said } from './talk.ts';

/** The customer of a seed, who writes as they like; `fault` says how the chat went wrong, with all that was written. */
export function freeCustomer(shop: ShopId, seed: number): { fault: string | undefined; questions: number } {
  const rng = rngOf(seed);
  const facts = randomFacts(shop, rng, today);
  const { said, questions, log } = goThrough(shop, facts, rng, false);
  const fault = log.find((line) => line.startsWith('!!')) ?? compare(shop, said, facts);
  return { fault: fault && `${seed} ${JSON.stringify(facts)}\n  ${log.join('\n  ')}\n  ${fault}`, questions };
}

/** The same customer, who answers what is asked and nothing else; ends with the number of questions. */
export function guidedCustomer(shop: ShopId, seed: number): { questions: number } {
  const facts = randomFacts(shop, rngOf(seed), today);
  return goThrough(shop, facts, rngOf(seed), true);
}

function compare(shop: ShopId, said: Said, facts: WireFacts): string | undefined {
  if (said.kind !== 'decision') return `the chat ended with ${said.kind} ${said.id ?? ''}`;
  const whole = decide(shopPolicy(shop), facts, { today });
  const own = decide(shopPolicy(shop), said.facts ?? {}, { today });
  if (whole.kind !== 'decision' || own.kind !== 'decision') return 'the policy does not decide';
  const { resolution, clauses, deadline, feePercent } = whole.decision;
  if (own.decision.resolution !== said.resolution) return 'the facts of the decision give another one';
  if (said.resolution !== resolution) return `chat ${said.resolution}, policy ${resolution}`;
  if (said.deadline !== deadline || said.feePercent !== feePercent) return 'deadline or fee differ';
  const cited = said.clauses as string[];
  const fits =
    resolution === 'not-eligible'
      ? cited.length > 0 && cited.every((clause) => clauses.includes(clause))
      : String(cited) === String(clauses);
  return fits ? undefined : `chat cites ${cited}, policy ${clauses}`;
}
