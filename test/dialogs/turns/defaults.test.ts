import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import type { Interview } from '../../../src/machines/interview.ts';
import { newConversation } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';
import { shownFor } from '../wording/shown.ts';

const policy = fixturePolicy('trail-shop');

/** A chat with the trail shop, of whose customers no order tells the tier. */
function chat(...says: string[]) {
  const lookUps = { orders: false, warranties: 'never' } as const;
  const interview: Interview = { policy, language: 'en', today: '2026-11-21', lookUps };
  let { conversation, acts } = step({ interview, conversation: newConversation(), reference: 'R0' }, { type: 'begin' });
  const asked: (string | undefined)[] = [];
  says.forEach((text, i) => {
    asked.push(conversation.open?.id);
    const event = readMessage(interview, conversation, { text });
    ({ conversation, acts } = step({ interview, conversation, reference: `R${i + 1}` }, event));
  });
  const text = shownFor(acts, { interview, conversation })
    .map((reply) => reply.text)
    .join('\n');
  return { asked, open: conversation.open?.id, decision: conversation.decision, acts, text };
}

/** A jacket that came on 10 October: 42 days ago, in time for gold members alone. */
const jacket = ['I changed my mind', 'received', 'Clothing or shoes', '10 October'];

describe('what an order usually tells, and none has', () => {
  test('is asked where it decides, once, with "I don’t know" as an answer', () => {
    const { open, acts } = chat(...jacket);
    expect(open).toBe('tier');
    expect(acts.at(-1)).toMatchObject({ type: 'ask' });
    const unsure = chat(...jacket, 'I don’t know');
    expect(unsure.decision).toMatchObject({ decision: { resolution: 'not-eligible' }, facts: { tier: 'unknown' } });
    expect(unsure.asked.filter((id) => id === 'tier')).toHaveLength(1);
  });

  test('lets a gold member return it', () => {
    const { decision } = chat(...jacket, 'Gold member', 'none', 'no');
    expect(decision).toMatchObject({ decision: { resolution: 'return', deadline: '2026-12-09', feePercent: 0 } });
  });

  test('is not asked where it changes nothing', () => {
    const { asked, decision } = chat('I changed my mind', 'received', 'Clothing or shoes', '10 October 2025');
    expect(asked).not.toContain('tier');
    expect(decision).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });

  test('a refusal for every length tells the last day of the longest', () => {
    const { text } = chat('I changed my mind', 'received', 'Clothing or shoes', '10 October 2025');
    expect(text).toContain('Return window ran until: Tuesday 9 December 2025 at the latest');
  });

  test('is heard after a decision, and corrects it', () => {
    const refused = [...jacket, 'no'];
    expect(chat(...refused).decision).toMatchObject({ decision: { resolution: 'not-eligible' } });
    const told = chat(...refused, 'I am a gold club member');
    expect(told.acts.map(({ type }) => type)).toContain('withdraw');
    const { decision } = chat(...refused, 'I am a gold club member', 'none', 'no', 'yes');
    expect(decision).toMatchObject({ decision: { resolution: 'return', deadline: '2026-12-09' } });
  });

  test('is heard before it is asked', () => {
    const { asked } = chat('I changed my mind', 'received, and I am a gold member', 'yes', 'Clothing or shoes');
    expect(asked).not.toContain('tier');
  });
});
