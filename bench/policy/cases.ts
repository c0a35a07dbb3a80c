import type { QuickValue } from '../../src/policy/engine/diagram/diagram-code.ts';
import type { VariableValue } from '../../src/policy/engine/diagram/variables.ts';
import type { Facts } from '../../src/policy/engine/facts.ts';
import { oneOf, type Rng } from '../../test/random.ts';
import { type Entailed, entailed } from '../../test/shops/entailed.ts';
import { shops } from '../../test/shops/tables.ts';
import type { Case } from './peers.ts';

const shop = shops['equipment-shop'];
const today = '2026-11-20';

/** A legal customer of the equipment shop in derived facts, every question answered. */
export function anyCase(rng: Rng): Case {
  for (;;) {
    const facts = Object.fromEntries(shop.dimensions.map(({ id, values }) => [id, anyValue(rng, id, values)]));
    if (shop.outcome(onTheWire(facts), today) !== 'impossible') return facts;
  }
}

function anyValue(rng: Rng, id: string, values: readonly VariableValue[]): QuickValue {
  if (id === 'condition') return rng() < 0.5 ? [] : shop.conditions.filter(() => rng() < 0.3);
  // Most customers of a long way to a return, so that early exits do not make up the figures.
  const usual: Record<string, VariableValue> = { goods: 'device', delivery: 'received', discounted: false };
  const often = usual[id];
  return often !== undefined && rng() < 0.5 ? often : oneOf(rng, values);
}

/** The same customer with about half of the facts not known. */
export function halfHidden(facts: Case, rng: Rng): Case {
  return Object.fromEntries(Object.entries(facts).filter(() => rng() < 0.5));
}

/** The decision that follows from the facts by the hand-written tables. */
export function truthOf(facts: Case): Entailed {
  return entailed('equipment-shop', onTheWire(facts), today);
}

function onTheWire(facts: Case): Facts {
  const given = shop.dimensions.filter(({ id }) => facts[id] !== undefined);
  return Object.assign(
    {},
    ...given.map(({ id, isDerived, write }) => (isDerived ? write(facts[id], today) : { [id]: facts[id] })),
  );
}
