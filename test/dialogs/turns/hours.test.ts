import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import type { Interview } from '../../../src/machines/interview.ts';
import { newConversation } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import type { JsonObject } from '../../../src/store/store.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';
import { shownFor } from '../wording/shown.ts';

const policy = fixturePolicy('trail-shop');
/** Half past ten in Berlin: what arrived on the 26th before that is past its 48 hours. */
const now = '2026-11-28T09:30:00Z';

/** A chat with the trail shop, which takes damage on arrival for 48 hours. */
function chat(...says: string[]) {
  const lookUps = { orders: true, warranties: 'never' } as const;
  const interview: Interview = { policy, language: 'en', today: '2026-11-28', now, lookUps };
  let { conversation, acts } = step({ interview, conversation: newConversation(), reference: 'R0' }, { type: 'begin' });
  const talk = {
    conversation: () => conversation,
    kinds: () => acts.map(({ type }) => type),
    atMost: () => acts.flatMap((act) => (act.type === 'ask' ? [act.atMost] : [])).at(-1),
    decision: () => conversation.decision?.decision,
    shown: (): JsonObject[] => shownFor(acts, { interview, conversation }),
    does(event: Parameters<typeof step>[1]) {
      ({ conversation, acts } = step({ interview, conversation, reference: 'R1' }, event));
      return talk;
    },
    says: (text: string) => talk.does(readMessage(interview, conversation, { text })),
  };
  for (const text of says) talk.says(text);
  return talk;
}

const damaged = ['It arrived damaged', '26 November'];

describe('an hour that is stated', () => {
  test('is kept, shown back and counts', () => {
    const talk = chat('It arrived damaged on 26 November at 11:00');
    expect(talk.shown().at(-1)?.text).toContain('Thursday 26 November 2026, 11:00');
    talk.says('yes');
    expect(talk.decision()).toMatchObject({ resolution: 'return', deadlineAt: '2026-11-28T10:00:00Z' });
  });

  test.each([
    ['25 hours ago', 'Friday 27 November 2026, 09:30'],
    ['about two hours ago', 'Saturday 28 November 2026, 08:30'],
    ['last night at half past eleven', 'Friday 27 November 2026, 23:30'],
  ])('"%s" is reckoned, and shown before it counts, for nobody says that to the minute', (text, shown) => {
    const talk = chat('It arrived damaged', text);
    expect(talk.decision()).toBeUndefined();
    expect(talk.shown().at(-1)?.text).toContain(shown);
    expect(talk.says('yes').decision()).toMatchObject({ resolution: 'return' });
  });

  test('of two nobody knows which: it is asked', () => {
    const talk = chat('It arrived damaged on 26 November between 9:00 and 11:00', 'yes');
    expect(talk.conversation().open).toMatchObject({ id: 'receivedOn', hourOf: '2026-11-26' });
  });
});

describe('an hour that decides', () => {
  test('is asked where only the day is known', () => {
    const talk = chat(...damaged);
    expect(talk.conversation().open).toMatchObject({ id: 'receivedOn', hourOf: '2026-11-26' });
    expect(talk.atMost()).toBe(1);
    const { text, channelData } = talk.shown().at(-1) ?? {};
    expect(text).toContain('At about what time on Thursday 26 November 2026 was that?');
    expect(channelData).toMatchObject({ returns: { kind: 'question', id: 'receivedOn', allowsUnknown: true } });
  });

  test('never makes the questions that can come more', () => {
    const before = chat('It arrived damaged').atMost() ?? 0;
    expect(chat(...damaged).atMost()).toBeLessThan(before);
  });

  test.each([
    ['at 11', 'return'],
    ['half past ten', 'return'],
    ['10:29', 'not-eligible'],
    ['about 8 in the morning', 'not-eligible'],
    ['2026-11-26T10:30:00+01:00', 'return'],
    ['no, on the 27th at 9:00', 'return'],
  ])('"%s": %s', (text, resolution) => {
    expect(chat(...damaged, text).decision()).toMatchObject({ resolution });
  });

  test.each(['in the morning', '3', 'between 9:00 and 11:00', 'when I was at work'])(
    'is not guessed from "%s"',
    (text) => {
      const talk = chat(...damaged, text);
      expect(talk.decision()).toBeUndefined();
      expect(talk.conversation().open).toMatchObject({ id: 'receivedOn', hourOf: '2026-11-26' });
    },
  );

  test('that the customer does not know is not asked again: a person decides', () => {
    const talk = chat(...damaged, 'I don’t know');
    expect(talk.decision()).toMatchObject({ resolution: 'human-review', clauses: ['report-damage'] });
  });

  test('yet to come is refused', () => {
    expect(chat('It arrived damaged', '28 November', '23:00').decision()).toMatchObject({ resolution: 'return' });
    const talk = chat(...damaged, 'on 28 November at 23:00');
    expect(talk.kinds()).toEqual(['explain', 'ask']);
  });

  test('is not asked where every hour of the day gives the same', () => {
    expect(chat('It arrived damaged', '27 November').decision()).toMatchObject({ resolution: 'return' });
    expect(chat('It arrived damaged', '24 November').decision()).toMatchObject({ resolution: 'not-eligible' });
  });
});

describe('the hour beside what an order tells', () => {
  const found = (receivedOn: string) =>
    chat('It arrived damaged')
      .does({ type: 'detail', details: { orderNumber: 'TR-1', email: 'a@b.cc' } })
      .does({
        type: 'orderFound',
        order: { number: 'TR-1', items: [{ id: '1', name: 'Tent', facts: { receivedOn } }] },
      });

  test('is asked where the order knows the day alone, and contradicts nothing', () => {
    const talk = found('2026-11-26');
    expect(talk.conversation().open).toMatchObject({ id: 'receivedOn', hourOf: '2026-11-26' });
    talk.says('at 11');
    expect(talk.decision()).toMatchObject({ resolution: 'return' });
    expect(talk.conversation().case).toBeUndefined();
  });

  test('is the order’s where that tells it, whatever day the customer says of it', () => {
    expect(found('2026-11-26T10:00:00Z').decision()).toMatchObject({ resolution: 'return' });
    const talk = chat('It arrived damaged on 26 November', 'yes')
      .does({ type: 'detail', details: { orderNumber: 'TR-1', email: 'a@b.cc' } })
      .does({
        type: 'orderFound',
        order: { number: 'TR-1', items: [{ id: '1', name: 'Tent', facts: { receivedOn: '2026-11-26T08:00:00Z' } }] },
      });
    expect(talk.decision()).toMatchObject({ resolution: 'not-eligible' });
  });
});
