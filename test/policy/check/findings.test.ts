import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { filesOf, joinedText } from '../../../src/policy/format/parts/policy-text.ts';
import { inFolder } from '../written.ts';
import { decisionOn, findingsIn, lampShop, onlyFinding, verdictOn } from './small.ts';

/** Without the clauses' examples, which other mistakes would contradict as well. */
const clauses = `clauses:
  window: { section: One, title: Fourteen days, text: Back within 14 days., examples: { in: [{ facts: { reason: unwanted, lit: false, receivedOn: '2026-11-07' }, today: '2026-11-21' }], out: [{ facts: { reason: other } }] } }
  unlit: { section: Two, title: Unlit, text: Not once lit., examples: { in: [{ facts: { reason: unwanted, lit: true } }], out: [{ facts: { reason: other } }] } }`;

describe('a policy that is in order', () => {
  it('has no findings', () => {
    expect(findingsIn(lampShop())).toEqual([]);
  });
});

describe('customers without a decision', () => {
  const text = lampShop({ lastDecision: '' });

  it('a missing last row leaves those who are late without a decision, and shows one on the first late day', () => {
    const gap = onlyFinding(text);
    expect(gap).toMatchObject({ severity: 'error', code: 'gap', text: 'decisions:' });
    expect(gap.witness).toEqual({ today: '2026-11-21', facts: { reason: 'broken', receivedOn: '2026-11-06' } });
  });

  it('says how many they are', () => {
    // Broken, whatever lit is; and unwanted, not lit.
    expect(onlyFinding(text).message).toContain('4 customers');
  });

  it('decide leaves the witness to a person', () => {
    expect(decisionOn(text, onlyFinding(text))).toMatchObject({ resolution: 'human-review', clauses: [] });
  });
});

describe('rows in conflict', () => {
  it('rows of one rank may overlap where they say the same', () => {
    const lastDecision = `  - { id: too-late, resolution: not-eligible, clauses: [window], rank: 1 }
  - { id: much-too-late, when: { returnWindow: closed, reason: broken }, resolution: not-eligible, clauses: [window], rank: 1 }`;
    expect(findingsIn(lampShop({ lastDecision }), 'conflict')).toEqual([]);
  });

  it('rows of one rank that say different things to one customer are a conflict, shown by that customer', () => {
    const decisions = `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: in-time, when: { returnWindow: open }, rank: 1, resolution: return, clauses: [window] }
  - { id: lit, when: { lit: [true, unknown] }, rank: 1, resolution: not-eligible, clauses: [unlit] }`;
    const text = lampShop({ decisions, clauses });
    const [conflict] = findingsIn(text, 'conflict');
    expect(conflict).toMatchObject({ severity: 'error', path: 'decisions[2]' });
    expect(conflict?.message).toBe('"in-time" and "lit" have the same rank, 1, and decide differently for 2 customers');
    expect(conflict?.witness?.facts).toEqual({ reason: 'unwanted', lit: true, receivedOn: '2026-11-07' });
    expect(decisionOn(text, conflict as NonNullable<typeof conflict>).resolution).toBe('return');
  });

  it('without a rank the order decides, and that is no conflict', () => {
    const decisions = `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: in-time, when: { returnWindow: open }, resolution: return, clauses: [window] }
  - { id: lit, when: { lit: [true, unknown] }, resolution: not-eligible, clauses: [unlit] }`;
    expect(findingsIn(lampShop({ decisions, clauses }), 'conflict')).toEqual([]);
  });

  it('the same conditions, written differently, with another outcome are a conflict', () => {
    const decisions = `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: lit, when: { lit: [true, unknown] }, resolution: not-eligible, clauses: [unlit] }
  - { id: in-doubt, when: { reason: unwanted, not: { lit: false } }, resolution: human-review, clauses: [unlit] }
  - { id: in-time, when: { returnWindow: open }, resolution: return, clauses: [window] }`;
    const finding = onlyFinding(lampShop({ decisions, clauses }));
    expect(finding).toMatchObject({ severity: 'error', code: 'conflict', path: 'decisions[2]' });
    expect(finding.message).toContain('"lit" and "in-doubt" have the same conditions');
    expect(finding.witness?.facts).toMatchObject({ reason: 'unwanted', lit: true });
  });
});

