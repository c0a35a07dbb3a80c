import { describe, expect, it } from 'vitest';
import { askedUnlessOrdered } from '../../../src/policy/fact-types/order-fields.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { certificatesOf, measureInterview } from '../../../src/policy/interview/measure.ts';
import { profilesOf } from '../../../src/policy/interview/profiles.ts';

const profileNames = ['nothing known', 'order found', 'order and warranty found'];

/** A figure that a policy of this size must have. */
function known(figure: number | undefined): number {
  if (figure === undefined) throw new Error('the policy was too large to measure');
  return figure;
}

/** What holds of the interview of a policy that is small enough to find its shortest one. */
export function measuredInterview(policy: Policy): void {
  describe(`the interview of the ${policy.file.id}`, () => {
    const profiles = profilesOf(policy.file, askedUnlessOrdered(policy.file));
    const measures = measureInterview(policy, profiles);

    it('is measured for nothing known, the order found, and the warranty too, each shorter than the one before', () => {
      expect(measures.map(({ profile }) => profile)).toEqual(profileNames);
      const planned = measures.map((one) => known(one.planned));
      expect(planned).toEqual(planned.toSorted((a, b) => b - a));
    });

    it('is within 2 % of the shortest with the shipped opening', () => {
      for (const { ratio, pins } of measures) {
        expect(ratio).toBeLessThanOrEqual(1.02);
        expect(pins).toBeGreaterThanOrEqual(-1e-9);
      }
    });

    it('is within 10 % of the shortest when planned without knowing the likelihoods', () => {
      for (const { uniform, optimum } of measures) expect(known(uniform) / known(optimum)).toBeLessThanOrEqual(1.1);
    });

    it('is never longer than by information gain, row by row, or in the order of the file', () => {
      for (const { optimum, ...others } of measures) {
        const { informationGain, ruleOrder, fixedOrder, uniform } = others;
        for (const other of [informationGain, ruleOrder, fixedOrder, uniform])
          expect(optimum).toBeLessThanOrEqual(known(other) + 1e-9);
      }
    });

    it('is never shorter than the facts that prove the answers', () => {
      certificatesOf(policy, profiles).forEach((certificate, i) => {
        expect(certificate).toBeGreaterThan(0);
        expect(certificate).toBeLessThanOrEqual((measures[i]?.optimum ?? 0) + 1e-6);
      });
    });
  });
}
