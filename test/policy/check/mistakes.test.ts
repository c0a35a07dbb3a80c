import { describe, expect, it } from 'vitest';
import { inFolder } from '../written.ts';
import { found } from './changed-lamps.ts';
import { decisionOn, findingsIn, lampShop } from './small.ts';

const unknownDay = `    question: When did you receive it?
    unknown: true`;
const decisions = (inTime: string) => `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: lit, when: { lit: true }, resolution: not-eligible, clauses: [unlit] }
  - { id: in-doubt, when: { lit: unknown }, resolution: human-review, clauses: [unlit] }
  ${inTime}`;

describe('unknown is no yes', () => {
  const known: [string, string] = ['    question: When did you receive it?', unknownDay];

  it('a grant with a deadline that nobody knows is an error, with a customer who gets it', () => {
    const inTime =
      '- { id: in-time, when: { not: { returnWindow: closed } }, resolution: return, clauses: [window], deadline: returnWindow }';
    const [finding, ...others] = found({ decisions: decisions(inTime) }, known);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      code: 'unknown-granted',
      path: 'decisions[3].deadline',
      text: inTime,
    });
    expect(finding?.message).toBe(
      '"in-time" grants a return while "returnWindow" is not known, without a deadline; add a row for returnWindow: unknown above it',
    );
    expect(finding?.witness?.facts).toMatchObject({ receivedOn: 'unknown' });
    expect(finding && decisionOn(finding.changed, finding)).toMatchObject({ resolution: 'return' });
  });

  it('a grant without a deadline to who does not know is a warning, where another answer is refused', () => {
    const inTime = '- { id: in-time, when: { not: { returnWindow: closed } }, resolution: return, clauses: [window] }';
    expect(found({ decisions: decisions(inTime) }, known)).toMatchObject([
      {
        severity: 'warning',
        code: 'unknown-granted',
        path: 'decisions[3]',
        witness: { facts: { receivedOn: 'unknown' } },
      },
    ]);
  });

  it('and is meant where the row names it', () => {
    const inTime = '- { id: in-time, when: { returnWindow: [open, unknown] }, resolution: return, clauses: [window] }';
    expect(found({ decisions: decisions(inTime) }, known)).toEqual([]);
  });

  it('nor is it a no: a refusal of who does not know is a warning, where another answer is granted', () => {
    const inTime = '- { id: in-time, when: { returnWindow: open }, resolution: return, clauses: [window] }';
    expect(found({ decisions: decisions(inTime) }, known)).toMatchObject([
      { severity: 'warning', code: 'unknown-refused', witness: { facts: { receivedOn: 'unknown' } } },
    ]);
  });

  describe('one date that starts two periods is not known to both at once', () => {
    const twoPeriods = `derived:
  returnWindow:
    label: Return window
    from: receivedOn
    length: { days: 14 }
    within: open
    after: closed
    likelihood: { open: 50, closed: 45, unknown: 5 }
  goodwill:
    label: Goodwill
    from: receivedOn
    length: { days: 30 }
    within: early
    after: late
    likelihood: { early: 60, late: 35, unknown: 5 }`;

    it('so who gets a return without knowing the day, which others are refused for, is found', () => {
      const rows = `- { id: early, when: { returnWindow: open, goodwill: early }, resolution: return, clauses: [window] }
  - { id: late, when: { returnWindow: closed, goodwill: late }, resolution: not-eligible, clauses: [window] }`;
      const lastDecision = '  - { id: all-others, resolution: return, clauses: [window] }';
      const [finding, ...others] = found({ derived: twoPeriods, decisions: decisions(rows), lastDecision }, known);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({
        severity: 'warning',
        code: 'unknown-granted',
        path: 'decisions[5]',
        witness: { facts: { receivedOn: 'unknown' } },
      });
      expect(finding?.message).toBe(
        '"all-others" grants a return to who does not know "receivedOn", though another answer would be refused; add a row for returnWindow: unknown or goodwill: unknown, or name one of them in this one',
      );
    });

    it('so is who is refused it', () => {
      const rows = `- { id: early, when: { returnWindow: open, goodwill: early }, resolution: return, clauses: [window] }
  - { id: fair, when: { returnWindow: closed, goodwill: early }, resolution: return, clauses: [window] }`;
      expect(found({ derived: twoPeriods, decisions: decisions(rows) }, known)).toMatchObject([
        { severity: 'warning', code: 'unknown-refused', witness: { facts: { receivedOn: 'unknown' } } },
      ]);
    });

    it('and it is meant where the row names one of the two', () => {
      const rows = `- { id: early, when: { returnWindow: open, goodwill: early }, resolution: return, clauses: [window] }
  - { id: late, when: { returnWindow: closed, goodwill: late }, resolution: not-eligible, clauses: [window] }
  - { id: unsure, when: { goodwill: unknown }, resolution: return, clauses: [window] }`;
      const lastDecision = '  - { id: all-others, resolution: return, clauses: [window] }';
      expect(found({ derived: twoPeriods, decisions: decisions(rows), lastDecision }, known)).toEqual([]);
    });

    it('nor is anything said where every known day is granted as well', () => {
      const rows =
        '- { id: early, when: { returnWindow: open, goodwill: early }, resolution: return, clauses: [window] }';
      const lastDecision = '  - { id: all-others, resolution: return, clauses: [window] }';
      expect(found({ derived: twoPeriods, decisions: decisions(rows), lastDecision }, known)).toEqual([]);
    });

    it('a length by case starts from one day as well', () => {
      const byCase = `derived:
  returnWindow:
    label: Return window
    from: receivedOn
    length:
      - { when: { reason: broken }, days: 30 }
      - { days: 14 }
    within: open
    after: closed
    likelihood: { open: 50, closed: 45, unknown: 5 }`;
      const rows = '- { id: late, when: { returnWindow: closed }, resolution: not-eligible, clauses: [window] }';
      const lastDecision = '  - { id: all-others, resolution: return, clauses: [window] }';
      expect(found({ derived: byCase, decisions: decisions(rows), lastDecision }, known)).toMatchObject([
        {
          severity: 'warning',
          code: 'unknown-granted',
          path: 'decisions[4]',
          witness: { facts: { receivedOn: 'unknown' } },
          message: expect.stringContaining('does not know "returnWindow"'),
        },
      ]);
    });
  });

  it('a grant after its deadline is an error', () => {
    const inTime =
      '- { id: in-time, when: { reason: broken }, resolution: return, clauses: [window], deadline: returnWindow }';
    const [finding] = found({ decisions: decisions(inTime) });
    expect(finding).toMatchObject({ severity: 'error', code: 'unknown-granted', path: 'decisions[3].deadline' });
    expect(finding?.message).toContain('"in-time" grants a return though "returnWindow" is over');
  });

  it('a grant with a deadline that does not apply is an error', () => {
    const inTime =
      '- { id: in-time, when: { not: { returnWindow: closed } }, resolution: return, clauses: [window], deadline: returnWindow }';
    const [finding] = found({ decisions: decisions(inTime) }, [
      '    from: receivedOn\n',
      '    from: receivedOn\n    applies: { reason: unwanted }\n',
    ]);
    expect(finding?.message).toContain('"returnWindow", which does not apply here');
    expect(finding?.witness?.facts).toMatchObject({ reason: 'broken' });
  });
});

