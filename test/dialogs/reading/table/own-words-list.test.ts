import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { nothingStated } from '../../../../src/machines/events.ts';
import { begin } from '../../../machines/conversation.ts';

const atCondition = () => begin('tool-shop').says('not-working').says('device');
const read = (text: string, talk = atCondition()) => readMessage(talk.interview, talk.conversation(), { text });
const answer = (value: string[]) => ({ type: 'answer', answer: { fact: 'condition', value, source: 'stated' } });

describe('a checklist in the customer’s own words is taken at once', () => {
  test.each([
    ['my brother opened it up', ['unauthorised-repair']],
    ['the seal is intact, it just has wear marks', ['signs-of-use']],
    ['the seal is torn and the box is gone', ['seal-damaged', 'packaging-missing-or-damaged']],
    ['the seal came off and it does not work', ['seal-damaged']],
  ])('%s', (text, value) => expect(read(text)).toEqual(answer(value)));
});

describe('where it would decide a refusal, a word that nothing accounts for has it shown back', () => {
  test.each([
    ['the carton was thrown away', ['packaging-missing-or-damaged']],
    ['a few scratches on the back and the seal is torn', ['seal-damaged', 'signs-of-use']],
    ['scuffed at the bottom from my bench, the rest is fine', ['signs-of-use']],
    ['tossed the box out, it took up the whole hall, other than that no', ['packaging-missing-or-damaged']],
  ])('%s', (text, value) =>
    expect(read(text)).toMatchObject({ inferred: [{ fact: 'condition', value, source: 'inferred' }], isUnsure: true }),
  );
});

describe('it is shown back where something else may be meant', () => {
  test.each([
    'the carton was thrown away and a corner is bent',
    'no, the seal is torn, the corner is bent',
    'maybe the seal is torn',
    'the seal is torn but only on paper',
    'the seal is torn, it came on Monday last week',
    'the seal is torn, I bought it at full price',
    'the seal is intact',
  ])('%s', (text) => expect(read(text)).not.toMatchObject({ type: 'answer' }));

  test('or where something of it was mentioned before', () => {
    const mentioned = { condition: ['seal-damaged'] };
    const talk = begin('tool-shop').does({ type: 'statement', ...nothingStated, mentioned });
    talk.says('not-working').says('device');
    expect(talk.asked()).toBe('condition');
    expect(read('the carton was thrown away', talk)).not.toMatchObject({ type: 'answer' });
  });
});

describe('a denial reaches over "or" and "nor"', () => {
  test.each(['I never opened it up or took it to a repair shop', 'nobody dropped it nor opened it up'])('%s', (text) =>
    expect(JSON.stringify(read(text))).not.toMatch(/"value":\[[^\]]*unauthorised-repair/),
  );
});
