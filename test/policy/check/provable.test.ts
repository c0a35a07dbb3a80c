import { describe, expect, it } from 'vitest';
import { found } from './changed-lamps.ts';

describe('what is listed twice', () => {
  it.each<[string, Record<string, string>, [string, string], object]>([
    [
      'a clause of a row',
      { lastDecision: '  - { id: too-late, resolution: not-eligible, clauses: [window, unlit, window] }' },
      ['', ''],
      { path: 'decisions[4].clauses[2]', message: '"window" stands here twice; leave one of the two' },
    ],
    [
      'a clause with a condition beside the same without one',
      {
        lastDecision:
          '  - { id: too-late, resolution: not-eligible, clauses: [{ clause: window, when: { reason: broken } }, window] }',
      },
      ['', ''],
      {
        path: 'decisions[4].clauses[0]',
        message: '"window" stands here without a condition as well, so this one does nothing',
      },
    ],
    [
      'a term of an option',
      {
        lastDecision:
          '  - { id: too-late, resolution: cancellation, choose: { money: { title: Money, terms: [window, window] }, credit: { title: Credit } } }',
      },
      ['', ''],
      { path: 'decisions[4].choose.money.terms[1]' },
    ],
    [
      'a form of refund',
      {
        lastDecision:
          '  - { id: too-late, resolution: cancellation, clauses: [window], refundAs: [original, original] }',
      },
      ['', ''],
      { path: 'decisions[4].refundAs[1]' },
    ],
    [
      'a clause of a sentence',
      {},
      ["at: '1', clauses: [window]", "at: '1', clauses: [window, window]"],
      { path: 'source.sentences[0].clauses[1]' },
    ],
    [
      'a question of the opening',
      { moreSource: 'opening: [reason, lit, reason]' },
      ['', ''],
      { path: 'opening', message: '"reason" stands here twice; leave one of the two' },
    ],
    ['a holiday', { moreSource: "holidays: ['12-25', '12-25']" }, ['', ''], { path: 'holidays[1]' }],
  ])('%s', (_, sections, change, finding) => {
    const findings = found(sections, change).filter(({ code }) => code === 'listed-twice');
    expect(findings).toMatchObject([{ severity: 'warning', ...finding }]);
  });

  it('one clause under two conditions is named once for each, and that is meant', () => {
    const lastDecision =
      '  - { id: too-late, resolution: not-eligible, clauses: [unlit, { clause: window, when: { reason: broken } }, { clause: window, when: { lit: false } }] }';
    expect(found({ lastDecision })).toEqual([]);
  });
});

describe('a step that leaves no time for what follows it', () => {
  const stepped = (steps: string) => `derived:
  returnWindow:
    label: Return window
    from: receivedOn
    length: { days: 14 }
    steps:
      ${steps}
    within: open
    after: closed
    likelihood: { open: 50, closed: 45, unknown: 5 }`;
  const deadValues = (steps: string) =>
    found({ derived: stepped(steps) }).filter(({ code, path }) => code === 'dead-value' && path.startsWith('derived'));

  it('is found at its own line, where the period is no longer than it', () => {
    expect(deadValues('- { value: early, days: 14 }')).toMatchObject([
      {
        path: 'derived.returnWindow.steps[0]',
        text: '- { value: early, days: 14 }',
        message: '"early" lasts as long as the whole period, or longer, so that returnWindow is never "open"',
      },
    ]);
  });

  it('or where the next step is not', () => {
    expect(deadValues('- { value: first, days: 7 }\n      - { value: second, days: 5 }')).toMatchObject([
      {
        path: 'derived.returnWindow.steps[0]',
        message: '"first" lasts as long as the next step, or longer, so that returnWindow is never "second"',
      },
    ]);
  });

  it('a day less is in order', () => {
    expect(deadValues('- { value: early, days: 13 }')).toEqual([]);
  });
});

