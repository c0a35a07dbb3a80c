import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { inPlainWords } from '../../src/commands/show/conditions.ts';
import { pageForms } from '../../src/commands/show/forms.ts';
import { pageOf } from '../../src/commands/show/page.ts';
import { loadPolicy } from '../../src/policy/format/load.ts';
import { examinePolicy } from '../../src/policy/format/parse.ts';
import { projectFolder } from '../../src/project-folder.ts';
import { fixtureIds, fixturePolicy } from '../fixtures/policies.ts';
import { lampShop } from '../policy/check/small.ts';
import { newDataDir, runCommand } from './command.ts';

const trail = fixturePolicy('trail-shop');

describe('a condition in plain words', () => {
  const told = (condition: Parameters<typeof inPlainWords>[1]) => inPlainWords(trail.file, condition);

  it('is told by labels and titles', () => {
    expect(told({ reason: ['changed-mind', 'faulty'] })).toBe('“Reason” is “I changed my mind” or “It is faulty”');
    expect(told({ discounted: [false, 'unknown'] })).toBe('(“From the outlet” is no, or is not known)');
    expect(told({ condition: 'any', returnWindow: 'unknown' })).toBe(
      'anything of “Condition” applies, and “Return window” is not known',
    );
    expect(told({ condition: 'worn' })).toBe('“Condition” includes “Worn or used outdoors”');
    expect(told({})).toBeUndefined();
  });

  it('keeps together what belongs together, through names as well', () => {
    expect(told({ any: [{ tier: 'gold' }, { discounted: true, not: { returnWindow: 'closed' } }] })).toBe(
      '(“Club” is “Gold member”, or (“From the outlet” is yes, and not (“Return window” is closed)))',
    );
    expect(told({ is: 'sent-back' })).toBe(told(trail.file.conditions['sent-back'] ?? {}));
  });
});

describe('a policy as a page', () => {
  const { policy } = examinePolicy(lampShop(), 'lamps.yaml');
  const page = pageOf(policy);

  it('has each clause with its text, source, rows and customers', () => {
    const text = pageForms.markdown('Lamps', page);
    expect(text).toContain(`### Unlit

A lamp that was lit stays.

Clause unlit; source: 2.

It counts here:

- If “Lit” is yes: The shop's policy excludes this (not-eligible). Because of “Unlit”.
- If “Lit” is not known: A person will look at this (human-review). Because of “Unlit”.

Customers whom it concerns:

- On 2026-11-21, Reason: Unwanted; Lit: yes; Received on: Saturday 7 November 2026 → The shop's policy excludes this (not-eligible)`);
  });

  it('has the rows in their order, the last for all that is left', () => {
    const rows = page.findLast((block) => block.kind === 'list' && block.isNumbered);
    expect(rows?.kind === 'list' && rows.items.map((item) => item.split(':')[0])).toEqual([
      'something-else',
      'lit',
      'in-doubt',
      'in-time',
      'too-late',
    ]);
    expect(rows?.kind === 'list' && rows.items.at(-1)).toBe(
      "too-late: In every case that is left: The shop's policy excludes this (not-eligible). Because of “Fourteen days”.",
    );
  });

  it('as HTML shows a text as it stands', () => {
    const odd = lampShop().replace('text: A lamp that was lit stays.', 'text: <b>Lit & "gone"</b>');
    const html = pageForms.html('Lamps', pageOf(examinePolicy(odd, 'lamps.yaml').policy));
    expect(html).toContain('<p>&lt;b&gt;Lit &amp; &quot;gone&quot;&lt;/b&gt;</p>');
  });

  it.each(fixtureIds)('tells all of %s: every clause, fact, period and row', (shop) => {
    const shown = fixturePolicy(shop);
    const text = pageForms.text(shop, pageOf(shown));
    const { clauses, facts, derived, decisions } = shown.file;
    for (const { title } of Object.values(clauses)) expect(text).toContain(`\n${title}\n`);
    for (const { label } of [...Object.values(facts), ...Object.values(derived)])
      expect(text).toContain(`- ${label}: `);
    for (const { id } of decisions) expect(text).toContain(`. ${id}: `);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

test('returns show prints the policy that is named, in the form that is asked for', async () => {
  const shown = await runCommand(['show', 'trail-shop', '--as', 'markdown'], newDataDir());
  expect(shown).toMatchObject({ code: 0, errors: '' });
  expect(shown.output).toMatch(/^# .*\n\n/);
  const wrong = await runCommand(['show', 'trail-shop', '--as', 'pdf'], newDataDir());
  expect(wrong).toMatchObject({ code: 2, errors: '--as is one of text, markdown, html, not "pdf".\n' });
});

test('returns examples --missing proposes nothing to a shop whose examples show all', async () => {
  const { code, output } = await runCommand(['examples', '--missing', '--policy', 'tool-shop'], newDataDir());
  expect(code).toBe(0);
  expect(output).toBe('# tool-shop: its examples show every row, the order of rows and every boundary.\n');
  expect(await runCommand(['examples'], newDataDir())).toMatchObject({ code: 2 });
});

it('tells the parts of a refund apart: what was paid for the delivery is not what was paid for the item', () => {
  const page = pageForms.markdown('Fashion', pageOf(loadPolicy(join(projectFolder, 'policies/examples/fashion'))));
  expect(page).toContain('Delivery: what you paid for the delivery where');
  expect(page).toContain('Delivery: what you paid for the delivery, at most £3.95');
  expect(page).not.toContain('Delivery: what you paid for it');
});
