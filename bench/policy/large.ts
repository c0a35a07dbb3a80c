import { checkPolicy } from '../../src/policy/check/check.ts';
import { summaryOf } from '../../src/policy/check/summary.ts';
import { decide } from '../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import { usePlan } from '../../src/policy/interview/planners.ts';
import {
  citedMembers,
  departmentStore,
  exclusions,
  longPeriod,
  rowAfterRow,
} from '../../test/fixtures/large-policies.ts';
import { table } from '../table.ts';

/** Large policies in milliseconds of processor time: what the start, a turn and `check` take, and the memory after all. */
const today = '2026-11-20';
const summarySeconds = 10;

const policies: [string, string][] = [
  ...[10, 20, 40, 60, 80].map((facts): [string, string] => {
    const clauses = Math.round((facts * facts) / 12.8);
    return [`${facts} facts, ${clauses} clauses`, departmentStore(facts, clauses)];
  }),
  ['80 facts, a row each', rowAfterRow(80)],
  ['14 exclusions', exclusions(14)],
  ['18 members cited', citedMembers(18)],
  ['5000 working days', longPeriod({ workingDays: 5000 })],
];

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(work: () => T): [string, T] {
  const start = cpuMilliseconds();
  const result = work();
  return [(cpuMilliseconds() - start).toFixed(0), result];
}

const rows = policies.map(([name, text]) => {
  const [load, policy] = timed(() => parsePolicy(text, 'large.yaml'));
  usePlan(policy, undefined);
  const [turn] = timed(() => decide(policy, {}, { today }));
  const [check, findings] = timed(() => checkPolicy(policy, today));
  const [summary, { expectedCost }] = timed(() => {
    const end = cpuMilliseconds() + 1000 * summarySeconds;
    return summaryOf(policy, today, () => cpuMilliseconds() > end);
  });
  const between = `${expectedCost.least.toFixed(2)}–${expectedCost.most.toFixed(2)}`;
  const memory = (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  return [name, load, turn, check, `${findings.length}`, summary, between, memory];
});
console.log(table([['', 'load', 'first turn', 'check', 'findings', 'summary', 'questions', 'MB'], ...rows]));
