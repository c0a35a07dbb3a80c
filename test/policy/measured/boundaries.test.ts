import { describe, expect, test } from 'vitest';
import { missingExamples, unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { recipe } from '../../docs/recipes.ts';

const spaceOf = (name: string) => new Space(recipe(name), '2026-11-20');
const factsOf = (name: string) => missingExamples(spaceOf(name)).map(({ example }) => example);

describe('check asks for an example on both sides', () => {
  test('of each edge of a season', () => {
    const found = unshownFindings(spaceOf('seasons')).filter(
      ({ path }) => path.join('.') === 'derived.boughtIn.season',
    );
    expect(found.length).toBeGreaterThan(0);
    const days = factsOf('seasons').map(({ facts }) => String(facts.purchasedOn).slice(5));
    expect(days).toEqual(expect.arrayContaining(['10-31', '11-01', '12-24', '12-25']));
  });

  test('of each step back from a day ahead', () => {
    const days = factsOf('days-before').map(({ today, facts }) =>
      Math.round((Date.parse(String(facts.departsOn)) - Date.parse(today ?? '')) / 86_400_000),
    );
    expect(days).toEqual(expect.arrayContaining([61, 60, 31, 30]));
  });
});
