import { join, relative, resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { IsoDate } from '../policy/calendar.ts';
import { checkPolicy, type Summary, summaryOf } from '../policy/check/check.ts';
import type { Finding } from '../policy/check/finding.ts';
import { versionFindings } from '../policy/check/findings/version.ts';
import type { Policy } from '../policy/engine/diagram/compile.ts';
import { examinePolicy, parseKeptPolicy } from '../policy/format/parse.ts';
import { isPolicyPath, policyPathOf, readPolicyText } from '../policy/format/parts/policy-text.ts';
import { PolicyFileError, pathName } from '../policy/format/policy-file-error.ts';
import { keptPolicies } from '../store/sqlite/kept-policies.ts';
import { defineCommand } from './command.ts';
import { chosenPolicy, chosenToday, UsageError } from './input/options.ts';

/** `returns check` */
export const checkCommand = defineCommand({
  name: 'check',
  summary: 'find what is wrong with a policy file, for all customers',
  help: `returns check <file, folder or id>... [--against <file or folder>] [--json] [--today YYYY-MM-DD]

Looks at every customer that a policy can have and names what is wrong with it: customers without a decision,
rows in conflict, rows, clauses, facts and values that can never matter, rules that contradict each other, text
without a source, sentences that a promised language lacks, and examples that the policy does not bear
out. Most findings come with a customer, as facts for "returns decide". Rules that changed while "version" stayed are
found beside what DATA_DIR has kept of that version, and beside the policy that --against names. Exits 1 if there is an error, 2 if it was asked the wrong way.

  npm run --silent returns -- check policies/equipment-shop`,
  options: { against: { type: 'string' }, json: { type: 'boolean' }, today: { type: 'string' } },
  takesWords: true,
  async run({ values, positionals }, { config: read, print }) {
    const config = read();
    const todayIn = (timeZone: string) => chosenToday(values, config, timeZone);
    const against = values.against === undefined ? [] : [chosenPolicy(values.against, config)];
    const before = (policy: Policy) => [...against, ...keptBefore(policy, config)];
    return check(positionals, config, { isJson: values.json ?? false, todayIn, before, print }) ? 0 : 1;
  },
});

/** A finding with its place in the file; `line` and `column` start at 1. */
interface LocatedFinding extends Omit<Finding, 'path'> {
  file: string;
  line: number;
  column: number;
  path: string;
}

export interface CheckReport {
  /** The file or folder of the policy; each finding has its own file. */
  file: string;
  /** Absent if the file cannot be compiled. */
  policy?: { id: string; version: string; digest: string };
  summary?: Summary;
  findings: LocatedFinding[];
}

/** The file or folder that the user means by its path, relative to where the user stands, or by a policy's id. */
export function chosenFile(name: string, config: Pick<Config, 'initCwd' | 'policiesDir'>): string {
  const here = resolve(config.initCwd, name);
  const candidates = [here, join(config.policiesDir, name), join(config.policiesDir, `${name}.yaml`)];
  const found = candidates.find(isPolicyPath);
  if (found === undefined) throw new UsageError(`There is no policy file or folder ${here}.`);
  const path = policyPathOf(found);
  return relative(config.initCwd, path).startsWith('..') ? path : relative(config.initCwd, path);
}

/** Checks a policy by its text, see `examinePolicy`; what cannot even be compiled is a finding as well. */
export function checkText(
  text: string,
  file: string,
  todayIn: (timeZone: string) => IsoDate,
  before: (policy: Policy) => Policy[] = () => [],
): CheckReport {
  try {
    const { policy, positionOf } = examinePolicy(text, file);
    const { id, version, timeZone } = policy.file;
    const today = todayIn(timeZone);
    const findings = [...versionFindings(policy, before(policy)), ...checkPolicy(policy, today)]
      .map(({ path, ...finding }) => ({ ...finding, ...positionOf(path, finding.language), path: pathName(path) }))
      .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
    return { file, policy: { id, version, digest: policy.digest }, summary: summaryOf(policy, today), findings };
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    const findings = error.problems.map((problem) => ({
      severity: 'error' as const,
      code: 'invalid' as const,
      ...problem,
    }));
    return { file, findings };
  }
}

interface CheckOptions {
  isJson: boolean;
  todayIn(timeZone: string): IsoDate;
  /** Policies that a policy is compared with, if they are of its version. */
  before(policy: Policy): Policy[];
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
  { isJson, todayIn, before, print }: CheckOptions,
): boolean {
  if (names.length === 0) throw new UsageError('Give a policy file or folder, such as policies/equipment-shop.');
  const reports = names.map((name) => {
    const file = chosenFile(name, config);
    return checkText(readPolicyText(resolve(config.initCwd, file)), file, todayIn, before);
  });
  for (const report of reports) print(isJson ? JSON.stringify(report, jsonValue) : inWords(report));
  return reports.every(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
}

function inWords({ policy, summary, findings }: CheckReport): string {
  const lines = findings.flatMap(({ file, line, column, severity, code, path, message, witness }) => [
    // What is missing has no line of its own.
    `${file}:${line}:${column}: ${severity} ${code}: ${code === 'invalid' && path ? `${path}: ` : ''}${message}`,
    ...(witness ? [`    ${witness.now ?? witness.today}: ${JSON.stringify(witness.facts)}`] : []),
  ]);
  if (policy && summary) {
    const { decisions, clauses, facts, customers, questionsAtMost, expectedCost, openingCost } = summary;
    lines.push(
      `${policy.id} ${policy.version}: ${decisions} decisions, ${clauses} clauses, ${facts} facts, ` +
        `${customers.toLocaleString('en')} customers, at most ${questionsAtMost} questions, ` +
        `${expectedCost.toFixed(2)} expected by cost, ${openingCost === undefined ? 'too many orders to say what the pinned opening adds' : `${openingCost.toFixed(2)} of it for the pinned opening`}`,
    );
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  lines.push(findings.length === 0 ? 'No findings.' : `${errors} errors, ${findings.length - errors} warnings.`);
  return lines.join('\n');
}

/** A count beyond what a JSON number holds exactly is written as text. */
function jsonValue(_: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}
