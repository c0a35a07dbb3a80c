import { expect, test } from 'vitest';
import { relatedTo } from '../../src/desk/related/related.ts';
import { deskShop } from './desk-shop.ts';

test('the customer’s other cases are found by what they have in common, and nobody else’s are', async () => {
  const shop = await deskShop();
  const call = (key: string, orderNumber: string, email: string) =>
    shop.post('callers', { policy: 'fortnight-shop', facts: {}, orderNumber, email }, { 'idempotency-key': key });
  const references = [];
  for (const [order, email] of [
    ['FD-1003', 'anna@example.com'],
    ['FD-9', 'Anna@example.com'],
    ['fd 1003', 'ben@example.com'],
    ['', ''],
    ['FD-8', 'carl@example.com'],
  ] as const) {
    shop.clock.now = new Date(shop.clock.now.getTime() + 60_000);
    references.push(String((await call(`${order} ${email}`, order, email)).body.reference));
  }
  const [own = '', byEmail, byOrder, nothing = ''] = references;
  const related = async (reference: string) => (await shop.get(`cases/${reference}/related`)).body.related;
  expect(await related(own)).toMatchObject([
    { reference: byOrder, by: ['order'] },
    { reference: byEmail, by: ['email'], state: 'waiting' },
  ]);
  expect(await related(nothing)).toEqual([]);
  expect(await related('ZZZZ-9999')).toEqual([]);
});

test('they are looked for by their words, however many newer cases there are', async () => {
  const asked: (string | undefined)[] = [];
  const filed = (reference: string, email: string) => ({
    reference,
    conversationId: `chat of ${reference}`,
    state: 'closed',
    urgent: false,
    caseFile: { because: 'asked-for-human', policy: { id: 'fortnight-shop' }, details: { email } },
    at: '2020-01-01T00:00:00.000Z',
    changedAt: '2020-01-01T00:00:00.000Z',
  });
  const old = { ...filed('A-1', 'Anna@example.com'), place: '5', tags: [] };
  const store = {
    case: async () => filed('B-1', 'anna@example.com'),
    findCases: async ({ text }: { text?: string }) => {
      asked.push(text);
      return { cases: [old, { ...old, reference: 'C-1', caseFile: filed('C-1', 'susanna@example.com').caseFile }] };
    },
    contents: async () => ({ cases: [], decisions: [], returns: [], files: [] }),
    return: async () => undefined,
  };
  const related = await relatedTo(store, 'B-1', new Date('2026-11-21T10:00:00Z'));
  expect(related.map(({ reference, by }) => [reference, by])).toEqual([['A-1', ['email']]]);
  expect(asked).toEqual(['anna@example.com']);
});
