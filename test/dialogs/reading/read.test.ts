import { describe, expect, test } from 'vitest';
import { type Message, readMessage } from '../../../src/dialogs/reading/read.ts';
import { begin } from '../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const read = (talk: Talk, message: string | Message) =>
  readMessage(talk.interview, talk.conversation(), typeof message === 'string' ? { text: message } : message);
const answer = (fact: string, value: unknown) => ({ type: 'answer', answer: { fact, value, source: 'stated' } });
const unclear = { type: 'unclear', problem: { kind: 'not-understood' } };

const atReason = () => begin('tool-shop');
const atCondition = () => atReason().says('not-working').says('device');
const atDiscount = () => atCondition().says([]);
const atMonths = () => atDiscount().says(false);
const atPurchase = () => atMonths().says(24);

describe('a choice', () => {
  test.each([
    ['It does not work properly', 'not-working'],
    ['not-working', 'not-working'],
    ['1', 'not-working'],
    ['it stopped working', 'not-working'],
    ['I changed my mind', 'changed-mind'],
    ['the second', 'changed-mind'],
    ['5', 'other'],
  ])('"%s" is %s', (text, value) => expect(read(atReason(), text)).toEqual(answer('reason', value)));

  test.each(['6', '0', '', 'blue', '   '])('"%s" is asked again', (text) => {
    expect(read(atReason(), text)).toEqual(unclear);
  });

  test('what is impossible beside the earlier answers is not offered, and refused with its reason when typed', () => {
    const talk = atReason().says('damaged-in-transit');
    expect(talk.asked()).toBe('delivery');
    expect(read(talk, 'not-shipped').type).toBe('unclear');
  });
});

describe('a choice that is only touched on', () => {
  const opening = () => begin('tool-shop');

  test.each(['i want a refund for this item of mine', 'an item refund please', 'i need to have my item refunded'])(
    '"%s" gives no reason',
    (text) => expect(read(opening(), text)).toEqual({ type: 'digress', about: { kind: 'no-reason' } }),
  );

  test.each(['the seal is broken', 'hello, about my thing here: the seal is broken, sorry'])(
    'is not taken from what is said of something else: "%s"',
    (text) => {
      const event = read(opening(), text);
      expect(event).toMatchObject({ type: 'statement', inferred: [], mentioned: { condition: ['seal-damaged'] } });
      expect(event).not.toHaveProperty('answer');
    },
  );

  test('is asked back at once where only its words are there', () => {
    const event = read(opening(), 'I might have broken something inside of it');
    expect(event).toMatchObject({ inferred: [{ fact: 'reason', value: 'not-working' }], isUnsure: true });
  });

  test('among much else is confirmed before it counts', () => {
    const event = read(
      opening(),
      'well the whole story is long but in short i chose the wrong product for what we do here',
    );
    expect(event).toMatchObject({
      type: 'statement',
      inferred: [{ fact: 'reason', value: 'wrong-item', source: 'inferred' }],
    });
  });
});

describe('several choices', () => {
  test.each([
    ['none', []],
    ['None of these', []],
    ['2', ['seal-damaged']],
    ['1, 3', ['unauthorised-repair', 'signs-of-use']],
    ['seal-damaged, packaging-missing-or-damaged', ['seal-damaged', 'packaging-missing-or-damaged']],
    ['It shows marks of use and the warranty seal is damaged or missing', ['seal-damaged', 'signs-of-use']],
  ])('"%s"', (text, members) => expect(read(atCondition(), text)).toEqual(answer('condition', members)));

  test.each([
    ['the seal is intact', []],
    ['packaging is fine', []],
    ['I never repaired it', []],
    ['it was repaired by you', ['unauthorised-repair']],
    ['I think the packaging is still in the cellar', ['packaging-missing-or-damaged']],
  ])('"%s" is shown back before it decides', (text, value) => {
    const inferred = [{ fact: 'condition', value, source: 'inferred' }];
    expect(read(atCondition(), text)).toMatchObject({ type: 'statement', inferred, isUnsure: true });
  });

  test('a question about one of them is no answer', () => {
    expect(read(atCondition(), 'what do you mean by seal?').type).toBe('digress');
  });

  test('"I don\'t know" is no answer to a list: what one does not know of does not count', () => {
    expect(read(atCondition(), "I don't know")).toEqual({ type: 'unclear', problem: { kind: 'cannot-be-unknown' } });
  });

  test('a card sends them as a list, or as its own input beside', () => {
    const returns = { questionId: 'condition', answer: ['seal-damaged'] };
    expect(read(atCondition(), { value: { returns } })).toEqual(answer('condition', ['seal-damaged']));
    const beside = { returns: { questionId: 'condition' }, answer: 'seal-damaged,signs-of-use' };
    expect(read(atCondition(), { value: beside })).toEqual(answer('condition', ['seal-damaged', 'signs-of-use']));
  });

  test('a card of a question that is no longer open changes nothing', () => {
    const returns = { questionId: 'reason', answer: 'other' };
    expect(read(atCondition(), { value: { returns } })).toEqual({ type: 'stale' });
  });

  test('a card with a member that does not exist is asked again', () => {
    const returns = { questionId: 'condition', answer: ['stolen'] };
    expect(read(atCondition(), { value: { returns } })).toEqual(unclear);
  });
});