describe('every no names its clause', () => {
  it('a refusal without a clause is an error, with a customer who hears it', () => {
    const [finding] = found({ lastDecision: '  - { id: too-late, resolution: not-eligible }' });
    expect(finding).toMatchObject({ severity: 'error', code: 'unexplained-refusal', path: 'decisions[4]' });
    expect(finding && decisionOn(finding.changed, finding)).toMatchObject({ resolution: 'not-eligible', clauses: [] });
  });

  it('so is one that names a clause to some of those it refuses', () => {
    const lastDecision =
      '  - { id: too-late, resolution: not-eligible, clauses: [{ clause: window, when: { reason: broken } }] }';
    expect(found({ lastDecision })).toMatchObject([
      { code: 'unexplained-refusal', witness: { facts: { reason: 'unwanted' } } },
    ]);
  });

  it('a refusal with a fee, a deadline or a form of refund is an error at its key', () => {
    const lastDecision =
      '  - { id: too-late, resolution: not-eligible, clauses: [window], fee: { percent: 5 }, refundAs: [original] }';
    expect(found({ lastDecision })).toMatchObject([{ path: 'decisions[4].fee' }, { path: 'decisions[4].refundAs' }]);
  });
});

describe('words that stand for two things', () => {
  it.each<[string, [string, string], object]>([
    [
      'two values with one title',
      ['title: Unwanted', 'title: Broken!'],
      { severity: 'error', path: 'facts.reason.values.unwanted.title' },
    ],
    [
      'a synonym that is the title of another',
      ['title: Unwanted,', 'title: Unwanted, synonyms: [no use, broken],'],
      { severity: 'error', path: 'facts.reason.values.unwanted.synonyms[1]' },
    ],
    [
      'a phrase of two values',
      [
        'title: Broken, likelihood: 50 }\n      unwanted: { title: Unwanted,',
        'title: Broken, likelihood: 50, phrases: [no good] }\n      unwanted: { title: Unwanted, phrases: [No  good],',
      ],
      { severity: 'error', path: 'facts.reason.values.unwanted.phrases[0]' },
    ],
    [
      'a phrase for yes and for no',
      [
        '    question: Was it ever lit?',
        '    question: Was it ever lit?\n    phrases: { true: [lit up], false: [lit up] }',
      ],
      { severity: 'error', path: 'facts.lit.phrases.false[0]' },
    ],
    [
      'two facts with one question',
      ['question: Was it ever lit?', 'question: What is the matter?'],
      { severity: 'warning', path: 'facts.lit.question' },
    ],
    [
      'two facts with one label',
      ['label: Received on', 'label: Reason'],
      { severity: 'warning', path: 'facts.receivedOn.label' },
    ],
    [
      'two clauses with one title',
      ['title: Unlit', 'title: Fourteen days'],
      { severity: 'warning', path: 'clauses.unlit.title' },
    ],
  ])('%s', (_, change, finding) => {
    expect(found({}, change)).toMatchObject([{ code: 'same-words', ...finding }]);
  });

  it.each([
    ['Вroken', 'a Cyrillic letter'],
    ['Brοken', 'a Greek letter'],
    ['Ｂｒｏｋｅｎ', 'wide letters'],
  ])('"%s" looks like "Broken" (%s)', (title) => {
    expect(found({}, ['title: Unwanted', `title: ${title}`])).toMatchObject([
      { severity: 'error', code: 'same-words', path: 'facts.reason.values.unwanted.title' },
    ]);
  });

  it('words of another script that look like no Latin ones stay apart', () => {
    const ukrainian: [string, string][] = [
      ['title: Broken', 'title: Зламано'],
      ['title: Unwanted', 'title: Непотрібне'],
    ];
    expect(found({}, ...ukrainian)).toEqual([]);
  });

  it('one question for two facts that never concern one customer is none', () => {
    const moreFacts = `  used:
    type: yes-no
    label: Used
    applies: { reason: broken }
    question: Was it ever lit?
    likelihood: { true: 1, false: 1 }`;
    expect(found({ moreFacts })).toEqual([]);
  });

  it('in a further language they are found in its file', () => {
    const german = `name: Lampenladen
greeting: Hallo!
statutoryNote: Ihre gesetzlichen Rechte bleiben.
facts:
  reason: { label: Grund, question: Was ist los?, values: { broken: { title: Kaputt }, unwanted: { title: Kaputt }, other: { title: Anderes } } }
  lit: { label: Gebrannt, question: Hat sie gebrannt? }
  receivedOn: { label: Erhalten, question: Wann kam sie an? }
derived: { returnWindow: { label: Frist } }
clauses:
  window: { title: Vierzehn Tage, text: Zurück binnen 14 Tagen. }
  unlit: { title: Dunkel, text: Nie angezündet. }
`;
    const text = inFolder(lampShop({ languages: 'languages: [en, de]' }), { 'de.yaml': german });
    expect(findingsIn(text)).toMatchObject([
      { code: 'same-words', file: 'lamps.yaml/de.yaml', line: 5, path: 'facts.reason.values.unwanted.title' },
    ]);
  });
});

