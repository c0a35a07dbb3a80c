import type { ChoiceOption } from '../choose-schema.ts';
import { kindOf, outcomesOf } from '../outcome-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import type { Condition, DecisionRow, PolicyFile } from '../schema.ts';

/** Mistakes in what the customers of a row can choose; `derived` are the names that a deadline can have. */
export function choiceProblems(
  file: PolicyFile,
  row: DecisionRow,
  path: PropertyKey[],
  checkCondition: (condition: Condition, path: PropertyKey[]) => void,
  derived: string[],
): PathProblem[] {
  const options = Object.entries(row.choose ?? {});
  const within = options.flatMap(([id, option]): PathProblem[] => {
    const here = [...path, 'choose', id];
    checkCondition(option.when ?? {}, [...here, 'when']);
    return optionProblems(file, option, here, derived);
  });
  const isRefusal = options.length > 0 && kindOf(file, row.resolution) === 'refuses';
  const refusal = { path: [...path, 'choose'], message: 'expected no choice where the row refuses' };
  return isRefusal ? [refusal, ...within] : within;
}

function optionProblems(
  file: PolicyFile,
  { resolution, terms, deadline }: ChoiceOption,
  path: PropertyKey[],
  derived: string[],
): PathProblem[] {
  const clauses = Object.keys(file.clauses);
  const isKnown = resolution === undefined || outcomesOf(file).includes(resolution);
  const isGiven = resolution === undefined || !isKnown || kindOf(file, resolution) === 'grants';
  return [
    ...missing([...path, 'resolution'], 'outcome', resolution, outcomesOf(file)),
    ...(isGiven ? [] : [{ path: [...path, 'resolution'], message: 'expected an outcome that grants something' }]),
    ...terms.flatMap((clause, i) => missing([...path, 'terms', i], 'clause', clause, clauses)),
    ...missing([...path, 'deadline'], 'derived fact', deadline, derived),
  ];
}

function missing(path: PropertyKey[], what: string, name: string | undefined, known: string[]): PathProblem[] {
  if (name === undefined || known.includes(name)) return [];
  return [{ path, message: `there is no ${what} "${name}"; expected one of ${known.join(', ')}` }];
}
