import { describe, expect, it } from 'vitest';
import { fatesIn } from '../../policy/check/fates.ts';
import { shopText } from '../book.ts';
import type { ShopId } from '../tables.ts';

/** A shop's examples and `check` notice nearly every change of its rules. */
export function mutantsOf(shopId: ShopId): void {
  describe(`mutants of the ${shopId}`, () => {
    it('at least 98 in 100 that change an answer are caught by examples and check', () => {
      const { survived = [], examples = [], check = [] } = fatesIn(shopText(shopId));
      const caught = examples.length + check.length;
      expect(caught).toBeGreaterThan(200);
      expect(caught / (caught + survived.length), survived.join('\n')).toBeGreaterThanOrEqual(0.98);
    });
  });
}
