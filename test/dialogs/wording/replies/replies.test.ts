import { describe, expect, test } from 'vitest';
import { randomCustomer } from '../../../fixtures/customers.ts';
import { fixturePolicy } from '../../../fixtures/policies.ts';
import { begin } from '../../../machines/conversation.ts';
import { sentence } from '../../../wording.ts';
import { shownFor } from '../shown.ts';

type Talk = ReturnType<typeof begin>;

const replies = (talk: Talk) =>
  shownFor(talk.acts(), {
    interview: talk.interview,
    conversation: talk.conversation(),
    formUrl: 'https://form.example/',
  });
const wholeText = (talk: Talk) => JSON.stringify(replies(talk).map(({ text, attachments }) => [text, attachments]));

describe('a question', () => {
  test('says in channelData what it asks, comes last, and offers its answers as buttons', () => {
    const [greeting, question] = replies(begin('fortnight-shop'));
    expect(greeting).not.toHaveProperty('channelData');
    expect(question).toMatchObject({
      channelData: { returns: { kind: 'question', id: 'reason', input: 'choice', allowsUnknown: false, atMost: 4 } },
      suggestedActions: {
        actions: [
          { type: 'messageBack', value: { returns: { questionId: 'reason', answer: 'not-working' } } },
          {},
          {},
          {},
        ],
      },
    });
  });

  test('of several choices comes as a card that names its question', () => {
    const [question] = replies(begin('tool-shop').says('not-working').says('device'));
    expect(JSON.stringify(question?.attachments)).toContain('"questionId":"condition"');
    expect(question?.channelData).toMatchObject({ returns: { input: 'multi-choice', choices: [{}, {}, {}, {}] } });
  });

  test('of several choices asks again for them, and not for one', () => {
    const asked = begin('tool-shop').says('not-working').says('device');
    const talk = asked.does({ type: 'unclear', problem: { kind: 'not-understood' } });
    expect(replies(talk).at(-1)?.text).toMatch(sentence('unclear.multiChoice'));
  });

  test('other than a choice lists no choices', () => {
    const [question] = replies(begin('tool-shop').says('not-working').says('device').says([]));
    expect(question?.channelData).toMatchObject({ returns: { input: 'yes-no', choices: [], allowsUnknown: true } });
  });

  test('shows back the day that was understood', () => {
    const talk = begin('tool-shop').says('not-working').says('device').says([]).says(false).says(24).says('2026-11-03');
    expect(replies(talk)[0]?.text).toContain('Tuesday 3 November 2026');
  });
});

describe('a decision', () => {
  const excluded = () => begin('tool-shop').says('changed-mind').says('device').says('received');

  test('against the customer names the clause and why, the rights that stay, and a human', () => {
    const text = wholeText(excluded());
    for (const part of [
      'Devices that work stay with you',
      'works fully is not taken back',
      'statutory rights',
      'Talk to a human',
      "shop's policy",
    ]) {
      expect(text).toContain(part);
    }
  });

  test('with a fee shows it before the form, in money when the price is known', () => {
    const talk = begin('tool-shop');
    talk.does({
      type: 'answer',
      answer: { fact: 'price', value: { amount: '100.00', currency: 'EUR' }, source: 'order' },
    });
    talk.says('changed-mind').says('device').says('not-shipped').says(false);
    expect(wholeText(talk)).toContain('6% = €6.00');
    expect(wholeText(talk)).toContain('€94.00');
  });

  test('for a return shows the deadline as a weekday and date', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-10');
    expect(wholeText(talk)).toContain('Tuesday 24 November 2026');
  });

  test('carries the facts that decide alike, the reference and the form link', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-10');
    expect(replies(talk).at(-1)?.channelData).toMatchObject({
      returns: {
        kind: 'decision',
        reference: 'R4',
        resolution: 'return',
        facts: { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-10' },
        formUrl: 'https://form.example/',
      },
    });
  });

  test('for people is followed by the hand-over with its reference', () => {
    expect(replies(begin('tool-shop').says('other')).map(({ channelData }) => channelData)).toMatchObject([
      { returns: { kind: 'decision', reference: 'R2' } },
      { returns: { kind: 'handoff', reference: 'R2', state: 'waiting' } },
    ]);
  });
});

describe.each(['tool-shop', 'fortnight-shop'] as const)('whatever the %s decides', (shop) => {
  test('a return is never called a refund or an approval, and every refusal offers a human', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const facts = randomCustomer(fixturePolicy(shop), seed, '2026-11-21');
      const talk = begin(shop);
      while (talk.asked()) talk.says((facts[talk.asked() ?? ''] ?? 'unknown') as never);
      const { resolution } = (talk.decision() as { decision: { resolution: string } }).decision;
      const said = replies(talk);
      const text = said.map((reply) => reply.text).join(' ');
      if (resolution === 'return') expect(text).not.toMatch(/refund|approv/i);
      if (resolution === 'not-eligible') expect(text).toMatch(/statutory rights.*human/is);
      expect(said.filter(({ channelData }) => channelData).length).toBeGreaterThan(0);
    }
  });
});
