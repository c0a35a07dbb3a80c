import type { IsoDate } from '../../src/policy/calendar.ts';
import { answersOf, whereAnswersDiffer } from '../../src/policy/check/answers.ts';
import { checkPolicy } from '../../src/policy/check/check.ts';
import { exampleFindings } from '../../src/policy/check/findings/examples.ts';
import { Space } from '../../src/policy/check/space.ts';
import { compilePolicy, type Policy } from '../../src/policy/engine/diagram/compile.ts';
import { FALSE, TRUE } from '../../src/policy/engine/diagram/diagram.ts';
import { referenceProblems } from '../../src/policy/format/references/references.ts';
import { policyFileSchema } from '../../src/policy/format/schema.ts';
import type { Mutant } from './mutants.ts';

/** The fate of a mutant: not even compiled, caught, answering everybody as before, or missed. */
export type Fate = 'refused' | 'examples' | 'check' | 'equivalent' | 'survived';

/** Judges the mutants of one policy. */
export class Judge {
  private readonly original: Space;
  private readonly periods: string;

  constructor(policy: Policy, today: IsoDate) {
    this.original = new Space(policy, today);
    this.periods = fixedPart(policy);
  }

  fateOf(mutant: Mutant): Fate {
    const parsed = policyFileSchema.safeParse(mutant.file);
    if (!parsed.success || referenceProblems(parsed.data).length > 0) return 'refused';
    const { text, digest } = this.original.policy;
    const policy = compilePolicy(parsed.data, { text, digest });
    if (exampleFindings(policy).length > 0) return 'examples';
    if (this.isAlike(policy)) return 'equivalent';
    return checkPolicy(policy, this.original.today).length > 0 ? 'check' : 'survived';
  }

  /** True if everybody is told the same. A changed period is a changed policy; all else shows on the diagram. */
  isAlike(policy: Policy): boolean {
    if (fixedPart(policy) !== this.periods) return false;
    const { diagram } = this.original.policy;
    const [before, after] = [answersOf(this.original), answersOf(new Space(policy, this.original.today))];
    return whereAnswersDiffer(before, after, diagram, TRUE) === FALSE;
  }
}

/** The parts that two policies must share for their diagrams to be comparable. */
function fixedPart({ file, variables }: Policy): string {
  const periods = Object.values(file.derived).map(({ applies: _, ...period }) => period);
  return JSON.stringify([periods, variables.map(({ fact, values, members }) => [fact, values, members])]);
}
