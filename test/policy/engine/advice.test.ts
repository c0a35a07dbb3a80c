import { describe, expect, it } from 'vitest';
import { textChanges } from '../../../src/policy/diff/texts.ts';
import { adviceOn } from '../../../src/policy/engine/advice.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { policyIn } from '../../../src/policy/in-language.ts';
import { furnitureShop, furnitureText } from '../../fixtures/furniture.ts';
import { findingsIn, lampShop, onlyFinding } from '../check/small.ts';

const policy = furnitureShop();
const at = { today: '2026-11-21' };
const sofa = { reason: 'changed-mind', size: 'bulky', assembled: false, receivedOn: '2026-11-10' };

/** A lamp shop whose row has these steps. */
const withSteps = (steps: string) =>
  lampShop({
    lastDecision: `  - { id: too-late, resolution: not-eligible, clauses: [window], steps: ${steps} }`,
  });

describe('steps and notes by condition', () => {
  it('are told to those whose facts establish the condition', () => {
    expect(adviceOn(policy, sofa, at)).toEqual({
      steps: ['Pack it in its box.', 'Have it ready on the day that you choose in the form.'],
      notes: ['Our drivers do not carry furniture down the stairs.'],
    });
    expect(adviceOn(policy, { ...sofa, size: 'parcel' }, at)).toEqual({
      steps: ['Pack it in its box.', 'Take it to a parcel shop.'],
      notes: [],
    });
  });

  it('are told in the language of the conversation', () => {
    const { steps, notes } = adviceOn(policyIn(policy, 'de'), sofa, at);
    expect(steps).toEqual(['Packen Sie es in seinen Karton.', 'Halten Sie es am gewählten Tag bereit.']);
    expect(notes).toEqual(['Unsere Fahrer tragen nichts die Treppe hinunter.']);
  });

  it('are left out where the facts leave it open, and nothing is asked for their sake', () => {
    const text = withSteps("['Keep it.', { text: Lit ones stay dark., when: { reason: broken } }]");
    const lamps = parsePolicy(text, 'lamps.yaml');
    const late = { receivedOn: '2026-10-01' };
    expect(adviceOn(lamps, { ...late, reason: 'broken' }, at).steps).toEqual(['Keep it.', 'Lit ones stay dark.']);
    expect(adviceOn(lamps, { ...late, reason: 'unwanted', lit: false }, at).steps).toEqual(['Keep it.']);
  });

  it('stand in a list, each a text or a text with a condition', () => {
    const { file } = parsePolicy(withSteps("['Keep it.', { text: Or not., when: { reason: broken } }]"), 'lamps.yaml');
    expect(file.decisions.at(-1)?.steps).toEqual(['Keep it.', { text: 'Or not.', when: { reason: 'broken' } }]);
  });
});

describe('check', () => {
  it('names a step that nobody is told, at its line', () => {
    expect(onlyFinding(withSteps("['Keep it.', { text: Or not., when: { reason: other } }]"))).toMatchObject({
      code: 'dead-advice',
      path: 'decisions[4].steps[1]',
    });
    expect(findingsIn(withSteps("['Keep it.', { text: Or not., when: { reason: broken } }]"))).toEqual([]);
  });
});

describe('mistakes in steps and notes', () => {
  const problemsIn = (text: string) => {
    try {
      parsePolicy(text, 'furniture-shop');
    } catch (error) {
      return String(error);
    }
    return 'none';
  };

  it.each([
    [
      'policy.yaml',
      'parcel-shop: { when: { size: parcel } }',
      'parcel-shop: { when: { size: small } }',
      'size is never "small"',
    ],
    ['policy.yaml', '      pack: {}\n', '', 'policy.yaml has no "pack" under decisions.take-back.steps'],
    ['en.yaml', '      pack: { text: Pack it in its box. }\n', '', 'decisions[6].steps.pack.text: missing'],
    [
      'en.yaml',
      'pack: { text: Pack it in its box. }',
      'pack: { text: Pack it., when: { size: bulky } }',
      '"when" is no wording',
    ],
    [
      'en.yaml',
      '    notes:\n      stairs: { text: Our drivers do not carry furniture down the stairs. }',
      '    notes: [Our drivers do not carry furniture.]',
      'expected a text for each of the ids that policy.yaml has here',
    ],
    [
      'en.yaml',
      '    notes:\n      stairs: { text: Our drivers do not carry furniture down the stairs. }',
      '    notes: [{ text: Our drivers do not carry furniture., when: { size: bulky } }]',
      'a condition belongs in policy.yaml',
    ],
  ])('%s: %s as %s', (name, from, to, message) => {
    expect(problemsIn(furnitureText(name, from, to))).toContain(message);
  });
});

describe('diff', () => {
  it('counts another condition as another rule, and another text as other wording', () => {
    const changed = (name: string, from: string, to: string) =>
      textChanges(policy.file, parsePolicy(furnitureText(name, from, to), 'furniture-shop').file);
    expect(changed('policy.yaml', 'collection: { when: { size: bulky } }', 'collection: {}').rules).toHaveLength(1);
    const reworded = changed('en.yaml', 'Pack it in its box.', 'Wrap it up.');
    expect(reworded.rules).toEqual([]);
    expect(reworded.wording).toHaveLength(1);
  });
});