describe('rows and parts of rows that decide nothing', () => {
  it('a row that no legal customer fits is dead; its witness is refused', () => {
    const impossible = 'impossible:\n  - { when: { lit: unknown }, fact: lit, because: everybody knows }';
    const text = lampShop({ impossible });
    const [dead] = findingsIn(text, 'dead-decision');
    expect(dead).toMatchObject({ severity: 'warning', path: 'decisions[2]' });
    expect(verdictOn(text, dead as NonNullable<typeof dead>)).toMatchObject({ error: { code: 'impossible' } });
  });

  it('a row behind others is shadowed, and they are named; the witness goes to one of them', () => {
    const moreSource = '';
    const lastDecision = `  - { id: too-late, resolution: not-eligible, clauses: [window] }
  - { id: broken, when: { reason: broken }, resolution: warranty-repair, clauses: [window] }`;
    const text = lampShop({ lastDecision, moreSource });
    const finding = onlyFinding(text);
    expect(finding).toMatchObject({ severity: 'warning', code: 'shadowed-decision', path: 'decisions[5]' });
    expect(finding.message).toBe('"broken" never decides: "in-time", "too-late" take all its customers before');
    expect(decisionOn(text, finding).resolution).toBe('return');
  });

  it('a citation that never holds where its row decides is dead', () => {
    const lastDecision = `  - id: too-late
    resolution: not-eligible
    clauses: [window]
    terms:
      - { clause: unlit, when: { lit: true } }`;
    const finding = onlyFinding(lampShop({ lastDecision }));
    expect(finding).toMatchObject({ code: 'dead-citation', path: 'decisions[4].terms[0]' });
    expect(finding.text).toBe('- { clause: unlit, when: { lit: true } }');
  });

  it('an alternative that is never offered is dead', () => {
    const lastDecision = `  - id: too-late
    resolution: not-eligible
    clauses: [window]
    alternatives: [{ resolution: warranty-repair, unless: { returnWindow: closed } }]`;
    expect(onlyFinding(lampShop({ lastDecision }))).toMatchObject({ code: 'dead-alternative' });
  });
});

describe('fees and lengths by case', () => {
  it('a fee behind one for everybody is dead', () => {
    const lastDecision = `  - id: too-late
    resolution: cancellation
    clauses: [window]
    fee:
      - { when: { reason: broken }, percent: 3 }
      - { when: { reason: other }, percent: 4 }
      - { percent: 5 }`;
    expect(onlyFinding(lampShop({ lastDecision }))).toMatchObject({
      code: 'dead-fee',
      path: 'decisions[4].fee[1]',
      text: '- { when: { reason: other }, percent: 4 }',
    });
  });

  it('a length for a case that is decided without it is dead', () => {
    const derived = `derived:
  returnWindow:
    label: Return window
    from: receivedOn
    length:
      - { when: { reason: other }, days: 30 }
      - { days: 14 }
    within: open
    after: closed
    likelihood: { open: 50, closed: 45, unknown: 5 }`;
    expect(onlyFinding(lampShop({ derived }))).toMatchObject({
      code: 'dead-length',
      path: 'derived.returnWindow.length[0]',
      text: '- { when: { reason: other }, days: 30 }',
    });
  });
});