describe('a past day in answer to the length of the warranty', () => {
  test.each(['20 November 2025', 'a year ago today'])('"%s" may be the day of purchase, and is shown back', (text) => {
    const inferred = [{ fact: 'warrantyUntil', source: 'inferred' }];
    expect(read(atMonths(), text)).toMatchObject({ type: 'statement', inferred, isUnsure: true });
  });

  test.each(['it ended on 20 November 2025', 'until 20 November 2025'])('"%s" names the end', (text) =>
    expect(read(atMonths(), text)).toEqual(answer('warrantyUntil', '2025-11-20')),
  );
});

describe('a piece of an answer is never beyond us', () => {
  test('a fact said shortly is inferred', () => {
    const inferred = [{ fact: 'discounted', value: false }];
    expect(read(atReason(), 'no discount')).toMatchObject({ type: 'statement', inferred });
  });

  test.each(['between christmas and new year', 'wait, 3 weeks ago', '31 february 2026, sorry'])('"%s"', (text) =>
    expect(read(atReason(), text)).not.toMatchObject({ about: { kind: 'out-of-scope' } }),
  );

  test.each(["I don't want to talk to a human", 'no humans please'])('"%s" calls nobody', (text) =>
    expect(read(atReason(), text)).toEqual(unclear),
  );
});

describe('yes and no', () => {
  test.each([
    ['Yes', true],
    ['yep', true],
    ['true', true],
    ['nope', false],
    ['No, full price', false],
    ["I don't know", 'unknown'],
    ['not sure', 'unknown'],
  ])('"%s" is %s', (text, value) => expect(read(atDiscount(), text)).toEqual(answer('discounted', value)));

  test('a card may send a boolean', () => {
    expect(read(atDiscount(), { value: { returns: { questionId: 'discounted', answer: false } } })).toEqual(
      answer('discounted', false),
    );
  });
});

describe('a length of warranty', () => {
  test.each([
    ['24', answer('warrantyMonths', 24)],
    ['2 years', answer('warrantyMonths', 24)],
    ['no warranty', answer('warrantyMonths', 0)],
    ['600', answer('warrantyMonths', 600)],
    ['601', unclear],
    ['unknown', answer('warrantyMonths', 'unknown')],
    ['2027-05-31', answer('warrantyUntil', '2027-05-31')],
    ['until 31 May 2027', answer('warrantyUntil', '2027-05-31')],
    ['it ended on 3 March 2025', answer('warrantyUntil', '2025-03-03')],
  ])('"%s"', (text, event) => expect(read(atMonths(), text)).toEqual(event));

  test('a last day without a year is asked back', () => {
    expect(read(atMonths(), 'until 3 June')).toEqual({ type: 'ambiguous', candidates: ['2026-06-03', '2027-06-03'] });
  });
});

describe('a day', () => {
  test.each([
    ['2026-11-21', answer('purchasedOn', '2026-11-21')],
    ['yesterday', answer('purchasedOn', '2026-11-20')],
    ['3 weeks ago', answer('purchasedOn', '2026-10-31')],
    ['12 May', answer('purchasedOn', '2026-05-12')],
    ['last Tuesday', answer('purchasedOn', '2026-11-17')],
    ['05/06/2026', { type: 'ambiguous', candidates: ['2026-06-05', '2026-05-06'] }],
    ['2026-11-22', { type: 'unclear', problem: { kind: 'future-date', date: '2026-11-22' } }],
    ['2026-02-30', unclear],
    ["I don't know", answer('purchasedOn', 'unknown')],
  ])('"%s"', (text, event) => expect(read(atPurchase(), text)).toEqual(event));
});

