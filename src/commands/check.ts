import { existsSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Policy } from '../policy/engine/diagram/compile.ts';
import { parseKeptPolicy } from '../policy/format/parse.ts';
import { isPolicyPath, policyPathOf, policyPathsIn } from '../policy/format/parts/policy-text.ts';
import { PolicyFileError } from '../policy/format/policy-file-error.ts';
import { keptPolicies } from '../store/sqlite/kept-policies.ts';
import { asJson, type CheckContext, checkPath, findingsInWords, summaryInWords } from './check/report.ts';
import { defineCommand } from './command.ts';
import { chosenPolicy, chosenToday, UsageError } from './input/options.ts';

/** `returns check` */
export const checkCommand = defineCommand({
  name: 'check',
  summary: 'find what is wrong with a policy file, for all customers',
  help: `returns check <file, folder or id>... [--against <file or folder>] [--within 30s] [--json] [--today YYYY-MM-DD]

Looks at every customer that a policy can have and names what is wrong with it: customers without a decision,
rows in conflict, rows, clauses, facts and values that can never matter, rules that contradict each other, text
without a source, sentences that a promised language lacks, and examples that the policy does not bear
out. Most findings come with a customer, as facts for "returns decide". Rules that changed while "version" stayed are
found beside what DATA_DIR has kept of that version, and beside the policy that --against names. A folder that holds
policies stands for each of them. The findings come first, and then a line on the size of the policy: how many questions
its customers are asked at most and on average. Where the best order of questions is not found --within 30s (or 5m), the
line says between which figures the average lies. Exits 1 if there is an error, 2 if it was asked the wrong way.

  npm run --silent returns -- check policies/equipment-shop`,
  options: {
    against: { type: 'string' },
    json: { type: 'boolean' },
    today: { type: 'string' },
    within: { type: 'string', default: '30s' },
  },
  takesWords: true,
  async run({ values, positionals }, { config: read, print }) {
    const config = read();
    const todayIn = (timeZone: string) => chosenToday(values, config, timeZone);
    const against = values.against === undefined ? [] : [chosenPolicy(values.against, config)];
    const before = (policy: Policy) => [...against, ...keptBefore(policy, config)];
    const withinMs = millisecondsOf(values.within);
    return check(positionals, config, { isJson: values.json ?? false, withinMs, todayIn, before, print }) ? 0 : 1;
  },
});

/**
 * The policies that the user means by a path, relative to where the user stands, or by a policy's id: one, or all that
 * lie in a folder. Throws UsageError where there is none.
 */
function chosenPaths(name: string, { initCwd, policiesDir }: Pick<Config, 'initCwd' | 'policiesDir'>): string[] {
  const here = resolve(initCwd, name);
  const candidates = [here, join(policiesDir, name), join(policiesDir, `${name}.yaml`)];
  const found = candidates.map(policiesAt).find((paths) => paths.length > 0);
  if (found === undefined) {
    const known = policyPathsIn(policiesDir).map((path) => basename(path, extname(path)));
    const among = known.length > 0 ? `; POLICIES_DIR has ${known.join(', ')}` : '';
    throw new UsageError(`There is no policy file or folder ${here}, and no policy in it${among}.`);
  }
  return found.map((path) => (relative(initCwd, path).startsWith('..') ? path : relative(initCwd, path)));
}

function policiesAt(path: string): string[] {
  if (isPolicyPath(path)) return [policyPathOf(path)];
  return existsSync(path) && statSync(path).isDirectory() ? policyPathsIn(path) : [];
}

interface CheckOptions extends CheckContext {
  isJson: boolean;
  /** The time for the summary of each policy. */
  withinMs: number;
  print(text: string): void;
}

/** The texts of the policy's version that the store has kept, oldest first; unreadable ones are left out. */
function keptBefore({ file: { id, version } }: Policy, { dataDir }: Pick<Config, 'dataDir'>): Policy[] {
  return keptPolicies(dataDir, id, version).flatMap((kept) => {
    try {
      return [parseKeptPolicy(kept, `${id} ${version}`)];
    } catch (error) {
      if (error instanceof PolicyFileError) return [];
      throw error;
    }
  });
}

/** Checks policy files and prints what it finds; returns true if there was no error. */
function check(
  names: string[],
  config: Pick<Config, 'initCwd' | 'policiesDir'>,
  { isJson, withinMs, todayIn, before, print }: CheckOptions,
): boolean {
  if (names.length === 0) throw new UsageError('Give a policy file or folder, such as policies/equipment-shop.');
  const paths = new Set(names.flatMap((name) => chosenPaths(name, config)));
  const reports = [...paths].map((path) => {
    const report = checkPath(path, config.initCwd, { todayIn, before });
    // Shown before the search begins, which takes as long as it may.
    if (!isJson) print(findingsInWords(report));
    const end = performance.now() + withinMs;
    const isOver = (): boolean => performance.now() > end;
    const rest = isJson ? asJson(report, isOver) : summaryInWords(report, isOver);
    if (rest !== undefined) print(rest);
    return report;
  });
  return reports.every(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
}

/** A time such as 30s or 5m, in milliseconds. Throws UsageError. */
function millisecondsOf(time: string): number {
  const [, count, unit] = /^(\d{1,5})(s|m)$/.exec(time) ?? [];
  if (count === undefined) throw new UsageError(`--within is a time such as 30s or 5m, not "${time}".`);
  return Number(count) * (unit === 'm' ? 60_000 : 1000);
}