describe('periods that share a date', () => {
  const moreDerived =
    '  exchange: { label: Exchange, from: receivedOn, length: { days: 30 }, within: on, after: over, likelihood: { on: 1 } }';

  it('nobody is in the short one and past the long one, so no row is needed for them', () => {
    const lastDecision = `  - { id: exchange, when: { returnWindow: closed, exchange: on }, resolution: warranty-repair, clauses: [window] }
  - { id: late, when: { returnWindow: closed, exchange: over }, resolution: not-eligible, clauses: [window] }`;
    expect(findingsIn(lampShop({ moreDerived, lastDecision }))).toEqual([]);
  });

  it('the loader that the service uses needs no such row either', () => {
    const lastDecision = `  - { id: exchange, when: { returnWindow: closed, exchange: on }, resolution: warranty-repair, clauses: [window] }
  - { id: late, when: { returnWindow: closed, exchange: over }, resolution: not-eligible, clauses: [window] }`;
    expect(() => parsePolicy(lampShop({ moreDerived, lastDecision }), 'lamps.yaml')).not.toThrow();
    expect(() => parsePolicy(lampShop({ lastDecision: '' }), 'lamps.yaml')).toThrow(
      /^lamps.yaml:\d+:1: decisions: no decision for reason: "broken", receivedOn: "2026-10-17"; add a row/,
    );
  });

  it('a row for them is dead', () => {
    const lastDecision = `  - { id: never, when: { returnWindow: open, exchange: over }, resolution: warranty-repair, clauses: [window] }
  - { id: exchange, when: { exchange: on }, resolution: human-review, clauses: [window] }
  - { id: late, resolution: not-eligible, clauses: [window] }`;
    expect(findingsIn(lampShop({ moreDerived, lastDecision }), 'dead-decision')).toMatchObject([
      { path: 'decisions[4]' },
    ]);
  });

  it('a gap among them is shown by the first day that has it', () => {
    const lastDecision = '  - { id: exchange, when: { exchange: on }, resolution: warranty-repair, clauses: [window] }';
    const gap = onlyFinding(lampShop({ moreDerived, lastDecision }));
    expect(gap).toMatchObject({ code: 'gap', witness: { facts: { receivedOn: '2026-10-21' } } });
  });
});

describe('facts and values that never matter', () => {
  it('a fact that no row looks at is dead', () => {
    const moreFacts = `  colour:
    type: choice
    label: Colour
    question: Which colour is it?
    values:
      red: { title: Red, likelihood: 1 }
      blue: { title: Blue, likelihood: 1 }`;
    const finding = onlyFinding(lampShop({ moreFacts }));
    expect(finding).toMatchObject({ code: 'dead-fact', path: 'facts.colour', text: 'colour:' });
  });

  it('a date that no period needs is dead, and so is a period that no row looks at', () => {
    const moreFacts = '  boughtOn: { type: date, label: Bought on, question: When did you buy it? }';
    const moreDerived =
      '  trial: { label: Trial, from: boughtOn, length: { days: 3 }, within: on, after: over, likelihood: { on: 1 } }';
    expect(findingsIn(lampShop({ moreFacts })).map(({ path }) => path)).toEqual(['facts.boughtOn']);
    expect(findingsIn(lampShop({ moreFacts, moreDerived })).map(({ path }) => path)).toEqual([
      'facts.boughtOn',
      'derived.trial',
    ]);
  });

  it('a value that one rule excludes altogether is dead', () => {
    const impossible = 'impossible:\n  - { when: { lit: unknown }, fact: lit, because: everybody knows }';
    const finding = findingsIn(lampShop({ impossible }), 'dead-value')[0];
    expect(finding).toMatchObject({ path: 'facts.lit' });
    expect(finding?.message).toBe('lit "unknown" can never be: impossible[0] excludes it altogether');
  });

  it('a member of a checklist that no row looks at never matters', () => {
    const moreFacts = `  condition:
    type: set
    label: Condition
    question: Does any of this apply?
    values:
      scratched: { title: Scratched, likelihood: 5 }
      dusty: { title: Dusty, likelihood: 5 }`;
    const lastDecision = `  - { id: scratched, when: { condition: scratched }, resolution: human-review, clauses: [window] }
  - { id: too-late, resolution: not-eligible, clauses: [window] }`;
    const text = lampShop({ moreFacts, lastDecision });
    const finding = onlyFinding(text);
    expect(finding).toMatchObject({ code: 'dead-value', path: 'facts.condition.values.dusty' });
    expect(finding.witness?.facts).toMatchObject({ condition: ['dusty'] });
    expect(decisionOn(text, finding).resolution).toBe('return');
  });
});