describe('values that are hardly meant', () => {
  const fee = (of: string) => `  - { id: too-late, resolution: cancellation, clauses: [window], fee: ${of} }`;
  const choice = (of: string) =>
    `  - { id: too-late, resolution: cancellation, clauses: [window], choose: { money: { title: Money }, credit: { title: Credit, ${of} } } }`;

  it.each<[string, Record<string, string>, [string, string], object]>([
    [
      'a share in the place of a percentage',
      { lastDecision: fee('{ percent: 0.05 }') },
      ['', ''],
      { severity: 'warning', path: 'decisions[4].fee.percent', message: '0.05 means 0.05 % of the price; is 5 meant?' },
    ],
    [
      'the same among several',
      { lastDecision: fee("{ largerOf: [{ percent: 0.1 }, { fixed: { amount: '1.00', currency: EUR } }] }") },
      ['', ''],
      { path: 'decisions[4].fee.largerOf[0].percent' },
    ],
    [
      'a sum that nobody can pay',
      { lastDecision: fee("{ fixed: { amount: '1.999', currency: GBP } }") },
      ['', ''],
      {
        severity: 'error',
        path: 'decisions[4].fee.fixed.amount',
        message: '1.999 GBP cannot be paid: GBP has 2 decimals',
      },
    ],
    [
      'two currencies',
      {
        lastDecision: fee(
          "{ largerOf: [{ fixed: { amount: '1.00', currency: EUR } }, { fixed: { amount: '1.00', currency: USD } }] }",
        ),
      },
      ['', ''],
      { severity: 'warning', path: 'decisions[4].fee.largerOf[1].fixed.currency' },
    ],
    [
      'a share as what an option adds',
      { lastDecision: choice('bonus: { percent: 0.1 }') },
      ['', ''],
      { severity: 'warning', path: 'decisions[4].choose.credit.bonus.percent' },
    ],
    [
      'a sum that nobody can pay as what an option keeps',
      { lastDecision: choice("fee: { fixed: { amount: '1.999', currency: GBP } }") },
      ['', ''],
      { severity: 'error', path: 'decisions[4].choose.credit.fee.fixed.amount' },
    ],
    [
      'a zone of no place',
      {},
      ['timeZone: Europe/Berlin', 'timeZone: CET'],
      { severity: 'error', path: 'timeZone', text: 'timeZone: CET' },
    ],
    [
      'an hour as a zone',
      {},
      ['timeZone: Europe/Berlin', "timeZone: '+02:00'"],
      { severity: 'error', path: 'timeZone' },
    ],
    [
      'a policy in force before it was written',
      {},
      ["version: '2026-11-01'", "version: '2026-11-01'\neffectiveFrom: '2025-11-01'"],
      { severity: 'error', path: 'effectiveFrom' },
    ],
    [
      'values of which none is likely',
      {},
      ['{ true: 30, false: 60, unknown: 10 }', '{ true: 0, false: 0, unknown: 0 }'],
      { severity: 'error', path: 'facts.lit.likelihood' },
    ],
    [
      'a period of which nothing is likely',
      {},
      ['{ open: 50, closed: 45, unknown: 5 }', '{}'],
      { severity: 'error', path: 'derived.returnWindow.likelihood' },
    ],
  ])('%s', (_, sections, change, finding) => {
    expect(found(sections, change)).toMatchObject([{ code: 'odd-value', ...finding }]);
  });

  it('half a percent may be meant, and a place is one', () => {
    expect(found({}, ['timeZone: Europe/Berlin', 'timeZone: UTC'])).toEqual([]);
    expect(found({ lastDecision: fee("{ fixed: { amount: '1000', currency: JPY } }") })).toEqual([]);
  });
});

