import { describe, expect, test } from 'vitest';
import { rowsOf, visitor } from '../forms/visitor.ts';
import { bob, deskShop, refused } from './desk-shop.ts';

const approved = { ruling: 'approve', resolution: 'return', reason: 'We know you.' };

/** A customer whose return a person has approved, and who has begun anew since. */
async function begunAnew(shop: Awaited<ReturnType<typeof deskShop>>) {
  const customer = await shop.waiting('fortnight-shop', ['I changed my mind', 'FD-1003', 'quentin@example.com']);
  const step = (action: string, body: object = {}) => shop.post(`cases/${customer.reference}/${action}`, body);
  const form = async (): Promise<string> =>
    new URL(String((await customer.lastReturns())?.formUrl)).searchParams.get('token') ?? '';
  const opens = async (token: string): Promise<number> => (await visitor(shop.base).open(token)).status;
  await step('rule', approved);
  const token = await form();
  await customer.say('start over');
  await customer.newTexts();
  const view = async () => (await shop.get(`cases/${customer.reference}`)).body.case;
  return { ...customer, step, form, opens, token, view };
}

describe('a case whose customer has begun anew', () => {
  test('keeps the form that was granted', async () => {
    const { opens, token } = await begunAnew(await deskShop());
    expect(await opens(token)).toBe(200);
  });

  test('shows people what was known of it, and what they can do with it', async () => {
    const { view } = await begunAnew(await deskShop());
    expect(await view()).toMatchObject({
      state: 'ruled',
      order: { number: 'FD-1003' },
      steps: ['close', 'approve', 'uphold', 'withdraw'],
    });
  });

  test('has its ruling withdrawn with the form, and the customer hears of which case', async () => {
    const { step, opens, token, newTexts, reference, view } = await begunAnew(await deskShop());
    expect((await step('withdraw', { note: 'I mixed up two cases.', by: bob })).status).toBe(200);
    const [told = ''] = await newTexts();
    expect(told).toContain(reference);
    expect(told).toMatch(/withdrawn[\s\S]*I mixed up two cases\.[\s\S]*can no longer be used/);
    expect(await opens(token)).toBe(410);
    expect(await view()).toMatchObject({ state: 'claimed', agent: bob });
  });

  test('has its ruling corrected, and the new form is for the same order', async () => {
    const shop = await deskShop();
    const { step, opens, token, form } = await begunAnew(shop);
    const repair = { ruling: 'approve', resolution: 'warranty-repair', reason: 'It can be mended.', again: true };
    expect((await step('rule', repair)).status).toBe(200);
    expect(await opens(token)).toBe(410);
    const { status, html } = await visitor(shop.base).open(await form());
    expect(status).toBe(200);
    expect(Object.values(rowsOf({ html }))).toContain('FD-1003');
  });

  test('keeps notes and tags, of which the customer hears nothing', async () => {
    const { step, newTexts, view } = await begunAnew(await deskShop());
    expect((await step('note', { text: 'She called, too.' })).status).toBe(200);
    expect((await step('tag', { tags: ['phone'] })).status).toBe(200);
    expect(await newTexts()).toEqual([]);
    expect(await view()).toMatchObject({
      tags: ['phone'],
      history: expect.arrayContaining([expect.objectContaining({ what: 'noted', note: 'She called, too.' })]),
    });
  });

  test('is named to the customer with what people say of it, and their own question stays open', async () => {
    const { step, newTexts, reference, say } = await begunAnew(await deskShop());
    expect((await step('say', { text: 'The parcel has arrived.' })).status).toBe(200);
    expect(await newTexts()).toEqual([expect.stringMatching(new RegExp(`${reference}[^]*The parcel has arrived`))]);
    await say('I changed my mind');
    expect((await newTexts()).join('\n')).not.toContain(reference);
  });

  test('is not opened again, because the customer talks of something else', async () => {
    const { step } = await begunAnew(await deskShop());
    expect(refused(await step('reopen'))).toEqual([409, 'superseded']);
    expect(refused(await step('ask', { fact: 'reason' }))).toEqual([409, 'superseded']);
  });
});
