import { describe, expect, it } from 'vitest';
import { quickDecider } from '../../../src/policy/engine/quick.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { fixtureIds, fixturePolicy, fixtureText } from '../../fixtures/policies.ts';
import { expectAsDiagram } from './generated-code.ts';

describe('the generated code of a diagram', () => {
  it.each(fixtureIds)('answers for %s as the diagram does', (id) => expectAsDiagram(fixturePolicy(id)));

  it('answers for a shop that tells one condition from the others as the diagram does', () => {
    const withSeal = fixtureText('tool-shop').replace(
      'conditions:\n',
      'conditions:\n  sealed: { condition: seal-damaged }\n',
    );
    expectAsDiagram(parsePolicy(withSeal, 'shop.yaml'));
  });

  it('takes a value that the policy does not have for none', () => {
    const quick = quickDecider(fixturePolicy('tool-shop'));
    expect(quick({ reason: 'constructor', goods: 'device' })).toEqual(quick({ goods: 'device' }));
  });
});
