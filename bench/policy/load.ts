import { fileURLToPath } from 'node:url';
import { checkPolicy } from '../../src/policy/check/check.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import { readPolicyText } from '../../src/policy/format/parts/policy-text.ts';
import { Planner } from '../../src/policy/interview/plan.ts';
import { table } from '../table.ts';

const rounds = 15;
const shops = ['equipment-shop', 'fourteen-day-shop'];

/** Milliseconds and megabytes that loading, checking and planning one policy from its text takes. */
function oneRound(text: string): { load: number; check: number; plan: number; heap: number; kept: unknown } {
  const heapBefore = heapUsed();
  const start = cpuMilliseconds();
  const policy = parsePolicy(text, 'policy.yaml');
  const loaded = cpuMilliseconds();
  const findings = checkPolicy(policy, '2026-11-20');
  const checked = cpuMilliseconds();
  const planner = new Planner(policy);
  planner.costOf({ node: policy.root, inputs: 0 });
  const planned = cpuMilliseconds();
  const heap = (heapUsed() - heapBefore) / 2 ** 20;
  return {
    load: loaded - start,
    check: checked - loaded,
    plan: planned - checked,
    heap,
    kept: [policy, findings, planner],
  };
}

/** Of the process, so that others on the machine do not count; the collector's threads do. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Bytes of memory left after a collection, when the process was started with --expose-gc. */
function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function median(numbers: number[]): string {
  return (numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number).toFixed(1);
}

const rows = shops.map((shop) => {
  const text = readPolicyText(fileURLToPath(new URL(`../../policies/${shop}`, import.meta.url)));
  const cold = oneRound(text);
  const warm = Array.from({ length: rounds }, () => oneRound(text));
  const all = (of: { load: number; check: number; plan: number }): number => of.load + of.check + of.plan;
  return [
    shop,
    all(cold).toFixed(0),
    ...(['load', 'check', 'plan'] as const).map((part) => median(warm.map((round) => round[part]))),
    median(warm.map(all)),
    median(warm.map(({ heap }) => heap)),
  ];
});
console.log(table([['CPU ms', 'first time, all', 'load', 'check', 'plan', 'all', 'MB of heap kept'], ...rows]));