describe('clauses', () => {
  it('a clause that no decision cites is dead', () => {
    const moreClauses = `  colour: { section: Three, title: Colour, text: Any colour., examples: { in: [], out: [{ facts: { reason: other } }] } }`;
    const text = lampShop({ moreClauses, moreSource: "    - { at: '3', clauses: [colour] }" });
    expect(findingsIn(text).map(({ code, path }) => [code, path])).toEqual([
      ['dead-clause', 'clauses.colour'],
      ['missing-example', 'clauses.colour.examples.in'],
    ]);
  });

  it('a clause without a sentence and a sentence without a clause are uncovered', () => {
    const source = `source:
  title: Lamps
  sentences:
    - { at: '1', clauses: [window] }
    - { at: '2' }`;
    const findings = findingsIn(lampShop({ source }));
    expect(findings).toMatchObject([
      { severity: 'error', code: 'uncovered', path: 'clauses.unlit' },
      { severity: 'error', code: 'uncovered', path: 'source.sentences[1]' },
    ]);
  });
});

describe('rules of what is impossible', () => {
  it('a rule whose conditions never hold together excludes nobody', () => {
    const impossible =
      'impossible:\n  - { when: { reason: broken, lit: true }, fact: lit, because: a broken lamp gives no light }';
    expect(onlyFinding(lampShop({ impossible }))).toMatchObject({
      severity: 'warning',
      code: 'idle-rule',
      path: 'impossible[0]',
    });
  });

  it('a rule within another excludes nobody else', () => {
    const impossible = `impossible:
  - { when: { reason: unwanted, returnWindow: closed }, fact: reason, because: too late }
  - { when: { lit: true, returnWindow: closed }, fact: lit, because: much too late }`;
    const finding = onlyFinding(lampShop({ impossible }));
    expect(finding).toMatchObject({ code: 'idle-rule', path: 'impossible[1]' });
    expect(verdictOn(lampShop({ impossible }), finding)).toMatchObject({ error: { code: 'impossible' } });
  });

  it('rules that together leave nobody with a value contradict each other', () => {
    const impossible = `impossible:
  - { when: { reason: other, returnWindow: closed }, fact: reason, because: too late }
  - { when: { reason: other, returnWindow: open }, fact: reason, because: too early }`;
    const [finding] = findingsIn(lampShop({ impossible }), 'contradicting-rules');
    expect(finding).toMatchObject({ severity: 'error', path: 'impossible[1]' });
    expect(finding?.message).toBe(
      'impossible[0] and impossible[1] contradict each other: together they leave nobody with reason "other"',
    );
  });

  it('rules that exclude everybody leave nobody', () => {
    const impossible = 'impossible:\n  - { when: {}, fact: reason, because: it is closed }';
    expect(findingsIn(lampShop({ impossible }), 'nobody-left')).toMatchObject([{ severity: 'error' }]);
  });
});

describe('wording', () => {
  const promising = lampShop({ languages: 'languages: [en, de]' });

  it('a promised language needs a file of its own', () => {
    expect(onlyFinding(promising)).toMatchObject({
      code: 'missing-wording',
      path: 'languages[1]',
      text: 'languages: [en, de]',
      message: '"de" is promised and has no words; put them into de.yaml beside the rules',
    });
  });

  it('with every sentence in it there is nothing to find', () => {
    expect(findingsIn(inFolder(promising, { 'de.yaml': german }))).toEqual([]);
  });

  it('a sentence that was forgotten is found in the file of the language, where it should stand', () => {
    const forgetful = german
      .replace(', unwanted: { title: Unerwünscht }', '')
      .replace('    text: Zurück', '    # text: Zurück');
    const found = findingsIn(inFolder(promising, { 'de.yaml': forgetful }));
    expect(found).toMatchObject([
      { code: 'missing-wording', path: 'facts.reason.values.unwanted.title', file: 'lamps.yaml/de.yaml', line: 8 },
      { code: 'missing-wording', path: 'clauses.window.text', file: 'lamps.yaml/de.yaml', line: 14 },
    ]);
    const lines = forgetful.split('\n');
    expect(found.map(({ line }) => lines[line - 1]?.trim().split(':')[0])).toEqual(['values', 'window']);
  });

  it('a sentence that belongs to nothing, or that the first language lacks, is found where it stands', () => {
    const talkative = german
      .replace('    label: Grund\n', '    label: Grund\n    help: Bitte wählen.\n')
      .replace('  unlit:', '  unlit-lamps: { title: Dunkel }\n  unlit:');
    const found = findingsIn(inFolder(promising, { 'de.yaml': talkative }));
    expect(found).toMatchObject([
      { code: 'surplus-wording', path: 'facts.reason.help', file: 'lamps.yaml/de.yaml' },
      { code: 'surplus-wording', path: 'clauses.unlit-lamps.title', file: 'lamps.yaml/de.yaml' },
    ]);
    const lines = talkative.split('\n');
    expect(found.map(({ line, column }) => lines[line - 1]?.slice(column - 1))).toEqual([
      'help: Bitte wählen.',
      'title: Dunkel }',
    ]);
  });

  it('a language that nobody promised is found', () => {
    expect(findingsIn(inFolder(lampShop(), { 'de.yaml': german }))).toMatchObject([
      {
        code: 'surplus-wording',
        ...{ path: '', file: 'lamps.yaml/de.yaml', line: 1 },
        message: '"de" has words and is not promised; add de to languages, or remove the file',
      },
    ]);
  });
});

