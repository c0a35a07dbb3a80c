import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import type { Interview } from '../../../src/machines/interview.ts';
import { newConversation } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';
import { shownFor } from '../wording/shown.ts';

const policy = fixturePolicy('trail-shop');

type Answers = Record<string, string>;

/** A chat with the trail shop, of whose customers no order tells the tier: what is asked is answered, then more is said. */
function chat(answers: Answers, ...more: string[]) {
  const lookUps = { orders: false, warranties: 'never' } as const;
  const interview: Interview = { policy, language: 'en', today: '2026-11-21', lookUps };
  let { conversation, acts } = step({ interview, conversation: newConversation(), reference: 'R0' }, { type: 'begin' });
  const asked: string[] = [];
  const left = [...more];
  for (let turn = 1; turn < 20; turn += 1) {
    const { open } = conversation;
    const text = (open && answers[open.id]) ?? left.shift();
    if (text === undefined) break;
    if (open) asked.push(open.id);
    const event = readMessage(interview, conversation, { text });
    ({ conversation, acts } = step({ interview, conversation, reference: `R${turn}` }, event));
  }
  const text = shownFor(acts, { interview, conversation })
    .map((reply) => reply.text)
    .join('\n');
  return { asked, open: conversation.open?.id, decision: conversation.decision, acts, text };
}

/** A jacket that came on 10 October: 42 days ago, in time for gold members alone. */
const jacket = {
  reason: 'I changed my mind',
  delivery: 'received',
  goods: 'Clothing or shoes',
  receivedOn: '10 October',
};
const lastYears = { ...jacket, receivedOn: '10 October 2025' };
const asNew = { condition: 'none', discounted: 'no' };

describe('what an order usually tells, and none has', () => {
  test('is asked where it decides, once, with "I don’t know" as an answer', () => {
    const { open, acts } = chat(jacket);
    expect(open).toBe('tier');
    expect(acts.at(-1)).toMatchObject({ type: 'ask' });
    const unsure = chat({ ...jacket, tier: 'I don’t know' });
    expect(unsure.decision).toMatchObject({ decision: { resolution: 'not-eligible' }, facts: { tier: 'unknown' } });
    expect(unsure.asked.filter((id) => id === 'tier')).toHaveLength(1);
  });

  test('lets a gold member return it', () => {
    const { decision } = chat({ ...jacket, ...asNew, tier: 'Gold member' });
    expect(decision).toMatchObject({ decision: { resolution: 'return', deadline: '2026-12-09', feePercent: 0 } });
  });

  test('is not asked where it changes nothing', () => {
    const { asked, decision } = chat(lastYears);
    expect(asked).not.toContain('tier');
    expect(decision).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });

  test('a refusal for every length tells the last day of the longest', () => {
    const { text } = chat(lastYears);
    expect(text).toContain('Return window ran until: Tuesday 9 December 2025 at the latest');
  });

  test('is heard after a decision, and corrects it', () => {
    const refused = { ...jacket, tier: 'no' };
    expect(chat(refused).decision).toMatchObject({ decision: { resolution: 'not-eligible' } });
    const told = chat(refused, 'I am a gold club member');
    expect(told.acts.map(({ type }) => type)).toContain('withdraw');
    const { decision } = chat({ ...refused, ...asNew, confirm: 'yes' }, 'I am a gold club member');
    expect(decision).toMatchObject({ decision: { resolution: 'return', deadline: '2026-12-09' } });
  });

  test('is heard before it is asked', () => {
    const { asked } = chat({ ...jacket, delivery: 'received, and I am a gold member', confirm: 'yes' });
    expect(asked).not.toContain('tier');
  });
});
