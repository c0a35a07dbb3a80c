import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../src/commands/diagram.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { shopPath } from '../book.ts';
import type { ShopId } from '../tables.ts';

/** The shop's picture in docs/diagrams. */
export function drawnShop(shopId: ShopId | 'outdoor-shop'): void {
  const policy = loadPolicy(shopPath(shopId));
  const name = `${shopId}.md`;
  const text = pagesOf([policy]).get(name) ?? '';

  describe(`the picture of the ${shopId}`, () => {
    it('is the one that the policy gives now; npm run diagrams draws it anew', () => {
      expect(readFileSync(join(import.meta.dirname, '../../../docs/diagrams', name), 'utf8')).toBe(text);
    });

    it('leads to every resolution, and can be taken in', () => {
      for (const { resolution } of policy.file.decisions) expect(text).toContain(`"${resolution}`);
      expect(text.split('\n').length).toBeLessThan(160);
    });
  });
}
