import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { casePage, machinePage, pagesOf, policyPage } from '../../src/commands/diagram.ts';
import { caseStateSchema } from '../../src/machines/case.ts';
import { returnsMachine } from '../../src/machines/returns.ts';
import { policyPathsIn } from '../../src/policy/format/parts/policy-text.ts';
import { fixturePolicy } from '../fixtures/policies.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

describe('the pictures in docs/diagrams', () => {
  const own = pagesOf([]);

  it('are those that the machine gives now; npm run diagrams draws them anew', () => {
    for (const [name, text] of own) expect(readFileSync(`${folder('docs/diagrams')}/${name}`, 'utf8'), name).toBe(text);
  });

  it('are the conversation, the case, and each shop of the product', () => {
    const shops = policyPathsIn(folder('policies')).map((path) => `${basename(path)}.md`);
    expect(readdirSync(folder('docs/diagrams')).toSorted()).toEqual([...own.keys(), ...shops].toSorted());
  });

  it('show every state of the conversation', () => {
    for (const state of Object.keys(returnsMachine.states)) expect(machinePage()).toContain(state);
  });

  it('show every state of a case', () => {
    for (const state of caseStateSchema.options) expect(casePage()).toContain(state.replace('-b', 'B'));
  });

  it.each(['tool-shop', 'fortnight-shop'] as const)('lead through the %s to every resolution', (id) => {
    const policy = fixturePolicy(id);
    const text = policyPage(policy);
    for (const { resolution } of policy.file.decisions) expect(text).toContain(`"${resolution}`);
    expect(text.split('\n').length).toBeLessThan(150);
  });
});
