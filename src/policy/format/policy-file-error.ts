import { CorrectableError } from '../../errors.ts';

/** One mistake in a policy: where it stands, and what was expected there. `line` and `column` start at 1. */
export interface PolicyProblem {
  /** The file, which in a policy's folder is one of several. */
  file: string;
  line: number;
  column: number;
  /** The place in the file's own words, e.g. `decisions[3].when.delivery`. */
  path: string;
  message: string;
}

/** A policy that cannot be used, with every mistake found in it, each once however often its place is read. */
export class PolicyFileError extends CorrectableError {
  readonly code = 'policy-file';
  /** The file, or the folder of a policy in several files. */
  readonly file: string;
  readonly problems: PolicyProblem[];

  constructor(file: string, problems: PolicyProblem[], options?: ErrorOptions) {
    const known = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    const distinct = [...known.values()];
    const lines = distinct.map(({ file: at, line, column, path, message }) =>
      [`${at}:${line}:${column}`, ...(path ? [path] : []), message].join(': '),
    );
    super(lines.join('\n'), options);
    this.file = file;
    this.problems = distinct;
  }
}

/** A mistake before it has a line: the path in the file, and what was expected there. */
export interface PathProblem {
  path: PropertyKey[];
  message: string;
}

/** A path of the file as it is written in messages, e.g. `decisions[3].when.delivery`. */
export function pathName(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
}
