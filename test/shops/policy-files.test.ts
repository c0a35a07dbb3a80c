import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/policy/format/parts/policy-text.ts';
import { readQuickly, readWithLines } from '../../src/policy/format/yaml/yaml-text.ts';
import { shopText } from './book.ts';

describe.each(['equipment-shop', 'fourteen-day-shop', 'outdoor-shop'] as const)('the files of the %s', (shop) => {
  const files = [...(filesOf(shopText(shop)) ?? [])];

  it('name their schemas in the first line', () => {
    const line = '# yaml-language-server: $schema=../../docs/schemas';
    expect(files.map(([name, text]) => `${name} ${text.split('\n')[0]}`)).toEqual([
      `policy.yaml ${line}/rules.schema.json`,
      `en.yaml ${line}/wording.schema.json`,
      `examples.yaml ${line}/examples.schema.json`,
    ]);
  });

  it.each(files)('%s is read quickly, and as the reader that knows lines reads it', (name, text) => {
    const quick = readQuickly(text);
    expect(quick, 'something in it is `unusual`, so loading takes long').toBeDefined();
    // Keys in their order count as well: the order of a policy's facts is the order of its diagram.
    expect(JSON.stringify(quick?.values)).toBe(JSON.stringify(readWithLines(text, name).document.toJS()));
  });
});
