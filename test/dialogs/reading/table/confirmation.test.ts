import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import type { Interview } from '../../../../src/machines/interview.ts';
import { type Answer, newConversation } from '../../../../src/machines/record/record.ts';
import { fixturePolicy } from '../../../fixtures/policies.ts';

const shops = { tool: fixturePolicy('tool-shop'), fortnight: fixturePolicy('fortnight-shop') };

/** How a reply to what was shown back is read. */
function read(shop: keyof typeof shops, shown: Record<string, Answer['value']>, text: string) {
  const interview: Interview = {
    policy: shops[shop],
    language: 'en',
    today: '2026-11-21',
    lookUps: { orders: false, warranties: 'never' },
  };
  const answers: Answer[] = Object.entries(shown).map(([fact, value]) => ({ fact, value, source: 'inferred' }));
  const conversation = {
    ...newConversation(),
    answers,
    history: Object.keys(shown),
    open: { id: 'confirm', unclear: 0 },
  };
  return interpret(interview, conversation, text).event;
}

const toolShown = { purchasedOn: '2026-10-14', warrantyMonths: 24 };
const saleShown = { discounted: true, purchasedOn: '2026-10-14' };

describe('agreement in idioms is taken at once', () => {
  test.each([
    'you understood that perfectly',
    'nailed it',
    'reads right to me',
    "couldn't have said it better",
    'nothing to add from me',
    'jawohl',
    'yesss',
    'the list is correct',
    'precisely so',
    'yep, that is how it happened',
    'all of it is true',
    'yes, carry on',
    'bang on, pal',
    'great, mate',
    'nothing amiss there',
    "we can't quarrel with that",
    'all fine from my side',
    'oui, correct',
    'yes yes get on with it, my taxi is waiting',
  ])('%s', (text) => expect(read('tool', toolShown, text)).toEqual({ type: 'yes' }));
});

describe('a day that is shown, said again, agrees', () => {
  test.each(['exactly, 14 October', 'the 14th of October', 'yes, 14 October'])('%s', (text) =>
    expect(read('tool', { discounted: false, purchasedOn: '2026-10-14' }, text)).toEqual({ type: 'yes' }),
  );

  test('another day does not', () => {
    const event = read('tool', { discounted: false, purchasedOn: '2026-10-14' }, 'exactly, 4 October');
    expect(event).toMatchObject({ type: 'statement', isCorrection: true });
  });
});

describe('a yes beside what is shown, said again, agrees', () => {
  test.each(['Yes, 24.', 'right, 24 months', '24, yes', 'yes, October', 'yep, the 14th'])('%s', (text) =>
    expect(read('tool', toolShown, text)).toEqual({ type: 'yes' }),
  );

  test.each(['yes, 12', 'yes, the 15th', 'yes, 24 but not new'])('what differs does not: "%s"', (text) =>
    expect(read('tool', toolShown, text)).not.toEqual({ type: 'yes' }),
  );

  test.each(['no need to check that twice, yes', 'we stick to that', "I'll stand by what I said"])('%s', (text) =>
    expect(read('tool', toolShown, text)).toEqual({ type: 'yes' }),
  );
});

describe('a denial that tells nothing asks what is right', () => {
  test.each([
    'rubbish',
    'wrong, all of it',
    "that's someone else's order",
    'this must be a mix-up',
    'I never wrote that',
    'nein',
    'who told you that',
    'not what I meant at all',
    "you've muddled something up",
    'something is off there',
    'there is a slip in it',
  ])('%s', (text) => expect(read('tool', toolShown, text)).toEqual({ type: 'no' }));
});

