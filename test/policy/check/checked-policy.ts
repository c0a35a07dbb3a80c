import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { compilePolicy, type Policy } from '../../../src/policy/engine/diagram/compile.ts';
import { readFacts } from '../../../src/policy/engine/facts.ts';
import { today } from './small.ts';

/** What `check` says of a policy in order, and of that policy without one of its rows. */
export function checkedPolicy(policy: Policy): void {
  describe(policy.file.id, () => {
    it('passes without a finding, on an ordinary day and at the end of a leap February', () => {
      expect(checkPolicy(policy, today)).toEqual([]);
      expect(checkPolicy(policy, '2028-02-29')).toEqual([]);
    });

    it('has a customer in and a customer out beside every clause', () => {
      const { clauses } = policy.file;
      expect(Object.entries(clauses).filter(([, { examples }]) => !examples.in.length || !examples.out.length)).toEqual(
        [],
      );
    });

    it('has a customer for every row, the order of rows and both sides of every boundary', () => {
      expect(unshownFindings(new Space(policy, today))).toEqual([]);
      expect(unshownFindings(new Space(policy, '2028-02-29'))).toEqual([]);
    });

    it('every value that some customer has is shown by a witness who has it', () => {
      const space = new Space(policy, today);
      policy.variables.forEach(({ fact, values }, index) => {
        values.forEach((_, value) => {
          const witness = space.witness(space.and(space.concernedBy(fact), space.having(index, value)));
          if (!witness) throw new Error(`nobody has ${fact} ${values[value]}`);
          const situation = readFacts(policy, witness.facts, witness.today);
          if ('code' in situation) throw new Error(situation.message);
          expect(situation.assignment[index]).toBe(value);
          expect(decide(policy, witness.facts, witness)).toMatchObject({ kind: 'decision' });
        });
      });
    });

    it('without one of its rows, those left without a decision are those whom that row decided', () => {
      let gaps = 0;
      for (const row of policy.file.decisions) {
        const broken = withoutRow(policy, row.id);
        const gap = checkPolicy(broken, today).find(({ code }) => code === 'gap');
        if (!gap?.witness) continue;
        gaps += 1;
        expect(decide(broken, gap.witness.facts, gap.witness)).toMatchObject({ decision: { clauses: [] } });
        expect(decide(policy, gap.witness.facts, gap.witness)).toMatchObject({
          decision: { resolution: row.resolution },
        });
      }
      expect(gaps).toBeGreaterThan(8);
    });
  });
}

function withoutRow(policy: Policy, id: string): Policy {
  const { file, text, digest } = policy;
  return compilePolicy({ ...file, decisions: file.decisions.filter((row) => row.id !== id) }, { text, digest });
}
