import { describe, expect, it } from 'vitest';
import { learnFrom, lessonText, rewritten } from '../../src/commands/learn.ts';
import { loadPolicyFile } from '../../src/policy/load.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import type { Json, StoredDecision } from '../../src/store/store.ts';
import { policyFile } from '../policy/book.ts';

const policy = loadPolicyFile(policyFile('fourteen-day-shop'));

/** A decision of the shop, issued at noon of 20 November 2026. */
function decided(facts: Json, but: Partial<StoredDecision> = {}): StoredDecision & { at: string } {
  return {
    reference: 'K7M2-9QXD',
    conversationId: 'c',
    policyId: 'fourteen-day-shop',
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
      decided(changedMind, { policyId: 'equipment-shop' }),
      decided({ reason: 'retired-long-ago' }),
    ]);
    expect(lesson).toEqual({ likelihoods: [], read: 0, unreadable: 1 });
    expect(rewritten(policy, lesson)).toBe(policy.text);
  });

  it('is printed as YAML, and written into the file with nothing else touched', () => {
    const lesson = learnFrom(policy, [decided(changedMind), decided({ ...tooLate, condition: ['wear'] })]);
    expect(lessonText(policy, lesson)).toContain('from 2 decisions');
    expect(lessonText(policy, lesson)).toContain('changed-mind:\n        likelihood: 50\n');
    const text = rewritten(policy, lesson);
    const likelihoodsApart = (of: string): string => of.replace(/likelihood: (\{[^}]*\}|[\d.]+)/g, 'likelihood');
    expect(text).not.toBe(policy.text);
    expect(likelihoodsApart(text)).toBe(likelihoodsApart(policy.text));
    const learned = parsePolicy(text, 'learned.yaml').file;
    expect(learned.derived.returnWindow?.likelihood).toEqual({ open: 40, closed: 40, unknown: 20 });
    expect(learned.facts.inspectedAtHandover).toEqual(policy.file.facts.inspectedAtHandover);
  });

  it('is written where the file says nothing yet', () => {
    const silent = policy.text.replace('likelihood: { open: 45, closed: 48, unknown: 7 }', 'likelihood: { open: 45 }');
    const shop = parsePolicy(silent, 'silent.yaml');
    const text = rewritten(shop, learnFrom(shop, [decided(changedMind)]));
    expect(parsePolicy(text, 'learned.yaml').file.derived.returnWindow?.likelihood).toEqual({
      open: 50,
      closed: 25,
      unknown: 25,
    });
  });
});
