import { expect, it } from 'vitest';
import { checkPolicy } from '../../../../src/policy/check/check.ts';
import { parsePolicy } from '../../../../src/policy/format/parse.ts';
import { fixtureText } from '../../../fixtures/policies.ts';

const applies = 'applies: { reason: not-working, delivery: received }';

function idleIn(text: string) {
  return checkPolicy(parsePolicy(text, 'fortnight-shop'), '2026-11-20').filter(({ code }) => code === 'idle-answer');
}

it('an example that tells what does not concern its customer shows that `applies` leaves somebody out', () => {
  const text = fixtureText('fortnight-shop');
  expect(idleIn(text)).toEqual([]);
  const narrowed = text.replace(applies, 'applies: { reason: damaged-or-incomplete, delivery: received }');
  expect(narrowed).not.toBe(text);
  const found = idleIn(narrowed);
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatchObject({
    severity: 'warning',
    message: expect.stringContaining('"condition" does not concern'),
  });
  // An example that several clauses show is named once.
  expect(new Set(found.map(({ path }) => path.join())).size).toBe(found.length);
});
