import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { missingText } from '../../../src/commands/examples/text.ts';
import { exampleFindings } from '../../../src/policy/check/findings/examples.ts';
import { missingExamples, unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { fixtureText } from '../../fixtures/policies.ts';
import { inFolder, withoutExamples } from '../written.ts';
import { lampShop, today } from './small.ts';

const spaceOf = (text: string) => new Space(examinePolicy(text, 'lamps').policy, today);
/** What no example of a shop shows, as `code: path`. */
const unshownIn = (text: string) =>
  unshownFindings(spaceOf(text)).map(({ code, path }) => `${code}: ${path.join('.')}`);

/** The lamp shop with these customers beside the clause of the window. */
function lampsWith(...customers: string[]): string {
  const clauses = `clauses:
  window:
    section: One
    title: Fourteen days
    text: Back within 14 days.
    examples: { in: [${customers.join(', ')}], out: [{ facts: { reason: other } }] }
  unlit: { section: Two, title: Unlit, text: Not once lit., examples: { in: [{ facts: { reason: unwanted, lit: true }, gives: { resolution: not-eligible } }], out: [{ facts: { reason: other } }] } }`;
  return lampShop({ clauses });
}
const broken = (receivedOn: string, gives = '') =>
  `{ facts: { reason: broken, receivedOn: '${receivedOn}' }, today: '2026-11-21'${gives && `, gives: { resolution: ${gives} }`} }`;
const last = broken('2026-11-07', 'return');
const first = broken('2026-11-06', 'not-eligible');
const doubt = `{ facts: { reason: unwanted, lit: unknown, receivedOn: '2026-11-07' }, today: '2026-11-21' }`;

describe('a boundary', () => {
  it('is shown by a customer on the last day and one on the first day after', () => {
    expect(unshownIn(lampsWith(last, first))).not.toContain('unshown-boundary: derived.returnWindow.length');
  });

  it.each([
    ['on the last day alone', [last], 'the first with "closed"'],
    ['on the first day after alone', [first], 'the last with "open"'],
    ['on either side, further away', [last, broken('2026-11-05', 'not-eligible')], 'the first with "closed"'],
    ['on either side, that say nothing of the decision', [broken('2026-11-07'), first], 'the last with "open"'],
  ])('with customers %s is found, with one who stands on the other side', (_, customers, side) => {
    const found = unshownFindings(spaceOf(lampsWith(...customers))).filter(({ code }) => code === 'unshown-boundary');
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toBe(`no example stands on ${side}: moved by one, every example would still hold`);
    expect(found[0]?.witness?.facts).toMatchObject({ receivedOn: side.includes('last') ? '2026-11-07' : '2026-11-06' });
  });

  it('that changes nothing for anybody needs nobody', () => {
    const lastDecision = '  - { id: too-late, resolution: return, clauses: [window] }';
    expect(unshownIn(lampShop({ lastDecision })).filter((one) => one.startsWith('unshown-boundary'))).toEqual([]);
  });
});

describe('a row', () => {
  it('that could be taken away while every example holds is found, with somebody it decides', () => {
    const [finding] = unshownFindings(spaceOf(lampsWith(last, first))).filter(({ code }) => code === 'unshown-row');
    expect(finding).toMatchObject({
      severity: 'warning',
      path: ['decisions', 2],
      witness: { facts: { lit: 'unknown' } },
    });
    expect(finding?.message).toBe('no example shows "in-doubt": without it every example would still hold');
  });

  it('is shown by a customer who would be told something else without it', () => {
    const unlit = `{ facts: { reason: unwanted, lit: unknown }, gives: { resolution: human-review } }`;
    expect(
      unshownIn(
        lampsWith(last, first).replace(
          'in: [{ facts: { reason: unwanted',
          `in: [${unlit}, { facts: { reason: unwanted`,
        ),
      ),
    ).not.toContain('unshown-row: decisions.2');
  });

  it('before another is shown by a customer who fits both', () => {
    const swap = 'unshown-order: decisions.3';
    expect(unshownIn(lampsWith(last, first))).toContain(swap);
    const inTime = doubt.replace(' }', ' }, gives: { resolution: human-review }').replace('}, today', '}, today');
    expect(inTime).toContain('gives');
    const text = lampsWith(last, first).replace(
      'in: [{ facts: { reason: unwanted',
      `in: [${inTime}, { facts: { reason: unwanted`,
    );
    expect(unshownIn(text)).not.toContain(swap);
  });
});

describe('the proposals', () => {
  it.each(['tool-shop', 'fortnight-shop'] as const)('for %s without examples are what it needs, and hold', (shop) => {
    const bare = withoutExamples(fixtureText(shop));
    const space = spaceOf(bare);
    const proposals = missingExamples(space);
    expect(proposals.length).toBeGreaterThan(5);
    const clauses = parse(missingText(space.policy, proposals)).clauses;
    const whole = inFolder(stringify(examples(bare, clauses)));
    expect(unshownIn(whole)).toEqual([]);
    expect(exampleFindings(examinePolicy(whole, shop).policy).filter(({ code }) => code === 'failing-example')).toEqual(
      [],
    );
  });

  it('are marked to be confirmed, and named where a folder has its examples in a file', () => {
    const space = spaceOf(inFolder(lampsWith(last)));
    const text = missingText(space.policy, missingExamples(space));
    expect(text).toContain('# to be confirmed: no example stands on the first with "closed"');
    expect(parse(text).customers['return-window-first-closed']).toEqual({
      today: '2026-11-21',
      facts: { reason: 'broken', receivedOn: '2026-11-06' },
      gives: { resolution: 'not-eligible', clauses: ['window'], terms: [] },
    });
  });

  it('are none where everything is shown', () => {
    const space = spaceOf(fixtureText('tool-shop'));
    expect(missingText(space.policy, missingExamples(space))).toBe(
      '# tool-shop: its examples show every row, the order of rows and every boundary.\n',
    );
  });
});

/** A policy in one file, with the proposed examples beside its clauses. */
function examples(bare: string, clauses: Record<string, object>) {
  const { values } = examinePolicy(bare, 'shop') as { values: { clauses: Record<string, object> } };
  for (const [id, own] of Object.entries(clauses)) values.clauses[id] = { ...values.clauses[id], ...own };
  return values;
}
