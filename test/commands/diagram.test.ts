import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { casePage, machinePage, pagesOf, policyPage } from '../../src/commands/diagram.ts';
import { caseStateSchema } from '../../src/machines/case.ts';
import { returnsMachine } from '../../src/machines/returns.ts';
import { loadCatalog } from '../../src/policy/catalog.ts';
import { loadPolicy } from '../../src/policy/format/load.ts';
import { policyFile } from '../policy/book.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

describe('the pictures in docs/diagrams', () => {
  const newest = [...loadCatalog(folder('policies')).values()].flatMap((versions) => versions.at(-1) ?? []);
  const pages = pagesOf(newest);

  it('are those that the machine and the policies give now; npm run diagrams draws them anew', () => {
    expect(readdirSync(folder('docs/diagrams')).toSorted()).toEqual([...pages.keys()].toSorted());
    for (const [name, text] of pages)
      expect(readFileSync(`${folder('docs/diagrams')}/${name}`, 'utf8'), name).toBe(text);
  });

  it('show every state of the conversation', () => {
    for (const state of Object.keys(returnsMachine.states)) expect(machinePage()).toContain(state);
  });

  it('show every state of a case', () => {
    for (const state of caseStateSchema.options) expect(casePage()).toContain(state.replace('-b', 'B'));
  });

  it.each(['equipment-shop', 'fourteen-day-shop'] as const)('lead through the %s to every resolution', (shopId) => {
    const policy = loadPolicy(policyFile(shopId));
    const text = policyPage(policy);
    for (const { resolution } of policy.file.decisions) expect(text).toContain(`"${resolution}`);
    expect(text.split('\n').length).toBeLessThan(150);
  });
});