describe('a reply that answers the question of something shown otherwise corrects it, and is shown back', () => {
  test.each<[keyof typeof shops, Record<string, Answer['value']>, string, string, Answer['value']]>([
    ['tool', toolShown, '12 not 24', 'warrantyMonths', 12],
    ['tool', toolShown, 'one year, not two', 'warrantyMonths', 12],
    ['tool', toolShown, '36 months I meant', 'warrantyMonths', 36],
    ['tool', toolShown, 'the 4th! not the 14th', 'purchasedOn', '2026-10-04'],
    ['tool', toolShown, 'bought on the 16th, the rest is fine', 'purchasedOn', '2026-10-16'],
    ['tool', toolShown, 'bought it two days later', 'purchasedOn', '2026-10-16'],
    ['tool', toolShown, 'yes, only please write 9 October instead of 14', 'purchasedOn', '2026-10-09'],
    ['tool', toolShown, 'you mixed up the months, September', 'purchasedOn', '2026-09-14'],
    ['tool', saleShown, 'full price, the rest is right', 'discounted', false],
    ['tool', saleShown, 'no - there was no discount', 'discounted', false],
    ['tool', { discounted: false }, 'yes but it was on sale', 'discounted', true],
    ['tool', { condition: ['signs-of-use'] }, 'not signs of use! the seal is broken', 'condition', ['seal-damaged']],
    ['fortnight', { delivery: 'in-transit' }, 'I have received it right now', 'delivery', 'received'],
    ['fortnight', { delivery: 'in-transit' }, 'I have received it', 'delivery', 'received'],
  ])('%s %j: "%s"', (shop, shown, text, fact, value) =>
    expect(read(shop, shown, text)).toMatchObject({
      type: 'statement',
      inferred: [{ fact, value, source: 'inferred' }],
      isCorrection: true,
      isUnsure: true,
    }),
  );

  test('what is denied without a word of what is right has its question asked again', () => {
    const event = read('fortnight', { delivery: 'received', reason: 'changed-mind' }, "I haven't received it yet");
    expect(event).toEqual({ type: 'change', fact: 'delivery' });
  });

  test('a part that could mean two things corrects neither', () => {
    const event = read('tool', { purchasedOn: '2026-10-14', warrantyUntil: '2027-10-14' }, 'no, the 15th');
    expect(event).toEqual({ type: 'no' });
  });
});

describe('what is denied of two answers leaves the other', () => {
  test.each(['no, not discounted', 'no, not on offer', 'not reduced, no'])('%s', (text) =>
    expect(read('tool', saleShown, text)).toMatchObject({
      inferred: [{ fact: 'discounted', value: false }],
      isCorrection: true,
    }),
  );

  test.each(['no, not quite right', 'no, not true', 'not correct'])('%s', (text) =>
    expect(read('tool', saleShown, text)).toEqual({ type: 'no' }),
  );
});

describe('what is no answer takes nothing', () => {
  test('"right now" does not say that it is right', () =>
    expect(read('tool', toolShown, 'the neighbour is mowing it right now')).not.toEqual({ type: 'yes' }));

  test.each(['hang on, I am driving', 'wait, the phone rings', 'let me look', 'mostly'])('%s', (text) =>
    expect(['yes', 'statement']).not.toContain(read('tool', toolShown, text).type),
  );

  test('a request to wait is no repetition of what it happens to name', () => {
    const event = read('fortnight', { reason: 'not-working' }, 'hang on, it is dead quiet here, the baby sleeps');
    expect(event.type).not.toBe('yes');
  });
});

describe('words that say again what is shown agree, whatever they deny', () => {
  test.each<[Record<string, Answer['value']>, string]>([
    [{ condition: [] }, 'yes, none'],
    [{ condition: [] }, 'right, nothing'],
    [{ discounted: false }, 'no, I did not get a discount, that is right'],
  ])('%j: %s', (shown, text) => expect(read('tool', shown, text)).toEqual({ type: 'yes' }));

  test('"yes, none" is no agreement to a list with something in it', () =>
    expect(read('tool', { condition: ['seal-damaged'] }, 'yes, none')).not.toEqual({ type: 'yes' }));
});
