import { CorrectableError } from '../../errors.ts';

/** One mistake in a policy file: where it stands, and what was expected there. `line` and `column` start at 1. */
export interface PolicyProblem {
  line: number;
  column: number;
  /** The place in the file's own words, e.g. `decisions[3].when.delivery`. */
  path: string;
  message: string;
}

/** A policy file that cannot be used, with every mistake found in it. */
export class PolicyFileError extends CorrectableError {
  readonly code = 'policy-file';
  readonly file: string;
  readonly problems: PolicyProblem[];

  constructor(file: string, problems: PolicyProblem[], options?: ErrorOptions) {
    const lines = problems.map(({ line, column, path, message }) =>
      [`${file}:${line}:${column}`, ...(path ? [path] : []), message].join(': '),
    );
    super(lines.join('\n'), options);
    this.file = file;
    this.problems = problems;
  }
}

/** A mistake before it has a line: the path in the file, and what was expected there. */
export interface PathProblem {
  path: PropertyKey[];
  message: string;
}
