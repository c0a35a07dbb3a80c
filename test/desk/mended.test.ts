import { describe, expect, test } from 'vitest';
import { rmaOf, visitor } from '../forms/visitor.ts';
import { bob, deskShop, refused } from './desk-shop.ts';

const wrong = { ruling: 'uphold', reason: 'It is too late.' };
const approved = { ruling: 'approve', resolution: 'return', reason: 'We know you.' };
const again = true;

/** A customer whose case people see to, and the forms that their rulings open. */
async function customerOf(shop: Awaited<ReturnType<typeof deskShop>>, says: string[] = []) {
  const customer = await shop.waiting('fortnight-shop', says);
  const step = (action: string, body: object = {}) => shop.post(`cases/${customer.reference}/${action}`, body);
  /** The token of the newest form. */
  async function form(): Promise<string> {
    const { formUrl } = (await customer.lastReturns()) ?? {};
    return new URL(String(formUrl)).searchParams.get('token') ?? '';
  }
  const opens = async (token: string): Promise<number> => (await visitor(shop.base).open(token)).status;
  return { ...customer, step, form, opens };
}

describe('a wrong ruling', () => {
  test('is corrected: the customer hears that it was and why, and gets a form', async () => {
    const shop = await deskShop();
    const { step, newTexts, form, opens } = await customerOf(shop);
    await step('rule', wrong);
    await newTexts();
    expect((await step('rule', { ...approved, by: bob, again })).body.case).toMatchObject({
      state: 'ruled',
      ruling: { ...approved, by: bob },
    });
    expect(await newTexts()).toEqual([expect.stringMatching(/Bob.*again and corrected[\s\S]*We know you\./)]);
    expect(await opens(await form())).toBe(200);
  });

  test('is not corrected by somebody who does not know of it', async () => {
    const shop = await deskShop();
    const { step } = await customerOf(shop);
    await step('rule', wrong);
    expect(refused(await step('rule', { ...approved, by: bob }))).toEqual([409, 'not-in-this-state']);
  });

  test('is corrected by one of those who correct it at once, and the customer hears of one', async () => {
    const shop = await deskShop();
    const { step, newTexts } = await customerOf(shop);
    await step('rule', wrong);
    await newTexts();
    const grants = ['return', 'warranty-repair', 'return', 'warranty-repair'];
    const answers = await Promise.all(
      grants.map((resolution) => step('rule', { ...approved, resolution, by: bob, again })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await newTexts()).toHaveLength(1);
  });

  test('is corrected once more by who names the ruling that stands, and by nobody who knows an older one', async () => {
    const shop = await deskShop();
    const { step } = await customerOf(shop);
    await step('rule', wrong);
    await step('rule', { ...approved, by: bob, again: 1 });
    for (const old of [1, true, 3]) {
      const late = await step('rule', { ...wrong, again: old });
      expect(refused(late)).toEqual([409, 'ruled-since']);
      expect(late.body.error?.message).toContain('Bob');
    }
    expect((await step('rule', { ...wrong, again: 2 })).status).toBe(200);
    expect(refused(await step('rule', { ...wrong, again: 'yes' }))).toEqual([400, 'invalid-body']);
  });

  test('that granted something takes its form back, and what is granted instead has a new one', async () => {
    const shop = await deskShop();
    const { step, newTexts, form, opens } = await customerOf(shop);
    await step('rule', approved);
    const first = await form();
    expect(await opens(first)).toBe(200);
    await newTexts();
    await step('rule', { ruling: 'approve', resolution: 'warranty-repair', reason: 'It can be mended.', again });
    expect(await newTexts()).toEqual([expect.stringContaining('can no longer be used')]);
    const second = await form();
    expect([await opens(first), await opens(second)]).toEqual([410, 200]);
    await step('rule', { ...wrong, again: 2 });
    expect([await opens(first), await opens(second)]).toEqual([410, 410]);
  });

  test('is withdrawn with its form, and the case is with whoever withdrew it', async () => {
    const shop = await deskShop();
    const { step, newTexts, form, opens } = await customerOf(shop);
    await step('rule', approved);
    const token = await form();
    await newTexts();
    const { body } = await step('withdraw', { note: 'I mixed up two cases.', by: bob });
    expect(body.case).toMatchObject({ state: 'claimed', agent: bob });
    expect(body.case).not.toHaveProperty('ruling');
    const [told = ''] = await newTexts();
    expect(told).toMatch(/Bob.*withdrawn[\s\S]*I mixed up two cases\.[\s\S]*can no longer be used/);
    expect(await opens(token)).toBe(410);
    await step('rule', { ...approved, by: bob });
    expect([await opens(token), await opens(await form())]).toEqual([410, 200]);
  });

  test('whose form was sent in stays, and whoever would change it hears why', async () => {
    const shop = await deskShop();
    const { step, form } = await customerOf(shop, ['I changed my mind', 'FD-1003', 'quentin@example.com']);
    await step('rule', approved);
    const token = await form();
    const { open, fill } = visitor(shop.base);
    const done = await fill(token, await open(token), {
      refundMethod: 'original',
      serialNumber: 'SN-1',
      accept: 'yes',
    });
    expect(rmaOf(done)).toMatch(/^RMA-/);
    for (const [action, body] of [
      ['rule', { ...wrong, again }],
      ['withdraw', { note: 'A mistake.' }],
    ] as const) {
      const answer = await step(action, body);
      expect(refused(answer)).toEqual([409, 'form-sent']);
      expect(answer.body.error?.message).toContain(rmaOf(done));
    }
  });

  test('gives way to what the policy has decided, whose form holds again', async () => {
    const shop = await deskShop();
    const facts = ['I changed my mind', "I don't know", 'I have received it', '2026-11-15'];
    const { step, newTexts, form, opens, read } = await customerOf(shop, facts);
    const { activities } = await read();
    const decided = activities.map(({ channelData }) => channelData?.returns as { formUrl?: string } | undefined);
    const own = new URL(decided.find((one) => one?.formUrl)?.formUrl ?? '').searchParams.get('token') ?? '';
    await step('rule', { ruling: 'approve', resolution: 'warranty-repair', reason: 'It can be mended.' });
    const repair = await form();
    await newTexts();
    await step('rule', { ...wrong, again });
    expect(await newTexts()).toEqual([expect.stringContaining('the first decision')]);
    expect([await opens(own), await opens(repair), await opens(await form())]).toEqual([200, 410, 200]);
  });
});

describe('a case that is over', () => {
  test('is opened again by somebody, who has it then', async () => {
    const shop = await deskShop();
    const { step, newTexts } = await customerOf(shop);
    await step('close');
    await newTexts();
    expect((await step('reopen', { by: bob })).body.case).toMatchObject({ state: 'claimed', agent: bob });
    expect(await newTexts()).toEqual([expect.stringContaining('**Bob** from the shop has opened your case')]);
  });

  test('is open again for the same agent when the customer writes, and people see what', async () => {
    const shop = await deskShop();
    const { step, say, newTexts, reference } = await customerOf(shop);
    await step('claim');
    await step('close');
    await say('thanks');
    expect((await shop.get(`cases/${reference}`)).body.case?.state).toBe('closed');
    await newTexts();
    await say('it still does not work');
    expect(await newTexts()).toEqual([expect.stringMatching(/opened your case.*\*\*Ann\*\*/)]);
    const { body } = await shop.get(`cases/${reference}`);
    expect(body.case).toMatchObject({ state: 'claimed', agent: { id: 'ann' } });
    expect((await step('say', { text: 'I am looking.' })).status).toBe(200);
  });
});

describe('a case changes hands', () => {
  test('taken over from the colleague whom one knows of, not from another', async () => {
    const shop = await deskShop();
    const { step, newTexts } = await customerOf(shop);
    await step('claim');
    await newTexts();
    expect(refused(await step('take-over', { by: bob, from: 'cleo' }))).toEqual([409, 'taken']);
    expect((await step('take-over', { by: bob, from: 'ann' })).body.case).toMatchObject({ agent: bob });
    expect(await newTexts()).toEqual([expect.stringContaining('**Bob** from the shop is looking after')]);
    expect(refused(await step('say', { text: 'Hello?' }))).toEqual([409, 'taken']);
  });

  test('assigned to somebody, and given back by whoever owns the desk', async () => {
    const shop = await deskShop();
    const { step, newTexts } = await customerOf(shop);
    expect((await step('assign', { to: bob })).body.case).toMatchObject({ state: 'claimed', agent: bob });
    expect(await newTexts()).toEqual([expect.stringContaining('**Bob**')]);
    const { body } = await step('release');
    expect(body.case).toMatchObject({ state: 'waiting' });
    expect(body.case?.history).toContainEqual(expect.objectContaining({ what: 'released', who: bob }));
  });
});
