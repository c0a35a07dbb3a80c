import { expect, test } from 'vitest';
import { newDataDir, runCommand } from '../../commands/command.ts';
import { rngOf } from '../../random.ts';
import { randomFacts } from '../random-customers.ts';
import { productSettings } from '../settings.ts';
import { type ShopId, shops, type WireFacts } from '../tables.ts';

const today = '2026-11-21';

/** `returns decide` on a shop, held to the shop's hand-written tables. */
export function decidedShop(shop: ShopId): void {
  test(`10,000 random customers of the ${shop} take seconds and agree with the tables`, async () => {
    const rng = rngOf(20_000);
    const customers = Array.from({ length: 10_000 }, () => randomFacts(shop, rng, today));
    const args = ['decide', '--policy', shop, '--today', today];
    const { output, code } = await runCommand(
      args,
      newDataDir(),
      customers.map((facts) => JSON.stringify(facts)),
      productSettings,
    );
    expect(code).toBe(0);
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(customers.length);
    const wrong = customers.filter((facts, i) => !agrees(JSON.parse(lines[i] ?? '{}'), facts));
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  function agrees(said: Record<string, unknown>, facts: WireFacts): boolean {
    const outcome = shops[shop].outcome(facts, today);
    if (outcome === 'impossible') return false;
    const sets = (a: unknown, b: string[]) => Array.isArray(a) && a.toSorted().join() === b.toSorted().join();
    return (
      said.resolution === outcome.resolution && sets(said.clauses, outcome.clauses) && sets(said.terms, outcome.terms)
    );
  }
}
