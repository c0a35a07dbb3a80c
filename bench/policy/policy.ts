import { fileURLToPath } from 'node:url';
import { quickDecider } from '../../src/policy/engine/quick.ts';
import { loadPolicy } from '../../src/policy/format/load.ts';
import { rngOf } from '../../test/random.ts';
import { table } from '../table.ts';
import { anyCase, halfHidden, truthOf } from './cases.ts';
import { plainRows } from './expression.ts';
import { ifChain } from './if-chain.ts';
import { type Case, type Peer, peersOf, type Verdict } from './peers.ts';
import { medianNanoseconds } from './timing.ts';

const policy = loadPolicy(fileURLToPath(new URL('../../policies/equipment-shop', import.meta.url)));
const rng = rngOf(4);
const customers = Array.from({ length: 500 }, () => anyCase(rng));
const halfKnown = customers.map((facts) => halfHidden(facts, rng));
const quick = quickDecider(policy);
/** One that has met objects of hundreds of shapes, as a service does; reading them takes an engine longer. */
const seasoned = quickDecider(policy);

const ours: Peer = {
  name: 'this engine',
  prepared: (facts) => facts,
  decide: (facts) => {
    const answer = quick(facts);
    return answer.kind === 'decided' ? answer : undefined;
  },
};
const engines = [ours, ...peersOf(plainRows(policy.file))];

/** All engines have the same policy only if they decide every complete customer alike. */
async function assertAlike({ name, prepared, decide }: Peer): Promise<void> {
  for (const facts of customers) {
    const truth = truthOf(facts);
    const verdict = await decide(prepared(facts));
    const expected = truth.kind === 'decision' ? gist(truth.outcome) : truth.kind;
    if (gist(verdict) !== expected) throw new Error(`${name}: ${JSON.stringify(facts)}: ${gist(verdict)}, ${expected}`);
  }
}

function gist(verdict: Verdict): string {
  return verdict ? `${verdict.resolution} ${[...verdict.clauses].toSorted()}` : 'none';
}

/** Verdicts that the facts known do not entail, and entailed ones that were not given, over half-known customers. */
async function soundness({
  prepared,
  decide,
}: Peer): Promise<{ unentailed: number; missed: number; entailed: number }> {
  const counts = { unentailed: 0, missed: 0, entailed: 0 };
  for (const facts of halfKnown) {
    const truth = truthOf(facts);
    if (truth.kind === 'impossible') continue;
    const expected = truth.kind === 'decision' ? truth.outcome.resolution : undefined;
    if (expected !== undefined) counts.entailed += 1;
    const said = (await verdictOf(() => decide(prepared(facts))))?.resolution;
    if (said !== undefined && said !== expected) counts.unentailed += 1;
    if (expected !== undefined && said !== expected) counts.missed += 1;
  }
  return counts;
}

/** An engine that throws for want of a fact gives no verdict. */
async function verdictOf(decide: () => Verdict | Promise<Verdict>): Promise<Verdict> {
  try {
    return await decide();
  } catch {
    return undefined;
  }
}

const floor = await medianNanoseconds(customers, (facts) => ifChain(facts));
const next = await medianNanoseconds(halfKnown, (facts) => seasoned(facts));
const afterwards = await medianNanoseconds(customers, (facts) => seasoned(facts));
const ratio = (nanoseconds: number): string => `${(nanoseconds / floor).toFixed(1)}×`;
const rows = [['if-chain, no clauses', floor.toFixed(0), '1.0×', '', '']];
for (const engine of engines) {
  await assertAlike(engine);
  const cases = customers.map((facts): Case => engine.prepared(facts));
  const isPromised = engine.decide(cases[0] as Case) instanceof Promise;
  // Engines that answer by a promise take a thousand times as long.
  const nanoseconds = await medianNanoseconds(isPromised ? cases.slice(0, 20) : cases, engine.decide, isPromised);
  const { unentailed, missed, entailed } = await soundness(engine);
  rows.push([engine.name, nanoseconds.toFixed(0), ratio(nanoseconds), `${unentailed}`, `${missed} of ${entailed}`]);
}
rows.push(['this engine, decide or next question', next.toFixed(0), ratio(next), '', '']);
rows.push(['this engine, deciding after those', afterwards.toFixed(0), ratio(afterwards), '', '']);
console.log(`equipment-shop, ${customers.length} customers, derived facts; then with half of the facts hidden\n`);
console.log(table([['', 'ns a decision', 'ratio', 'unentailed', 'entailed, missed'], ...rows]));
