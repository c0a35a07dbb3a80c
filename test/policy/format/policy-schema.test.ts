import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyJsonSchema } from '../../../src/policy/format/expected-keys.ts';

const written: unknown = JSON.parse(readFileSync('docs/policy.schema.json', 'utf8'));

describe('docs/policy.schema.json', () => {
  it('is what the loader demands; if not, run "npm run schema"', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
  });

  it.each(['equipment-shop', 'fourteen-day-shop', 'outdoor-shop'])('is named in the first line of %s', (shop) => {
    const [first] = readFileSync(`policies/${shop}.yaml`, 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../docs/policy.schema.json');
  });
});