describe('examples', () => {
  const clause = (examples: string) =>
    lampShop({ moreClauses: '', clauses: clauses.replace(/(unlit: .*examples: ).*/, `$1${examples} }`) });
  const out = 'out: [{ facts: { reason: other } }]';

  it('a clause needs one on either side', () => {
    expect(onlyFinding(clause('{ in: [{ facts: { reason: unwanted, lit: true } }] }'))).toMatchObject({
      code: 'missing-example',
      path: 'clauses.unlit.examples.out',
    });
  });

  it.each([
    [
      'cites another clause',
      `{ facts: { reason: broken, receivedOn: '2026-11-07' }, today: '2026-11-21' }`,
      'does not cite',
    ],
    [
      'decides something else',
      '{ facts: { reason: unwanted, lit: true }, gives: { resolution: return } }',
      'resolution is "not-eligible", not "return"',
    ],
    ['is not complete', '{ facts: { reason: unwanted } }', 'decide nothing yet; missing lit, receivedOn'],
    ['is refused', '{ facts: { reason: unwanted, lit: perhaps } }', 'refused: lit must be'],
  ])('one that %s fails', (_, example, message) => {
    const finding = onlyFinding(clause(`{ in: [${example}], ${out} }`));
    expect(finding).toMatchObject({ severity: 'error', code: 'failing-example', path: 'clauses.unlit.examples.in[0]' });
    expect(finding.message).toContain(message);
  });
});

describe('a customer whom several clauses show', () => {
  const customers = (gives: string) => `customers:
  lit-and-late: { facts: { reason: unwanted, lit: true }, today: 2026-11-21, gives: { resolution: ${gives} } }
  undecided: { facts: { reason: other } }
clauses:
  window: { in: [{ facts: { reason: broken, receivedOn: 2026-11-07 }, today: 2026-11-21 }], out: [lit-and-late] }
  unlit: { in: [lit-and-late], out: [undecided] }
`;
  const findings = (gives: string, change = (examples: string) => examples) => {
    const files = new Map(filesOf(inFolder(lampShop())));
    return findingsIn(joinedText(files.set('examples.yaml', change(customers(gives)))));
  };

  it('is in order where each clause bears it out', () => {
    expect(findings('not-eligible')).toEqual([]);
  });

  it('fails once, at its own line, with the clauses that show it', () => {
    expect(findings('return')).toMatchObject([
      {
        ...{ code: 'failing-example', file: 'lamps.yaml/examples.yaml', line: 2, path: 'customers.lit-and-late' },
        message: '"lit-and-late", shown by window, unlit: resolution is "not-eligible", not "return"',
        witness: { today: '2026-11-21', facts: { reason: 'unwanted', lit: true } },
      },
    ]);
  });

  it('fails for the one clause that it does not show', () => {
    const swapped = (examples: string) => examples.replace('in: [lit-and-late], out: [undecided]', 'in: [undecided]');
    expect(findings('not-eligible', swapped)).toMatchObject([
      {
        ...{ code: 'failing-example', line: 3, path: 'customers.undecided' },
        message: '"undecided", shown by unlit: the decision, human-review, does not cite "unlit"',
      },
      { code: 'missing-example', path: 'clauses.unlit.examples.out' },
    ]);
  });

  it('and one that stands beside its clause fails there', () => {
    const late = (examples: string) => examples.replace('reason: broken, receivedOn: 2026-11-07', 'reason: other');
    expect(findings('not-eligible', late)).toMatchObject([
      { code: 'failing-example', line: 5, path: 'clauses.window.examples.in[0]' },
    ]);
  });
});

