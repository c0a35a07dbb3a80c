import { expect, it } from 'vitest';
import { loadInThread } from '../src/loading.ts';
import { packedPolicy } from '../src/policy/engine/diagram/packed-policy.ts';
import { quickDecider } from '../src/policy/engine/quick.ts';
import type { Policy } from '../src/policy/format/load.ts';
import { digestOf, parsePolicy } from '../src/policy/format/parse.ts';
import { PolicyFileError } from '../src/policy/format/policy-file-error.ts';
import { exclusions } from './fixtures/large-policies.ts';
import { fixtureIds, fixturePath, fixturePolicy, fixtureText } from './fixtures/policies.ts';
import { rngOf } from './random.ts';

const check = { now: '2026-11-20T12:00:00.000Z', today: undefined };

/** What 300 random customers are told, each known as far as it happens to be. */
function answersOf(policy: Policy): unknown[] {
  const rng = rngOf(12);
  const decide = quickDecider(policy);
  const one = () =>
    Object.fromEntries(
      policy.variables.flatMap(({ fact, values, members }) =>
        rng() < 0.5 || members ? [] : [[fact, values[Math.floor(rng() * values.length)] ?? true]],
      ),
    );
  return Array.from({ length: 300 }, () => decide(one()));
}

it.each(fixtureIds)('the %s that a thread loads decides as the one that is loaded here', async (id) => {
  const loaded = await loadInThread({ kind: 'new', text: fixtureText(id), name: fixturePath(id), check });
  const { diagram: _, outcomes, root: __, anyCalendarRoot: ___, rowOutcomes, impossibilities, ...rest } = loaded;
  const here = fixturePolicy(id);
  expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((key) => [key, here[key as keyof typeof rest]])));
  expect(outcomes).toEqual(here.outcomes);
  expect(outcomes.every((outcome) => !outcome || loaded.file.decisions.includes(outcome.row))).toBe(true);
  expect([rowOutcomes.length, impossibilities.length]).toEqual([here.rowOutcomes.length, here.impossibilities.length]);
  expect(answersOf(loaded)).toEqual(answersOf(here));
});

it('a large one comes in parts, and is whole', async () => {
  const text = exclusions(13);
  const here = parsePolicy(text, 'large.yaml');
  expect(packedPolicy(here)[1].length).toBeGreaterThan(5);
  const loaded = await loadInThread({ kind: 'new', text, name: 'large.yaml', check });
  expect(loaded.outcomes).toEqual(here.outcomes);
  expect(answersOf(loaded)).toEqual(answersOf(here));
});

it('a mistake is refused at its line, as it is here, and so is what check calls an error', async () => {
  const broken = fixtureText('tool-shop').replace('resolution: human-review', 'resolution: nobody-knows');
  const loading = loadInThread({ kind: 'new', text: broken, name: 'broken', check });
  expect(() => parsePolicy(broken, 'broken')).toThrow(PolicyFileError);
  await expect(loading).rejects.toBeInstanceOf(PolicyFileError);
  await expect(loading).rejects.toThrow(/nobody-knows/);
});

it('a kept one has the digest that it was kept under', async () => {
  const text = fixtureText('tool-shop');
  const kept = await loadInThread({ kind: 'kept', text, digest: 'sha256:of-that-day', name: 'tool-shop of that day' });
  expect(kept).toMatchObject({ digest: 'sha256:of-that-day', text });
  expect(digestOf(text)).toBe(fixturePolicy('tool-shop').digest);
});