describe('ranges of a likelihood', () => {
  const hours = (likelihood: string) => ({
    moreFacts: `  hours:
    type: number
    label: Hours
    applies: { reason: unwanted }
    question: For how many hours was it lit?
    likelihood: ${likelihood}`,
    lastDecision: `  - { id: long, when: { hours: { over: 10 } }, resolution: not-eligible, clauses: [unlit] }
  - { id: too-late, resolution: not-eligible, clauses: [window] }`,
  });

  it('that overlap give some numbers two weights', () => {
    const findings = found(hours('[{ under: 10, weight: 70 }, { from: 5, to: 20, weight: 30 }]'));
    expect(findings.filter(({ code }) => code === 'odd-value')).toMatchObject([
      {
        severity: 'warning',
        path: 'facts.hours.likelihood[1]',
        message: '5 to 9 have a weight in likelihood[0] already; let each range begin where the one before ends',
      },
    ]);
  });

  it('that share their end, too', () => {
    const findings = found(hours('[{ to: 10, weight: 70 }, { from: 10, weight: 30 }]'));
    expect(findings.filter(({ code }) => code === 'odd-value')).toMatchObject([
      { message: '10 has a weight in likelihood[0] already; let each range begin where the one before ends' },
    ]);
  });

  it('that only meet are in order', () => {
    const findings = found(hours('[{ to: 10, weight: 70 }, { over: 10, weight: 30 }]'));
    expect(findings.filter(({ code }) => code === 'odd-value')).toEqual([]);
  });
});

describe('a refund that cannot be meant', () => {
  const price: [string, string] = [
    '  receivedOn:',
    '  price: { type: money, label: Price, fromOrder: item.price }\n  receivedOn:',
  ];
  const refund = (of: string) => `  - { id: too-late, resolution: cancellation, clauses: [window], refund: ${of} }`;
  const sum = (amount: string) => `{ amount: '${amount}', currency: EUR }`;
  const oddIn = (of: string) => found({ lastDecision: refund(of) }, price).filter(({ code }) => code === 'odd-value');

  it.each<[string, string, object]>([
    [
      'is at least more than it is at most',
      `{ parts: [{ part: price }], atLeast: ${sum('600')}, atMost: ${sum('500')} }`,
      {
        severity: 'error',
        path: 'decisions[4].refund.atLeast',
        message: 'at least 600 is more than at most 500; nobody can be paid both',
      },
    ],
    [
      'has a part that is so',
      `{ parts: [{ part: price, atLeast: ${sum('9.50')}, atMost: ${sum('9.00')} }] }`,
      { severity: 'error', path: 'decisions[4].refund.parts[0].atLeast' },
    ],
    [
      'pays back more than the price',
      '{ parts: [{ part: price, percent: 115 }] }',
      {
        severity: 'error',
        path: 'decisions[4].refund.parts[0].percent',
        message: '115 % is more than all of it; at most 100 can be paid back, and a bonus is a part of its own',
      },
    ],
    [
      'keeps more than the price',
      '{ parts: [{ part: price }, { part: fee, percent: 850 }] }',
      {
        severity: 'error',
        path: 'decisions[4].refund.parts[1].percent',
        message: '850 % is more than all of it; at most 100 can be kept',
      },
    ],
    [
      'pays back a share where a percentage is meant',
      '{ parts: [{ part: price, percent: 0.85 }] }',
      { severity: 'warning', path: 'decisions[4].refund.parts[0].percent' },
    ],
    [
      'is a sum that nobody can pay',
      `{ parts: [{ part: price }], atMost: ${sum('500.001')} }`,
      { severity: 'error', path: 'decisions[4].refund.atMost.amount' },
    ],
    [
      'has a bonus above the price',
      '{ parts: [{ part: price }, { part: bonus, percent: 1000 }] }',
      {
        severity: 'warning',
        path: 'decisions[4].refund.parts[1].percent',
        message: '1000 % of the price is a bonus of more than the price itself; is 10 meant?',
      },
    ],
  ])('%s', (_, of, finding) => {
    expect(oddIn(of)).toMatchObject([finding]);
  });

  it.each([
    `{ parts: [{ part: price }], atLeast: ${sum('5.00')}, atMost: ${sum('5')} }`,
    '{ parts: [{ part: price, percent: 100 }, { part: bonus, percent: 100 }] }',
  ])('%s is in order', (of) => {
    expect(oddIn(of)).toEqual([]);
  });

  it('a bonus of an option above the price is hardly meant, either', () => {
    const lastDecision =
      '  - { id: too-late, resolution: cancellation, clauses: [window], choose: { money: { title: Money }, credit: { title: Credit, bonus: { percent: 1000 } } } }';
    expect(found({ lastDecision })).toMatchObject([
      { severity: 'warning', code: 'odd-value', path: 'decisions[4].choose.credit.bonus.percent' },
    ]);
  });
});

