import { checkText } from '../../../src/commands/check/report.ts';
import type { FindingCode } from '../../../src/policy/check/finding.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';

/** The day on which the small policies are checked. */
export const today = '2026-11-21';

/** A lamp shop that is in order; the sections that a test gives stand in the place of its own. */
export function lampShop(sections: Record<string, string> = {}): string {
  return Object.values({ ...parts, ...sections }).join('\n');
}

/**
 * What `check` says of a file, by code; without one, all but what its few examples leave unshown, which would drown the
 * rest.
 */
export function findingsIn(text: string, code?: FindingCode) {
  const { findings } = checkText(text, 'lamps.yaml', () => today);
  return findings.filter((finding) =>
    code === undefined ? !finding.code.startsWith('unshown') : finding.code === code,
  );
}

/** The only finding of a file, its witness included, and the text of the line it points to. */
export function onlyFinding(text: string) {
  const findings = findingsIn(text);
  const [finding] = findings;
  if (!finding || findings.length > 1)
    throw new Error(`expected one finding, got ${JSON.stringify(findings, null, 1)}`);
  return { ...finding, text: text.split('\n')[finding.line - 1]?.trim() };
}

/** What `decide` answers to a finding's witness. */
export function verdictOn(text: string, { witness }: { witness?: { today: string; now?: string; facts: object } }) {
  if (!witness) throw new Error('there is no witness');
  const { policy } = examinePolicy(text, 'lamps.yaml');
  return decide(policy, { ...witness.facts }, witness);
}

/** The decision on a finding's witness; fails if it is none. */
export function decisionOn(text: string, finding: Parameters<typeof verdictOn>[1]): Decision {
  const verdict = verdictOn(text, finding);
  if (verdict.kind !== 'decision') throw new Error(JSON.stringify(verdict));
  return verdict.decision;
}

const parts = {
  head: `id: lamp-shop
version: '2026-11-01'
name: Lamp Shop
language: en
timeZone: Europe/Berlin
theme: { accent: '#0b5c8f' }
greeting: Hello!
statutoryNote: Your statutory rights are not affected.`,
  languages: '',
  facts: `facts:
  reason:
    type: choice
    label: Reason
    question: What is the matter?
    values:
      broken: { title: Broken, likelihood: 50 }
      unwanted: { title: Unwanted, likelihood: 40 }
      other: { title: Other, likelihood: 10 }
  lit:
    type: yes-no
    label: Lit
    applies: { reason: unwanted }
    question: Was it ever lit?
    unknown: true
    likelihood: { true: 30, false: 60, unknown: 10 }
  receivedOn:
    type: date
    label: Received on
    question: When did you receive it?`,
  moreFacts: '',
  derived: `derived:
  returnWindow:
    label: Return window
    from: receivedOn
    length: { days: 14 }
    within: open
    after: closed
    likelihood: { open: 50, closed: 45, unknown: 5 }`,
  moreDerived: '',
  impossible: '',
  clauses: `clauses:
  window:
    section: One
    title: Fourteen days
    text: A lamp may come back within 14 days.
    examples:
      in:
        - { facts: { reason: broken, receivedOn: '2026-11-07' }, today: '2026-11-21', gives: { resolution: return } }
      out:
        - { facts: { reason: other }, gives: { resolution: human-review } }
  unlit:
    section: Two
    title: Unlit
    text: A lamp that was lit stays.
    examples:
      in:
        - { facts: { reason: unwanted, lit: true, receivedOn: '2026-11-07' }, today: '2026-11-21', gives: { resolution: not-eligible } }
      out:
        - { facts: { reason: unwanted, lit: false, receivedOn: '2026-11-07' }, today: '2026-11-21' }`,
  moreClauses: '',
  decisions: `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: lit, when: { lit: true }, resolution: not-eligible, clauses: [unlit] }
  - { id: in-doubt, when: { lit: unknown }, resolution: human-review, clauses: [unlit] }
  - { id: in-time, when: { returnWindow: open }, resolution: return, clauses: [window] }`,
  lastDecision: '  - { id: too-late, resolution: not-eligible, clauses: [window] }',
  source: `source:
  title: Lamps
  sentences:
    - { at: '1', clauses: [window] }
    - { at: '2', clauses: [unlit] }`,
  moreSource: '',
};
