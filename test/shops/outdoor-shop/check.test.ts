import { expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { shopPath } from '../book.ts';

const policy = loadPolicy(shopPath('outdoor-shop'));

it.each(['2026-11-21', '2028-02-29'])('passes without a finding on %s, and its examples show everything', (today) => {
  expect(checkPolicy(policy, today)).toEqual([]);
  expect(unshownFindings(new Space(policy, today))).toEqual([]);
});
