import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import type { Interview } from '../../../src/machines/interview.ts';
import { newConversation } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import type { JsonObject } from '../../../src/store/store.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';
import { sentence, words } from '../../wording.ts';
import { shownFor } from '../wording/shown.ts';

const policy = fixturePolicy('trail-shop');

/** A chat with the trail shop at an instant: what the customer writes, and the bot's last messages. */
function chat(today: string, now: string | undefined, ...says: string[]) {
  const interview: Interview = { policy, language: 'en', today, now, lookUps: { orders: false, warranties: 'never' } };
  let { conversation, acts } = step({ interview, conversation: newConversation(), reference: 'R0' }, { type: 'begin' });
  says.forEach((text, i) => {
    const event = readMessage(interview, conversation, { text });
    ({ conversation, acts } = step({ interview, conversation, reference: `R${i + 1}` }, event));
  });
  const replies = shownFor(acts, { interview, conversation });
  const decision = replies.map(dataOf).find(({ kind }) => kind === 'decision');
  return { text: replies.map(({ text }) => text).join('\n'), asked: dataOf(replies.at(-1) ?? {}), decision };
}

function dataOf({ channelData }: JsonObject): JsonObject {
  return ((channelData as JsonObject | undefined)?.returns ?? {}) as JsonObject;
}

describe('a chat with the trail shop', () => {
  const damaged = ['It arrived damaged'];

  test('asks for an instant as for a date', () => {
    const { asked } = chat('2026-06-03', '2026-06-03T09:00:00Z', ...damaged);
    expect(asked).toMatchObject({ id: 'receivedOn', input: 'date', allowsUnknown: true });
  });

  test.each([
    ['the day before yesterday at 14:30', '2026-06-01T12:30:00Z'],
    ['2026-06-01T14:30', '2026-06-01T12:30:00Z'],
    ['2026-06-01T14:30:00+02:00', '2026-06-01T14:30:00+02:00'],
    ['yesterday', '2026-06-02'],
  ])('reads "%s", and shows it in the shop’s time', (said, receivedOn) => {
    const { decision, text } = chat('2026-06-03', '2026-06-03T09:00:00Z', ...damaged, said);
    expect(decision?.facts).toMatchObject({ receivedOn });
    expect(text).toContain(receivedOn.includes('T') ? 'Monday 1 June 2026, 14:30' : 'Tuesday 2 June 2026');
  });

  test('a deadline in hours is told with its time', () => {
    const { decision, text } = chat('2026-06-03', '2026-06-03T09:00:00Z', ...damaged, '1 June 2026 at 14:30');
    expect(decision).toMatchObject({ resolution: 'return', deadlineAt: '2026-06-03T12:30:00Z' });
    expect(text).toContain('Form by: Wednesday 3 June 2026, 14:30.');
  });

  test('a time that is yet to come is refused', () => {
    const { text, asked } = chat('2026-06-03', '2026-06-03T09:00:00Z', ...damaged, 'today at 23:00');
    expect(text).toMatch(sentence('unclear.futureDate'));
    expect(asked).toMatchObject({ id: 'receivedOn' });
  });

  test('the tier is not asked where it changes nothing, and both deadlines and the remedies are told', () => {
    const answers: Record<string, string> = { goods: 'clothing', purchasedOn: '2026-01-01', noticedOn: '2026-06-01' };
    const told = ['It is faulty'];
    for (let asked = chat('2026-06-03', undefined, ...told).asked; asked.kind === 'question'; ) {
      told.push(answers[String(asked.id)] ?? 'received');
      asked = chat('2026-06-03', undefined, ...told).asked;
    }
    const end = chat('2026-06-03', undefined, ...told);
    expect(end.decision).toMatchObject({
      deadline: '2026-06-15',
      sendBy: '2026-06-29',
      refundAs: ['exchange', 'original'],
    });
    expect(end.text).toContain('Send it by: Monday 29 June 2026');
    expect(end.text).toContain(words.either([words.say('refundForm.exchange'), words.say('refundForm.original')]));
    expect(told).toHaveLength(4);
  });

  test('a fee that is no percentage is told before anything is confirmed', () => {
    const cancelled = ['I changed my mind', 'On its way', 'a tent'];
    const { text, decision } = chat('2026-06-03', undefined, ...cancelled);
    expect(decision).toMatchObject({ resolution: 'cancellation' });
    expect(text).toContain(
      words.say('fee.atLeast', { fee: words.say('fee.percent', { percent: 10 }), minimum: '€9.90' }),
    );
  });
});