describe('hours', () => {
  const facts = `facts:
  reason:
    type: choice
    label: Reason
    question: What is the matter?
    values:
      broken: { title: Broken, likelihood: 50 }
      other: { title: Other, likelihood: 10 }
  receivedOn: { type: instant, label: Received, question: When did you receive it? }`;
  const derived = `derived:
  report: { label: Report, from: receivedOn, length: { hours: 48 }, within: open, after: closed, likelihood: { open: 1, closed: 1 } }`;
  const decisions = (last: string) => `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: in-time, when: { report: open }, resolution: return, clauses: [window] }${last}`;
  const hourly = (out: string) => `clauses:
  window: { section: One, title: Two days, text: Within 48 hours., examples: { in: [{ facts: { reason: broken, receivedOn: '2026-11-19T12:00:00Z' }, now: '2026-11-21T12:00:00Z' }], out: [${out}] } }`;
  const source = "source: { title: Lamps, sentences: [{ at: '1', clauses: [window] }] }";
  const late = "{ facts: { reason: broken, receivedOn: '2026-11-19T12:00:00Z' }, now: '2026-11-21T12:00:01Z' }";
  const parts = { facts, derived, source, lastDecision: '' };

  it('an example plays at an instant, on either side of the last second', () => {
    const last = '\n  - { id: late, resolution: human-review }';
    expect(findingsIn(lampShop({ ...parts, decisions: decisions(last), clauses: hourly(late) }))).toEqual([]);
  });

  it('a gap after the last second is shown one second late, with the instant to decide at', () => {
    const last = '\n  - { id: in-doubt, when: { report: unknown }, resolution: human-review }';
    const other = '{ facts: { reason: other } }';
    const text = lampShop({ ...parts, decisions: decisions(last), clauses: hourly(other) });
    const [gap] = findingsIn(text, 'gap');
    expect(gap?.witness).toEqual({
      today: '2026-11-21',
      now: '2026-11-21T12:00:00Z',
      facts: { reason: 'broken', receivedOn: '2026-11-19T11:59:59Z' },
    });
    expect(decisionOn(text, gap as NonNullable<typeof gap>)).toMatchObject({ clauses: [] });
  });
});

describe('a file that cannot be compiled', () => {
  it('has its mistakes as findings, with their lines', () => {
    const text = lampShop({ lastDecision: '  - { id: too-late, resolution: maybe }' });
    expect(onlyFinding(text)).toMatchObject({
      severity: 'error',
      code: 'invalid',
      text: '- { id: too-late, resolution: maybe }',
    });
  });
});

/** The lamp shop's words in German. */
const german = `name: Lampenladen
greeting: Hallo!
statutoryNote: Ihre gesetzlichen Rechte bleiben unberührt.
facts:
  reason:
    label: Grund
    question: Was ist los?
    values: { broken: { title: Kaputt }, unwanted: { title: Unerwünscht }, other: { title: Anderes } }
  lit: { label: Gebrannt, question: Hat sie gebrannt? }
  receivedOn: { label: Erhalten, question: Wann kam sie an? }
derived:
  returnWindow: { label: Rückgabefrist }
clauses:
  window:
    title: Vierzehn Tage
    text: Zurück binnen 14 Tagen.
  unlit: { title: Dunkel, text: Eine Lampe, die gebrannt hat, bleibt. }
`.replace('Eine Lampe, die gebrannt hat, bleibt.', '"Eine Lampe, die gebrannt hat, bleibt."');
