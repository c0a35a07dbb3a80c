import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readStatement, type Statement } from '../../../src/language/statement/statement.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';

const equipment = lexiconOf(fixturePolicy('tool-shop').file);
const fourteen = lexiconOf(fixturePolicy('fortnight-shop').file);
const outdoor = lexiconOf(fixturePolicy('trail-shop').file);
const today = '2026-11-21';

function read(text: string, lexicon = equipment, open?: string): Statement {
  return readStatement(lexicon, text, { today, open });
}

function factsOf(text: string, lexicon = equipment, open?: string): Record<string, unknown> {
  return Object.fromEntries(read(text, lexicon, open).facts.map(({ fact, value }) => [fact, value]));
}

function conditionOf(text: string, lexicon = equipment) {
  const { mentioned, denied } = read(text, lexicon);
  return { mentioned: mentioned.map(({ value }) => value), denied: denied.map(({ value }) => value) };
}

describe('an opening message tells several facts at once', () => {
  test('the one of the task: reason, product, delivery, price and box', () => {
    const text = 'laptop stopped turning on two weeks after I got it, still have the box, paid full price';
    expect(factsOf(text)).toEqual({ reason: 'not-working', goods: 'device', delivery: 'received', discounted: false });
    expect(conditionOf(text)).toEqual({ mentioned: [], denied: ['packaging-missing-or-damaged'] });
  });

  test('each with the words that say it, cut from the message', () => {
    const text = 'My SCANNER is faulty, bought on 3 May 2026.';
    const { facts } = read(text);
    expect(facts.map(({ evidence }) => evidence)).toEqual(['faulty', 'SCANNER', 'bought on 3 May 2026']);
  });

  test('typing mistakes do not hide them', () => {
    expect(factsOf('my scaner is brokken, i recieved it yesterday')).toMatchObject({
      reason: 'not-working',
      goods: 'device',
      delivery: 'received',
    });
  });

  test('a message about none of them gives none', () => {
    const empty = {
      facts: [],
      mentioned: [],
      denied: [],
      deniedValues: [],
      contested: [],
      isWholeSet: [],
      details: {},
      isAboutSeveral: false,
      dropped: [],
      stated: [],
      asides: [],
      orderNumbers: [],
      detailSpans: [],
    };
    for (const text of ['hello there, what are your opening hours?', ''])
      expect(read(text)).toEqual({ ...empty, withoutDetails: text });
  });
});

describe('polarity is kept', () => {
  test('what has not yet come has not come', () => {
    expect(factsOf('I have not yet received it')).not.toHaveProperty('delivery');
    expect(factsOf('not yet received', equipment, 'delivery')).not.toHaveProperty('delivery');
    expect(factsOf('it is old, yet I received it')).toMatchObject({ delivery: 'received' });
  });

  test.each([
    ['it isn\u2019t working', { reason: 'not-working' }],
    ['it is not broken', {}],
    ['it is working', {}],
    ['nothing is broken', {}],
    ['I don\u2019t think it is broken', {}],
    ['none of them ever quite worked properly', {}],
    ['no, it is broken', { reason: 'not-working' }],
    ['it has not been shipped yet', { delivery: 'not-shipped' }],
    ['it was not on sale', { discounted: false }],
    ['it was on sale', { discounted: true }],
    ['they said it was on sale but it wasn\u2019t', {}],
    ['it is being delivered today', { delivery: 'in-transit' }],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });

  test.each([
    ['no liquid, seals are intact, but I did open it', ['third-party-repair'], ['foreign-matter', 'markings-missing']],
    ['it has never been dropped', [], ['user-damage']],
    ['not dropped and no water damage', [], ['user-damage', 'foreign-matter']],
    ['I never spilled anything on it', [], ['foreign-matter']],
    ['I dropped it', ['user-damage'], []],
    ['barely visible marks of wear and tear', [], []],
  ])('of the condition: %s', (text, mentioned, denied) => {
    const condition = conditionOf(text, fourteen);
    expect(condition.mentioned.sort()).toEqual(mentioned.sort());
    expect(condition.denied.sort()).toEqual(denied.sort());
  });

  test('what was not noticed is not denied', () => {
    expect(conditionOf('I did not notice that the seal was broken').denied).toEqual([]);
  });

  test('what is said to be so and not to be so is neither', () => {
    expect(conditionOf('it has scratches. It has no scratches.')).toEqual({ mentioned: [], denied: [] });
  });

  test('a broken seal is no broken device', () => {
    expect(factsOf('the seal is broken')).toEqual({});
    expect(conditionOf('the seal is broken').mentioned).toEqual(['seal-damaged']);
  });
});

