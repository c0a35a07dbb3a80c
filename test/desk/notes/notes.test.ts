import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../../commands/command.ts';
import { bob, deskShop, refused } from '../desk-shop.ts';

const historySchema = z.array(
  z.looseObject({
    what: z.string(),
    note: z.string().optional(),
    mentions: z.array(z.object({ id: z.string() })).optional(),
  }),
);

type Shop = Awaited<ReturnType<typeof deskShop>>;

async function notesOf(shop: Shop, reference: string) {
  const { body } = await shop.get(`cases/${reference}`);
  return historySchema.parse(body.case?.history).filter(({ what }) => what === 'noted');
}

describe('a note', () => {
  test('stands in the history for colleagues, and the customer reads nothing of it', async () => {
    const shop = await deskShop();
    const customer = await shop.waiting();
    await customer.newTexts();
    const { status } = await shop.post(`cases/${customer.reference}/note`, { text: 'She has called twice.' });
    expect(status).toBe(200);
    expect(await notesOf(shop, customer.reference)).toMatchObject([
      { note: 'She has called twice.', by: { id: 'ann' } },
    ]);
    expect(await customer.newTexts()).toEqual([]);
    expect(JSON.stringify((await customer.read()).activities)).not.toContain('called twice');
  });

  test('takes no case from anybody, nor changes what can be done with it', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/claim`);
    await shop.post(`cases/${reference}/note`, { by: bob, text: 'I know this customer.' });
    expect((await shop.get(`cases/${reference}`)).body.case).toMatchObject({ state: 'claimed', agent: { id: 'ann' } });
    expect((await shop.post(`cases/${reference}/say`, { text: 'Hello' })).status).toBe(200);
  });

  test('leaves the question that the customer is to answer', async () => {
    const shop = await deskShop();
    const customer = await shop.waiting();
    await shop.post(`cases/${customer.reference}/claim`);
    await shop.post(`cases/${customer.reference}/ask`, { fact: 'condition' });
    await shop.post(`cases/${customer.reference}/note`, { text: 'Let us see.' });
    await customer.say('none of these');
    const { body } = await shop.get(`cases/${customer.reference}`);
    expect(body.case?.facts).toContainEqual(expect.objectContaining({ fact: 'condition' }));
  });

  test('can be written on a case that is settled', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/close`);
    await shop.post(`cases/${reference}/note`, { text: 'The parcel came after all.' });
    expect(await notesOf(shop, reference)).toHaveLength(1);
  });

  test('is kept once for each key, and not without words', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    const key = { 'idempotency-key': 'one' };
    await shop.post(`cases/${reference}/note`, { text: 'Once' }, key);
    await shop.post(`cases/${reference}/note`, { text: 'Once' }, key);
    expect(await notesOf(shop, reference)).toHaveLength(1);
    expect(refused(await shop.post(`cases/${reference}/note`, { text: ' ' }))).toEqual([400, 'invalid-body']);
  });
});

describe('a colleague who is called with @', () => {
  test('is marked on the case until they have done something with it', async () => {
    const shop = await deskShop();
    const [{ reference }, other] = [await shop.waiting(), await shop.waiting()];
    // Bob is known from another case.
    await shop.post(`cases/${other.reference}/claim`, { by: bob });
    await shop.post(`cases/${reference}/note`, { text: 'What do you think, @bob?' });
    const mentioned = async () =>
      (await shop.get('cases')).body.cases?.find((one) => one.reference === reference)?.mentioned;
    expect(await mentioned()).toEqual(['bob']);
    expect(await notesOf(shop, reference)).toMatchObject([{ mentions: [{ id: 'bob' }] }]);
    await shop.post(`cases/${reference}/note`, { by: bob, text: 'Grant it.' });
    expect(await mentioned()).toBeUndefined();
  });

  test('is offered by name', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/claim`, { by: bob });
    expect((await shop.get('colleagues')).body).toEqual({ colleagues: [bob] });
  });
});

test('what a customer is given of what is kept has no note in it', async () => {
  const shop = await deskShop();
  const { reference } = await shop.waiting('fortnight-shop', ['I changed my mind', 'FD-1003', 'quentin@example.com']);
  await shop.post(`cases/${reference}/note`, { text: 'A difficult one, quentin@example.com.' });
  await shop.stop();
  const { output } = await runCommand(['export', '--of', 'quentin@example.com'], shop.dataDir);
  expect(output).toContain(reference);
  expect(output).not.toContain('difficult');
});