describe('options that customers cannot tell apart', () => {
  const options = (of: string) => ({
    lastDecision: `  - { id: too-late, resolution: cancellation, clauses: [window], choose: ${of} }`,
  });

  it.each<[string, string, string]>([
    ['one title in capitals', '{ credit: { title: Voucher }, card: { title: voucher } }', 'card.title'],
    [
      'a synonym that is the title of another',
      '{ credit: { title: Voucher }, card: { title: Gift card, synonyms: [card, "Voucher!"] } }',
      'card.synonyms[1]',
    ],
  ])('%s', (_, of, at) => {
    expect(found(options(of))).toMatchObject([
      { severity: 'error', code: 'same-words', path: `decisions[4].choose.${at}` },
    ]);
  });

  it('two of which each customer is offered one alone are in order', () => {
    const of =
      '{ money: { title: Money }, credit: { title: Voucher, when: { reason: broken } }, card: { title: Voucher, when: { reason: unwanted } } }';
    expect(found(options(of))).toEqual([]);
  });

  it('nor can they two answers of a form', () => {
    const moreSource = `formFields:
  pickup: { type: choice, label: Pick-up, values: { morning: { title: Early }, noon: { title: early } } }`;
    expect(found({ moreSource }).filter(({ code }) => code === 'same-words')).toMatchObject([
      { severity: 'error', path: 'formFields.pickup.values.noon.title' },
    ]);
  });
});

describe('a slip of the pen is told in an owner’s words', () => {
  const ahead = (steps: string) => ({
    derived: `derived:
  returnWindow:
    label: Return window
    until: receivedOn
    steps: ${steps}
    within: open
    after: closed
    likelihood: { open: 50, closed: 45, unknown: 5 }`,
  });
  const behind = (steps: string) => ({
    derived: ahead(steps).derived.replace('until: receivedOn', 'from: receivedOn\n    length: { days: 14 }'),
  });

  it.each<[string, Record<string, string>, [string, string], object[]]>([
    ['an empty text', {}, ['greeting: Hello!', 'greeting: ""'], [{ path: 'greeting', message: 'expected some text' }]],
    [
      'a text of nothing but spaces',
      {},
      ['title: Fourteen days', 'title: "  "'],
      [{ path: 'clauses.window.title', message: 'expected some text' }],
    ],
    [
      'an empty phrase, which is one mistake',
      {},
      ['    question: Was it ever lit?', '    phrases: { true: [""], false: [dark] }\n    question: Was it ever lit?'],
      [{ path: 'facts.lit.phrases.true[0]', message: 'expected some text' }],
    ],
    [
      'days after a day where they are counted before it',
      ahead('[{ value: early, days: 3 }]'),
      ['', ''],
      [{ path: 'derived.returnWindow.steps[0].days', message: 'expected daysBefore in the place of days' }],
    ],
    [
      'days in a step that counts them before the day already',
      ahead('[{ value: early, days: 3, daysBefore: 4 }]'),
      ['', ''],
      [{ path: 'derived.returnWindow.steps[0].days', message: '"days" does not go with value, daysBefore' }],
    ],
    [
      'days before a day where they are counted after it',
      behind('[{ value: early, daysBefore: 3 }]'),
      ['', ''],
      [
        {
          path: 'derived.returnWindow.steps[0].daysBefore',
          message: 'expected one of hours, days, months, workingDays in the place of daysBefore',
        },
      ],
    ],
  ])('%s', (_, sections, change, problems) => {
    const findings = found(sections, change);
    expect(findings.map(({ code }) => code)).toEqual(problems.map(() => 'invalid'));
    expect(findings).toMatchObject(problems);
  });
});
