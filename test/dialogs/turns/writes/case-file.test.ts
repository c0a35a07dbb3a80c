import { expect, test } from 'vitest';
import { caseFileOf } from '../../../../src/dialogs/turns/writes/case-file.ts';
import { begin } from '../../../machines/conversation.ts';

test('what people get: the words of customer and order side by side, facts, decision and review', () => {
  const talk = begin('tool-shop', '2026-11-21', { orders: true, warranties: 'never' }).says('not-working');
  const facts = {
    goods: 'device',
    delivery: 'received',
    discounted: false,
    purchasedOn: '2026-10-01',
    warrantyMonths: 24,
  };
  talk.does({ type: 'detail', details: { orderNumber: 'EQ-1', email: 'a@b.cc' } });
  talk.does({ type: 'orderFound', order: { number: 'EQ-1', items: [{ id: '1', name: 'Scanner', facts }] } }).says([]);
  talk.does({ type: 'change', fact: 'purchasedOn' }).says('2020-01-01');

  const caseFile = caseFileOf(talk.interview, talk.conversation(), 'contradiction');
  expect(caseFile).toMatchObject({
    because: 'contradiction',
    details: { orderNumber: 'EQ-1' },
    facts: { warrantyMonths: 24 },
  });
  const { answers } = caseFile as { answers: { fact: string; value: unknown; source: string }[] };
  expect(answers.filter(({ fact }) => fact === 'purchasedOn')).toMatchObject([
    { value: '2020-01-01', source: 'stated', label: 'Bought on', summary: 'Wednesday 1 January 2020' },
    { value: '2026-10-01', source: 'order', summary: 'Thursday 1 October 2026' },
  ]);
});