describe('what is no statement is no fact', () => {
  test.each([
    'Can I return an opened scanner?',
    'What if it breaks?',
    'if it does not work, can I send it back?',
    'has my parcel arrived yet',
    'It used to crash',
    'my last one broke after a year',
    'the previous one was broken',
    'hers was broken, too',
    'my sister\u2019s laptop stopped working',
    'it might be broken',
    'how long is the warranty',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ facts: [], mentioned: [], denied: [] });
  });

  test.each(['does broken seal matter', 'are scratches covered', 'can scratched devices be returned'])(
    'nor is a question that only its end shows to be one: "%s"',
    (text) => expect(conditionOf(text).mentioned).toEqual([]),
  );

  test('who asks for time tells of no fault', () => {
    expect(factsOf('hang on a second')).toEqual({});
    expect(factsOf('sure, hang on')).toEqual({});
    expect(factsOf('it hangs on startup')).toMatchObject({ reason: 'not-working' });
  });

  test('what a question takes for granted is heard softly', () => {
    expect(read('How do I return my broken scanner?').facts).toMatchObject([
      { fact: 'reason', value: 'not-working', confidence: 'low' },
      { fact: 'goods', value: 'device', confidence: 'low' },
    ]);
  });

  test('what somebody else thinks is proposed at most', () => {
    expect(read('my wife thinks it is broken').facts).toMatchObject([{ value: 'not-working', confidence: 'low' }]);
  });

  test('what was dropped, and why, is told apart from what was stated', () => {
    expect(read('my last one broke after a year').dropped).toMatchObject([{ value: 'not-working', mood: 'aside' }]);
    expect(read('can I return it if the seal is broken').dropped).toMatchObject([{ value: 'seal-damaged' }]);
    expect(read('the seal is broken').dropped).toEqual([]);
  });

  test.each([
    'I received your e-mail yesterday',
    'I have only received an automated response so far',
    'got a very unfriendly reply from your team',
    'your website does not work',
    'the return form isn\u2019t loading, the link is broken',
    'I changed my mind about returning it',
  ])('nor of the item: %s', (text) => {
    expect(factsOf(text)).toEqual({});
  });
});

describe('dates go to what happened on them', () => {
  test.each([
    [
      'bought 5 May, delivered 9 May, broke yesterday',
      { delivery: 'received', reason: 'not-working', receivedOn: '2026-05-09' },
    ],
    ['On 9 May it arrived.', { delivery: 'received', receivedOn: '2026-05-09' }],
    ['received it on 2 October, no wait, 12 October', { delivery: 'received', receivedOn: '2026-10-12' }],
    ['it arrived, and stopped working in May', { delivery: 'received', reason: 'not-working' }],
    ['I do not know when it arrived', { delivery: 'received', receivedOn: 'unknown' }],
    ['I called you on 3 May', {}],
    [
      'On 2 November it arrived and on 4 November it died',
      { delivery: 'received', reason: 'not-working', receivedOn: '2026-11-02' },
    ],
    ['It arrived and yesterday it broke', { delivery: 'received', reason: 'not-working' }],
  ])('%s', (text, facts) => {
    expect(factsOf(text, fourteen)).toEqual(facts);
  });

  test('a month is a range, and so is a day told roughly', () => {
    expect(read('bought in March').facts).toMatchObject([
      { value: '2026-03-01', range: { from: '2026-03-01', to: '2026-03-31' } },
    ]);
    expect(read('bought around 3 May').facts).toMatchObject([
      { value: '2026-04-30', range: { from: '2026-04-30', to: '2026-05-06' } },
    ]);
  });

  test('a date on its own answers the open question and no other', () => {
    expect(factsOf('3 May', fourteen, 'receivedOn')).toEqual({ receivedOn: '2026-05-03' });
    expect(factsOf('3 May', fourteen)).toEqual({});
    expect(factsOf('3 May', fourteen, 'warrantyMonths')).toEqual({});
  });

  test('the length of a warranty and its end are told apart', () => {
    expect(factsOf('24 months warranty')).toEqual({ warrantyMonths: 24 });
    expect(factsOf('warranty until 1 June 2027')).toEqual({ warrantyUntil: '2027-06-01' });
    expect(read('My warranty runs until March 2028. The drill broke.').facts).toContainEqual(
      expect.objectContaining({ fact: 'warrantyUntil', range: { from: '2028-03-01', to: '2028-03-31' } }),
    );
    expect(factsOf('there are 3 months of warranty left')).toEqual({});
  });
});

