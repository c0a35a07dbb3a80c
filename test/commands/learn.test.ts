import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { learnFrom, lessonText, policyWith } from '../../src/commands/learn.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import { rulesTextOf } from '../../src/policy/format/parts/policy-text.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Json, StoredDecision } from '../../src/store/store.ts';
import { fixturePolicy } from '../fixtures/policies.ts';
import { writePolicy } from '../policy/written.ts';
import { newDataDir, runCommand } from './command.ts';

const policy = fixturePolicy('fortnight-shop');
const rules = rulesTextOf(policy.text);
/** The shop with these rules. */
const withRules = (text: string) =>
  parsePolicy(
    policy.text.replace(rules, () => text),
    'learned',
  );

/** A decision of the shop, issued at noon of 20 November 2026. */
function decided(facts: Json, but: Partial<StoredDecision> = {}): StoredDecision & { at: string } {
  return {
    reference: 'K7M2-9QXD',
    conversationId: 'c',
    policyId: 'fortnight-shop',
    policyDigest: 'sha256:old',
    state: 'issued',
    facts,
    decision: {},
    at: '2026-11-20T12:00:00.000Z',
    ...but,
  };
}

const changedMind = { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-06' };
const tooLate = { ...changedMind, receivedOn: '2026-11-05' };
const percentOf = (lesson: ReturnType<typeof learnFrom>, ...path: string[]): number | undefined =>
  lesson.likelihoods.find((one) => one.path.join() === path.join())?.percent;

describe('what a shop learns from its decisions', () => {
  it('counts each value once more than it was seen', () => {
    const lesson = learnFrom(policy, [decided(changedMind), decided(changedMind), decided({ reason: 'other' })]);
    expect(lesson).toMatchObject({ read: 3, unreadable: 0 });
    expect(percentOf(lesson, 'facts', 'reason', 'values', 'changed-mind', 'likelihood')).toBe(42.9);
    expect(percentOf(lesson, 'facts', 'reason', 'values', 'other', 'likelihood')).toBe(28.6);
    expect(percentOf(lesson, 'facts', 'reason', 'values', 'not-working', 'likelihood')).toBe(14.3);
  });

  it('counts a period as it was on the day of the decision: day 14 is in time, day 15 is not', () => {
    const lesson = learnFrom(policy, [decided(changedMind), decided(changedMind), decided(tooLate)]);
    expect(percentOf(lesson, 'derived', 'returnWindow', 'likelihood', 'open')).toBe(50);
    expect(percentOf(lesson, 'derived', 'returnWindow', 'likelihood', 'closed')).toBe(33.3);
    expect(percentOf(lesson, 'derived', 'returnWindow', 'likelihood', 'unknown')).toBe(16.7);
  });

  it('counts each condition of a checklist by itself', () => {
    const ofDefect = { reason: 'not-working', condition: ['wear', 'accident'] };
    const lesson = learnFrom(policy, [decided(ofDefect), decided({ ...ofDefect, condition: ['wear'] })]);
    expect(percentOf(lesson, 'facts', 'condition', 'values', 'wear', 'likelihood')).toBe(75);
    expect(percentOf(lesson, 'facts', 'condition', 'values', 'accident', 'likelihood')).toBe(50);
    expect(percentOf(lesson, 'facts', 'condition', 'values', 'user-damage', 'likelihood')).toBe(25);
  });

  it('leaves alone what nobody told, and decisions withdrawn, of another shop, or no longer readable', () => {
    const lesson = learnFrom(policy, [
      decided(changedMind, { state: 'withdrawn' }),
      decided(changedMind, { policyId: 'tool-shop' }),
      decided({ reason: 'retired-long-ago' }),
    ]);
    expect(lesson).toEqual({ likelihoods: [], read: 0, unreadable: 1 });
    expect(policyWith(policy, lesson)).toBe(rules);
  });

  it('is printed as YAML, and written into the file with nothing else touched', () => {
    const lesson = learnFrom(policy, [decided(changedMind), decided({ ...tooLate, condition: ['wear'] })]);
    expect(lessonText(policy, lesson)).toContain('from 2 decisions');
    expect(lessonText(policy, lesson)).toContain('changed-mind:\n        likelihood: 50\n');
    const text = policyWith(policy, lesson);
    const likelihoodsApart = (of: string): string => of.replace(/likelihood: (\{[^}]*\}|[\d.]+)/g, 'likelihood');
    expect(text).not.toBe(rules);
    expect(likelihoodsApart(text)).toBe(likelihoodsApart(rules));
    const learned = withRules(text).file;
    expect(learned.derived.returnWindow?.likelihood).toEqual({ open: 40, closed: 40, unknown: 20 });
    expect(learned.facts.inspectedAtHandover).toEqual(policy.file.facts.inspectedAtHandover);
  });

  it('is written where the file says nothing yet', () => {
    const silent = policy.text.replace('likelihood: { open: 45, closed: 48, unknown: 7 }', 'likelihood: { open: 45 }');
    const shop = parsePolicy(silent, 'silent.yaml');
    const text = policyWith(shop, learnFrom(shop, [decided(changedMind)]));
    expect(withRules(text).file.derived.returnWindow?.likelihood).toEqual({
      open: 50,
      closed: 25,
      unknown: 25,
    });
  });
});

