import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const read = (talk: Talk, text: string) => readMessage(talk.interview, talk.conversation(), { text });
const inferred = (fact: string, value: unknown) => ({
  type: 'statement',
  inferred: [{ fact, value, source: 'inferred' }],
  isCorrection: true,
});

const atCondition = () => begin('tool-shop').says('not-working').says('device');
const afterSeal = () => atCondition().says(['seal-damaged']);
const afterSale = () => atCondition().says([]).says(true);
const afterMonths = () => atCondition().says([]).says(false).says(12);

describe('after a decision a short correction is taken, and shown back before it decides again', () => {
  test.each([
    ['no wait, the seal is fine', []],
    ['no wait no broken seal', []],
    ['sorry, I meant none', []],
    ['oops, 1', ['unauthorised-repair']],
  ])('of a checklist: "%s"', (text, value) =>
    expect(read(afterSeal(), text)).toEqual(expect.objectContaining(inferred('condition', value))),
  );

  test.each(['wait no, full price', 'sorry, there was no discount', 'actually it was not'])('of a yes: "%s"', (text) =>
    expect(read(afterSale(), text)).toMatchObject(inferred('discounted', false)),
  );
});

describe('while the next question is open', () => {
  test('a correction of the last answer is no answer to this one', () => {
    expect(read(afterMonths(), 'no, I meant 24 months')).toMatchObject(inferred('warrantyMonths', 24));
  });
});

test('a day that is taken back behind itself is taken too', () => {
  const refused = begin('fortnight-shop').says('changed-mind').says('received').says('2026-10-02');
  const corrected = inferred('receivedOn', '2026-11-16');
  expect(read(refused, 'it was 16 November, actually')).toMatchObject(corrected);
  expect(read(refused.does({ type: 'human' }), 'it was 16 November, sorry')).toMatchObject(corrected);
});

describe('a mistake that is owned up to', () => {
  test.each(['I picked the wrong one', 'that was a mistake'])('"%s" is about an answer where there is one', (text) => {
    expect(read(afterSale(), text)).toEqual({ type: 'change' });
    expect(read(begin('tool-shop'), text)).not.toEqual({ type: 'change' });
  });

  test('is no change where it answers the question', () => {
    const shown = begin('fortnight-shop');
    shown.does(read(shown, 'it arrived 3 weeks ago and does not work'));
    expect(read(shown, 'that is not true')).toEqual({ type: 'no' });
  });
});

describe('what corrects nothing', () => {
  test.each([
    'no',
    'no thanks',
    'thank you, goodbye',
    'no broken seal at all in the world of seals that I know of, sir',
  ])('"%s" leaves the decision alone', (text) => expect(read(afterSale(), text).type).not.toBe('statement'));

  test('a story that repeats words of a question answers it in neither way', () => {
    expect(read(afterSale(), 'no, I bought it in a town that I do not remember')).not.toMatchObject({
      inferred: [{ fact: 'discounted' }],
    });
  });
});

describe('"no, …" to what was shown back', () => {
  const shownBack = () => {
    const talk = begin('fortnight-shop');
    return talk.does(read(talk, 'it arrived 3 weeks ago and does not work'));
  };

  test('changes what it names, and is shown back again', () => {
    expect(read(shownBack(), 'no, 3 March 2026')).toMatchObject(inferred('receivedOn', '2026-03-03'));
    expect(read(shownBack(), 'in April 2026')).toMatchObject({ type: 'statement', ranges: [{ fact: 'receivedOn' }] });
  });

  test('a plain no asks what to change', () => expect(read(shownBack(), 'no')).toEqual({ type: 'no' }));
});

describe('what is shown back', () => {
  const hears = (shop: 'tool-shop' | 'fortnight-shop', text: string) => {
    const talk = begin(shop);
    return talk.does(read(talk, text));
  };

  test('takes the day that is asked next as well', () => {
    const talk = hears('fortnight-shop', 'it arrived and I changed my mind');
    expect(talk.asked()).toBe('confirm');
    expect(read(talk, 'I ordered it on 3 November 2026')).toMatchObject({ type: 'unclear' });
    expect(read(talk, '5 November 2026')).toMatchObject({ inferred: [{ fact: 'receivedOn', value: '2026-11-05' }] });
  });

  test('takes no day outside the days it shows', () => {
    const talk = hears('fortnight-shop', 'it arrived between 2 and 8 November 2026, I changed my mind');
    expect(talk.asked()).toBe('confirm');
    expect(read(talk, '18 November 2026')).toEqual({ type: 'unclear', problem: { kind: 'not-understood' } });
    expect(read(talk, '4 November 2026')).toMatchObject({ inferred: [{ fact: 'receivedOn', value: '2026-11-04' }] });
  });

  test('"wait, yes" does not agree to it, but answers what was asked before', () => {
    const talk = begin('tool-shop').says('damaged-in-transit');
    talk.does(read(talk, 'device'));
    talk.does(read(talk, 'courier is here'));
    talk.does(read(talk, 'no'));
    expect(talk.asked()).toBe('confirm');
    expect(read(talk, 'wait yes')).toMatchObject(inferred('deviceDamaged', true));
    expect(read(talk, 'yes')).toEqual({ type: 'yes' });
  });

  test('is agreed to by a yes that the next question cannot mean', () => {
    const talk = hears('tool-shop', 'half of the functions do not work but that is how it is');
    expect(talk.asked()).toBe('goods');
    expect(read(talk, 'yes')).toMatchObject({ type: 'statement', isAgreement: true, inferred: [] });
    talk.does(read(talk, 'yes'));
    expect(read(talk, 'yes').type).toBe('unclear');
  });
});

test('a fact that cannot be so is refused with its reason, and not passed over', () => {
  const talk = begin('tool-shop');
  talk.does(read(talk, 'my order has not been shipped and it is broken'));
  talk.does({ type: 'yes' });
  expect(read(talk, 'device')).toMatchObject({ type: 'unclear', problem: { kind: 'impossible' } });
});