describe('readings agree with each other', () => {
  test('a correction stands, two values without one cancel out', () => {
    expect(factsOf('it is on its way, sorry, it has arrived')).toEqual({ delivery: 'received' });
    expect(factsOf('it is on its way. It has arrived.')).toEqual({});
  });

  test('a fact that cannot concern the case is left out', () => {
    expect(factsOf('I changed my mind about the licence, the device is fine')).not.toHaveProperty('deviceDamaged');
    expect(conditionOf('the licence does not load, its seal is broken').mentioned).toEqual([]);
  });

  test('what is said of the works of a damaged device is no second reason', () => {
    expect(factsOf('the scanner was damaged in transit and does not work')).toMatchObject({
      reason: 'damaged-in-transit',
      goods: 'device',
      works: false,
    });
  });

  test('nothing else applies: with what is named, or at all', () => {
    expect(read('a small scratch, otherwise perfect')).toMatchObject({
      mentioned: [{ fact: 'condition', value: 'signs-of-use' }],
      isWholeSet: ['condition'],
    });
    expect(read('mint condition').isWholeSet).toEqual(['condition']);
    expect(read('mint condition but scratched').isWholeSet).toEqual([]);
  });
});

test('what a message is about tells the reason, softly, unless another question is open', () => {
  const text = 'I would like to cancel my order please';
  expect(read(text).facts).toMatchObject([{ fact: 'reason', value: 'changed-mind', confidence: 'low' }]);
  expect(read(text, equipment, 'reason').facts).toHaveLength(1);
  expect(read(text, equipment, 'delivery').facts).toEqual([]);
});

test('numbers are taken as written, with the word that tells which they are', () => {
  const text = 'Order no. EQ-1001, serial number: sn-88A, jo.doe@example.com, bought 12.10.2026';
  expect(read(text).details).toEqual({ orderNumber: 'EQ-1001', serialNumber: 'sn-88A', email: 'jo.doe@example.com' });
  expect(read('my order of 2026').details).toEqual({});
  expect(read('order 10001 or order 10002').details).toEqual({});
});

test('each shop hears its own facts', () => {
  expect(factsOf('boots too small, came yesterday', outdoor)).toEqual({
    reason: 'does-not-fit',
    goods: 'clothing',
    delivery: 'received',
    receivedOn: '2026-11-20',
  });
});

test.each(['it arrived today without power cord', 'it came without the remote'])(
  'what came without one of its parts is incomplete, and not broken: "%s"',
  (text) => {
    const { facts } = readStatement(fourteen, text, { today: '2026-11-20' });
    expect(facts).toContainEqual(expect.objectContaining({ fact: 'reason', value: 'damaged-or-incomplete' }));
  },
);

describe('every reading tells the characters that it rests on', () => {
  function cut(text: string, spans: readonly { start: number; end: number }[]): string[] {
    return spans.map(({ start, end }) => text.slice(start, end));
  }

  test('a fact those of all its phrases, a day and a length as well', () => {
    const text = 'My scanner is broken. It does not work; bought on 3 May 2026, 24 months warranty';
    const { facts } = read(text);
    expect(Object.fromEntries(facts.map(({ fact, spans }) => [fact, cut(text, spans)]))).toEqual({
      reason: ['broken', 'not work'],
      goods: ['scanner'],
      purchasedOn: ['bought on 3 May 2026'],
      warrantyMonths: ['24 months'],
    });
  });

  test('what stands in the gap of a phrase is not among them', () => {
    const text = 'ordered the totally wrong cable';
    expect(cut(text, read(text).facts[0]?.spans ?? [])).toEqual(['ordered', 'wrong cable']);
  });

  test('a member and a denial, and what was said of something else', () => {
    const text = 'my last one broke but the seal is torn and I still have the box';
    const { mentioned, denied, asides, stated } = read(text);
    expect(mentioned.flatMap(({ spans }) => cut(text, spans))).toEqual(['seal is torn']);
    expect(denied.flatMap(({ spans }) => cut(text, spans))).toEqual(['still have the box']);
    expect(cut(text, asides)).toEqual(['my last one broke']);
    expect(cut(text, stated)).toEqual(['seal is torn', 'still have the box']);
  });
});