describe('returns learn --write, as its users run it', () => {
  /** A folder with a copy of the shop's policy, and decisions of its customers in the store. */
  async function shopWithDecisions(decisions: StoredDecision[]) {
    const dataDir = newDataDir();
    const policiesDir = join(dataDir, 'policies');
    mkdirSync(policiesDir);
    const path = join(writePolicy(join(policiesDir, 'shop'), policy.text), 'policy.yaml');
    const store = openSqliteStore(dataDir);
    await store.commit({
      conversationId: 'c',
      expectedRevision: 0,
      create: { channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_anna' },
      record: null,
      events: [],
      replies: [],
      effects: [],
      cases: [],
      decisions,
      at: '2026-11-20T12:00:00.000Z',
    });
    await store.close();
    const settings = { POLICIES_DIR: policiesDir, DEFAULT_POLICY: 'fortnight-shop' };
    const learn = (...args: string[]) => runCommand(['learn', ...args], dataDir, [], settings);
    return { learn, path, text: () => readFileSync(path, 'utf8') };
  }

  /** So many customers in time, and as many who were late with something worn. */
  function customers(ofEach: number): StoredDecision[] {
    return Array.from({ length: ofEach }, (_, i) => [
      decided(changedMind, { reference: `K7M2-A${100 + i}` }),
      decided({ ...tooLate, condition: ['wear'] }, { reference: `K7M2-B${100 + i}` }),
    ])
      .flat()
      .map(({ at: _, ...decision }) => decision);
  }

  it('changes the likelihoods in the file and nothing else, comments included; a second time, nothing', async () => {
    const { learn, path, text } = await shopWithDecisions(customers(25));

    const printed = await learn();
    expect(printed).toMatchObject({ code: 0, errors: '' });
    expect(printed.output).toContain('from 50 decisions');
    expect(text()).toBe(rules);

    const writing = await learn('--write');
    expect(writing).toMatchObject({ code: 0, errors: '' });
    expect(writing.output).toContain('# left as it is, told by fewer than 50 customers: condition\n');
    const once = text();
    expect(changedLines(rules, once)).not.toEqual([]);
    for (const [before, after] of changedLines(rules, once)) expect(numbersApart(after)).toBe(numbersApart(before));
    expect(commentsOf(once)).toEqual(commentsOf(rules));
    const { facts, derived } = withRules(once).file;
    expect(derived.returnWindow?.likelihood).toEqual({ open: 49.1, closed: 49.1, unknown: 1.9 });
    expect(facts.condition).toEqual(policy.file.facts.condition);

    expect(await learn('--write', '--policy', path)).toMatchObject({ code: 0, errors: '' });
    expect(text()).toBe(once);
  });

  it('never overwrites on too few customers, and says so', async () => {
    const { learn, text } = await shopWithDecisions(customers(24));
    const { code, output } = await learn('--write');
    expect(code).toBe(0);
    expect(output).toContain('from 48 decisions');
    expect(output).toMatch(/# left as it is, told by fewer than 50 customers: .*reason.*returnWindow/);
    expect(text()).toBe(rules);
  });
});

function changedLines(before: string, after: string): [string, string][] {
  const then = after.split('\n');
  expect(then).toHaveLength(before.split('\n').length);
  return before.split('\n').flatMap((line, i): [string, string][] => (line === then[i] ? [] : [[line, then[i] ?? '']]));
}

/** A line without the numbers of its likelihoods. */
function numbersApart(line: string): string {
  return line.replace(/likelihood: (\{[^}]*\}|[\d.]+)/gi, (found) => found.replace(/[\d.]+/g, '#'));
}

function commentsOf(text: string): string[] {
  return text.match(/^ *#.*$/gm) ?? [];
}