describe('a day said roughly', () => {
  test('is kept where other answers may make it do', () => {
    const range = { fact: 'purchasedOn', from: '2026-05-01', to: '2026-05-31', source: 'stated' };
    expect(read(atPurchase(), 'in May')).toMatchObject({ type: 'statement', ranges: [range], inferred: [] });
  });

  test('is asked again where the very day decides', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received');
    const problem = { kind: 'not-one-day', from: '2026-11-01', to: '2026-11-21' };
    expect(read(talk, 'this month')).toMatchObject({ type: 'unclear', problem: { kind: problem.kind } });
  });
});

describe('at any time', () => {
  test.each([
    ['talk to a human', 'human'],
    ['back', 'back'],
    ['start over', 'startOver'],
    ['help', 'help'],
    ['change an answer', 'change'],
  ])('"%s"', (text, type) => {
    expect(read(atDiscount(), text).type).toBe(type);
    expect(read(atReason().says('other'), text).type).toBe(type);
  });

  test('an answer that happens to contain such a word stays an answer', () => {
    expect(read(atReason(), 'I changed my mind')).toEqual(answer('reason', 'changed-mind'));
  });

  test('while a person is offered, an answer to the question behind it is taken', () => {
    const talk = atDiscount();
    for (let i = 0; i < 3; i += 1) talk.does({ type: 'unclear', problem: { kind: 'not-understood' } });
    expect(talk.asked()).toBe('offerHuman');
    expect(read(talk, 'yes')).toEqual({ type: 'yes' });
    expect(read(talk, "I don't know")).toEqual(answer('discounted', 'unknown'));
  });

  test('which answer to change is chosen by its name or number', () => {
    const talk = atPurchase().does({ type: 'change' });
    expect(read(talk, 'Condition')).toEqual({ type: 'change', fact: 'condition' });
    expect(read(talk, '1')).toEqual({ type: 'change', fact: 'reason' });
  });
});

describe('a day told roughly', () => {
  test('"two months ago" is taken at its word', () => {
    expect(read(atPurchase(), 'two months ago')).toEqual(answer('purchasedOn', '2026-09-21'));
  });

  test('"about two months ago" is kept as the days around it', () => {
    const ranges = [{ fact: 'purchasedOn', from: '2026-09-11', to: '2026-10-01', source: 'stated' }];
    expect(read(atPurchase(), 'about two months ago')).toMatchObject({ type: 'statement', ranges });
  });

  test('"maybe two months ago" is confirmed before it decides', () => {
    const inferred = [{ fact: 'purchasedOn', value: '2026-09-21', source: 'inferred' }];
    expect(read(atPurchase(), 'maybe two months ago')).toMatchObject({ type: 'statement', inferred });
  });
});

describe('an answer in several words that may have been meant otherwise is shown back before it counts', () => {
  const atDelivery = () => begin('tool-shop').says('changed-mind').says('device');
  const atReceipt = () => begin('fortnight-shop').says('changed-mind').says('received');

  test.each([
    [atDelivery, 'I sent it back already', 'delivery', 'in-transit'],
    [atDelivery, 'it is about to be shipped', 'delivery', 'in-transit'],
    [atReceipt, '10 November, it cracked', 'receivedOn', '2026-11-10'],
  ])('%o: "%s"', (at, text, fact, value) =>
    expect(read(at(), text)).toMatchObject({ type: 'statement', inferred: [{ fact, value }], isUnsure: true }),
  );

  test.each(['my boss bought it', 'I would have bought it anyway'])('"%s" says nothing of the discount', (text) =>
    expect(read(atDiscount(), text)).toMatchObject({ type: 'unclear' }),
  );

  test.each([
    [atDiscount, 'yes, as far as I know'],
    [atDelivery, 'it has not been shipped yet'],
    [atReceipt, 'I received it on 3 May 2026'],
    [atReceipt, 'it was sent on 3 May but I got it on 5 May 2026'],
  ])('and others are not: %o "%s"', (at, text) => expect(read(at(), text)).not.toHaveProperty('isUnsure'));
});

describe('an answer that speaks of another time, or asks for something', () => {
  test.each(['after I bought it it went on sale', 'it would have been on sale later'])(
    '"%s" is no discount before it is confirmed',
    (text) => expect(read(atDiscount(), text).type).not.toBe('answer'),
  );
});
