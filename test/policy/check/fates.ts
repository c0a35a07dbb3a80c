import { Judge } from '../../../bench/mutation/judge.ts';
import { mutantsOf, type RawPolicy } from '../../../bench/mutation/mutants.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { pathName } from '../../../src/policy/format/policy-file-error.ts';
import { today } from './small.ts';

/** What becomes of every mutant of a policy, as `path: change`, by fate. */
export function fatesIn(text: string) {
  const { policy, values } = examinePolicy(text, 'x.yaml');
  const judge = new Judge(policy, today);
  const fates: Record<string, string[]> = {};
  for (const mutant of mutantsOf(values as RawPolicy)) {
    const fate = judge.fateOf(mutant);
    fates[fate] = [...(fates[fate] ?? []), `${pathName(mutant.path)}: ${mutant.change}`];
  }
  return fates;
}
