import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/policy/engine/decide.ts';
import { explain } from '../../../src/policy/explain/explain.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { furnitureShop, furnitureText } from '../../fixtures/furniture.ts';
import { findingsIn, lampShop, onlyFinding } from '../check/small.ts';
import { straysOf } from './every-customer.ts';

const policy = furnitureShop();
const at = { today: '2026-11-21' };

describe('outcomes of the shop’s own', () => {
  it('never decide what a later fact changes, and wait for no fact that changes nothing', () => {
    const values = {
      reason: ['changed-mind', 'damaged', 'another-day', 'other'],
      size: ['parcel', 'bulky'],
      assembled: [true, false],
      receivedOn: ['2026-11-20', '2026-10-22', '2026-10-21', '2026-09-21'],
    };
    const { early, late, decisions } = straysOf(policy, at, values);
    expect([early, late]).toEqual([[], []]);
    expect(new Set(decisions.map(({ resolution }) => resolution)).size).toBe(7);
  });

  it('one that refuses is certain before all that excludes is known, as every refusal is', () => {
    const text = lampShop({
      lastDecision:
        '  - { id: too-late, resolution: not-eligible, clauses: [window] }\noutcomes: { gone: { kind: refuses, headline: Gone, sentence: It is gone. } }',
      decisions: `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: lit, when: { reason: unwanted, lit: [true, unknown] }, resolution: gone, clauses: [unlit, { clause: window, when: { returnWindow: closed } }] }
  - { id: in-time, when: { returnWindow: open }, resolution: return, clauses: [window] }`,
    });
    const lamps = parsePolicy(text, 'lamps.yaml');
    const lit = { reason: 'unwanted', lit: true };
    expect(decide(lamps, lit, at)).toMatchObject({ decision: { resolution: 'gone', clauses: ['unlit'] } });
    const late = { ...lit, receivedOn: '2026-10-01' };
    expect(decide(lamps, late, at)).toMatchObject({ decision: { resolution: 'gone', clauses: ['window', 'unlit'] } });
    // Two refusals that are not the same leave open which it is.
    expect(decide(lamps, { reason: 'unwanted' }, at)).toMatchObject({ kind: 'undecided' });
  });

  it('are explained like the others', () => {
    const facts = { reason: 'damaged', size: 'bulky', receivedOn: '2026-11-10' };
    expect(explain(policy, facts, at)).toMatchObject({
      decision: { resolution: 'carrier-claim', review: [] },
      because: [{ clause: 'damage' }],
    });
  });
});

describe('mistakes in outcomes of the shop’s own', () => {
  const problemsIn = (text: string) => {
    try {
      parsePolicy(text, text.startsWith('---') ? 'furniture-shop' : 'lamps.yaml');
    } catch (error) {
      return String(error);
    }
    return 'none';
  };

  it.each([
    [
      'resolution: change-of-date',
      'resolution: change-of-day',
      'decisions[1].resolution: there is no outcome "change-of-day"; expected one of return, cancellation, warranty-repair, refuse-delivery, accept-delivery, inspect-on-delivery, not-eligible, human-review, refund-without-return, carrier-claim, change-of-date, stays-built',
    ],
    [
      '[{ resolution: carrier-claim }]',
      '[{ resolution: claim }]',
      'alternatives[0].resolution: there is no outcome "claim"',
    ],
    [
      '{ kind: refuses }',
      '{ kind: refused }',
      'outcomes.stays-built.kind: expected one of grants, refuses, person, advises',
    ],
    ['{ kind: refuses }', '{ kind: refuses, form: {} }', 'expected no form for an outcome that refuses'],
    [
      'resolution: stays-built\n    clauses: [assembled]',
      'resolution: stays-built',
      'decisions[3]: "stays-built" refuses, so the row has to cite the clause that does',
    ],
    [
      '[{ field: refundMethod }, { field: remarks }]',
      '[{ field: notes }]',
      'outcomes.refund-without-return.form.ask[0].field: there is no field "notes"',
    ],
  ])('%s as %s', (from, to, message) => {
    expect(problemsIn(furnitureText('policy.yaml', from, to))).toContain(message);
  });

  it('an outcome cannot have the name of one that every policy has', () => {
    const outcomes = 'outcomes: { return: { kind: grants, headline: Back, sentence: Send it back. } }';
    expect(problemsIn(lampShop({ moreSource: outcomes }))).toContain('"return" is an outcome of every policy already');
  });

  it('a sentence that a language lacks is named', () => {
    expect(problemsIn(furnitureText('en.yaml', '    headline: We take it up with the carrier\n', ''))).toContain(
      'outcomes.carrier-claim.headline: missing; expected some text',
    );
  });
});

describe('check', () => {
  const outcomes = (kind: string) => `outcomes: { gone: { kind: ${kind}, headline: Gone, sentence: It is gone. } }`;

  it('names an outcome that no row decides', () => {
    expect(onlyFinding(lampShop({ moreSource: outcomes('advises') }))).toMatchObject({
      code: 'dead-outcome',
      path: 'outcomes.gone',
    });
  });

  it('names a refusal that gives somebody no clause, and shows them', () => {
    const lastDecision = `  - { id: too-late, resolution: gone, clauses: [{ clause: window, when: { reason: broken } }] }`;
    const [finding] = findingsIn(lampShop({ lastDecision, moreSource: outcomes('refuses') }), 'unnamed-refusal');
    expect(finding).toMatchObject({ severity: 'error', path: 'decisions[4].clauses' });
    expect(finding?.witness?.facts).toMatchObject({ reason: 'unwanted' });
  });
});
