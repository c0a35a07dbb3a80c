import { expect, it } from 'vitest';
import { filesOf } from '../../src/policy/format/parts/policy-text.ts';
import { shopText } from './book.ts';

it.each(['equipment-shop', 'fourteen-day-shop', 'outdoor-shop'] as const)(
  '%s names the schema of each of its files in the first line',
  (shop) => {
    const firstLines = [...(filesOf(shopText(shop)) ?? [])].map(([name, text]) => `${name} ${text.split('\n')[0]}`);
    const line = '# yaml-language-server: $schema=../../docs/schemas';
    expect(firstLines).toEqual([
      `policy.yaml ${line}/rules.schema.json`,
      `en.yaml ${line}/wording.schema.json`,
      `examples.yaml ${line}/examples.schema.json`,
    ]);
  },
);
