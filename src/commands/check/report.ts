import { resolve } from 'node:path';
import { readingFindings } from '../../dialogs/reading/policy-findings.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { checkPolicy } from '../../policy/check/check.ts';
import type { Finding } from '../../policy/check/finding.ts';
import { namedOnce } from '../../policy/check/findings/named-customers.ts';
import { versionFindings } from '../../policy/check/findings/version.ts';
import { unshownFindings } from '../../policy/check/shown/shown.ts';
import { Space } from '../../policy/check/space.ts';
import { type Summary, summaryOf } from '../../policy/check/summary.ts';
import { withSuspects } from '../../policy/check/suspects.ts';
import type { Policy } from '../../policy/engine/diagram/compile.ts';
import { examinePolicy } from '../../policy/format/parse.ts';
import { readPolicyText } from '../../policy/format/parts/policy-text.ts';
import { PolicyFileError, pathName } from '../../policy/format/policy-file-error.ts';

/** A finding with its place in the file; `line` and `column` start at 1. */
interface LocatedFinding extends Omit<Finding, 'path' | 'suspects'> {
  file: string;
  line: number;
  column: number;
  path: string;
  suspects?: { file: string; line: number; column: number; path: string; mend: string }[];
}

interface CheckReport {
  /** The file or folder of the policy; each finding has its own file. */
  file: string;
  /** Absent if the file cannot be compiled. */
  policy?: { id: string; version: string; digest: string };
  /** Counts what the policy has; the search for the shortest interview stops when `isOver` says so. */
  summary?(isOver: () => boolean): Summary;
  findings: LocatedFinding[];
}

/** What findings are made with, beside the policy. */
export interface CheckContext {
  todayIn(timeZone: string): IsoDate;
  /** Policies that a policy is compared with, if they are of its version. */
  before(policy: Policy): Policy[];
}

/** Checks the policy at a path relative to `folder`; files that are no part of it are findings as well. */
export function checkPath(file: string, folder: string, { todayIn, before }: CheckContext): CheckReport {
  return reported(file, () => checkText(readPolicyText(resolve(folder, file), file), file, todayIn, before));
}

/** Checks a policy by its text, see `examinePolicy`; what cannot even be compiled is a finding as well. */
export function checkText(
  text: string,
  file: string,
  todayIn: CheckContext['todayIn'],
  before: CheckContext['before'] = () => [],
): CheckReport {
  return reported(file, () => {
    const { policy, positionOf, customerAt } = examinePolicy(text, file);
    const { id, version, timeZone } = policy.file;
    const today = todayIn(timeZone);
    const found = [
      ...versionFindings(policy, before(policy)),
      ...namedOnce(withSuspects(policy, checkPolicy(policy, today)), customerAt),
      ...readingFindings(policy),
      ...unshownFindings(new Space(policy, today)),
    ];
    const findings = found
      .map(({ path, suspects, ...finding }) => ({
        ...finding,
        path: pathName(path),
        ...positionOf(path, finding.language),
        ...(suspects && {
          suspects: suspects.map((one) => ({ mend: one.mend, path: pathName(one.path), ...positionOf(one.path) })),
        }),
      }))
      .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
    return {
      file,
      policy: { id, version, digest: policy.digest },
      summary: (isOver) => summaryOf(policy, today, isOver),
      findings,
    };
  });
}

/** The report, or one of the problems for which there is none. */
function reported(file: string, report: () => CheckReport): CheckReport {
  try {
    return report();
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

/** The findings of a report in lines, as the terminal shows them. */
export function findingsInWords({ findings }: CheckReport): string {
  const lines = findings.flatMap(({ file, line, column, severity, code, path, message, witness, suspects = [] }) => [
    // What is missing has no line of its own.
    `${file}:${line}:${column}: ${severity} ${code}: ${code === 'invalid' && path ? `${path}: ` : ''}${message}`,
    ...(witness ? [`    ${witness.now ?? witness.today}: ${JSON.stringify(witness.facts)}`] : []),
    ...suspects.map((one) => `    ${one.file}:${one.line}:${one.column}: ${one.path}: ${one.mend}`),
  ]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  lines.push(findings.length === 0 ? 'No findings.' : `${errors} errors, ${findings.length - errors} warnings.`);
  return lines.join('\n');
}

/** The size of the policy in one line; nothing where it cannot be compiled. */
export function summaryInWords({ policy, summary }: CheckReport, isOver: () => boolean): string | undefined {
  if (!policy || !summary) return undefined;
  const { decisions, clauses, facts, customers, questionsAtMost, expectedCost, openingCost } = summary(isOver);
  const { least, most } = expectedCost;
  const isExact = most - least < 0.005;
  const cost = isExact
    ? `${most.toFixed(2)} expected by cost, ${openingCost.toFixed(2)} of it for the pinned opening`
    : `between ${least.toFixed(2)} and ${most.toFixed(2)} expected by cost at best; --within gives the search longer`;
  return (
    `${policy.id} ${policy.version}: ${decisions} decisions, ${clauses} clauses, ${facts} facts, ` +
    `${customers.toLocaleString('en')} customers, at most ${questionsAtMost} questions, ${cost}`
  );
}

/** A report as one line of JSON, its summary counted. */
export function asJson({ summary, ...report }: CheckReport, isOver: () => boolean): string {
  return JSON.stringify({ ...report, ...(summary && { summary: summary(isOver) }) }, jsonValue);
}

/** A count beyond what a JSON number holds exactly is written as text. */
function jsonValue(_: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}