describe('who is to blame', () => {
  it('for an example that fails: the boundary that would bear it out if it were moved by one', () => {
    const text = lampShop().replace('length: { days: 14 }', 'length: { days: 13 }');
    const [finding] = findingsIn(text, 'failing-example');
    const lines = text.split('\n');
    expect(finding?.suspects?.map(({ line, mend }) => [lines[line - 1]?.trim(), mend])).toEqual([
      ['length: { days: 13 }', 'it would hold if this were one more'],
      [expect.stringContaining('- { facts: { reason: broken'), 'this is what it says'],
    ]);
  });

  it('for an example that fails otherwise: the row that decides', () => {
    const text = lampShop().replace(
      '{ id: lit, when: { lit: true }, resolution: not-eligible',
      '{ id: lit, when: { lit: true }, resolution: human-review',
    );
    expect(findingsIn(text, 'failing-example')[0]?.suspects).toMatchObject([
      { path: 'decisions[1]', mend: '"lit" decides' },
      { path: 'clauses.unlit.examples.in[0].gives.resolution' },
    ]);
  });

  it('for a customer without a decision: the rows that nearly fit, what nobody knows first', () => {
    const text = lampShop({
      decisions: `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: lit, when: { lit: true }, resolution: not-eligible, clauses: [unlit] }
  - { id: unlit, when: { lit: false }, resolution: return, clauses: [unlit] }
  - { id: broken, when: { reason: broken }, resolution: return, clauses: [window] }`,
      lastDecision: '',
    });
    const [gap] = findingsIn(text, 'gap');
    expect(gap?.witness?.facts).toMatchObject({ reason: 'unwanted', lit: 'unknown' });
    expect(gap?.suspects?.map(({ path, mend }) => `${path}: ${mend}`).slice(0, 2)).toEqual([
      'decisions[1]: "lit" decides where lit is true',
      'decisions[2]: "unlit" decides where lit is false',
    ]);
  });
});
