import { describe, expect, test } from 'vitest';
import { unfilledIn } from '../../../src/desk/replies/placeholders.ts';
import { createReplies } from '../../../src/desk/replies/replies.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { newDataDir } from '../../commands/command.ts';
import { deskShop, refused } from '../desk-shop.ts';
import { browserAt } from '../page/browser-at.ts';

const label = { of: 'shop', shop: 'fortnight-shop', title: 'Label', text: 'The label for {order} is on its way.' };

describe('canned replies', () => {
  test('of the shop are everybody’s there, and one’s own are nobody else’s', async () => {
    const shop = await deskShop();
    const [ann, bob] = [await browserAt(shop.base, 'Ann'), await browserAt(shop.base, 'Bob')];
    await ann.post('replies', label);
    await ann.post('replies', { ...label, of: 'me', title: 'Mine', language: 'de' });
    const titles = async (who: typeof ann, of: string) =>
      ((await who.get(`replies?shop=${of}`)).body.replies as { title: string }[]).map(({ title }) => title);
    expect(await titles(ann, 'fortnight-shop')).toEqual(['Mine', 'Label']);
    expect(await titles(bob, 'fortnight-shop')).toEqual(['Label']);
    expect(await titles(ann, 'tool-shop')).toEqual(['Mine']);
  });

  test('are changed and removed by their id', async () => {
    const shop = await deskShop();
    const kept = (await shop.post('replies', { ...label, by: undefined })).body.reply as { id: string };
    await shop.post('replies', { ...label, by: undefined, id: kept.id, title: 'Return label' });
    const all = async () => (await shop.get('replies?shop=fortnight-shop')).body.replies;
    expect(await all()).toEqual([{ id: kept.id, of: 'shop', title: 'Return label', text: label.text }]);
    await shop.post('replies/remove', { by: undefined, id: kept.id, of: 'shop', shop: 'fortnight-shop' });
    expect(await all()).toEqual([]);
  });

  test('need a title and words, and a machine has none of its own', async () => {
    const shop = await deskShop();
    const post = (body: object) => shop.post('replies', { ...label, by: undefined, ...body });
    expect(refused(await post({ title: ' ' }))).toEqual([400, 'invalid-body']);
    expect(refused(await post({ language: 'German' }))).toEqual([400, 'invalid-body']);
    expect(refused(await post({ shop: 'no-such-shop' }))).toEqual([400, 'unknown-shop']);
    expect(refused(await post({ of: 'me' }))).toEqual([400, 'no-own-replies']);
  });

  test('are at most as many as somebody looks through', async () => {
    const store = openSqliteStore(newDataDir());
    const replies = createReplies(store, () => new Date('2026-11-21T10:00:00Z'));
    const whose = { agent: 'ann', shop: 'shop' };
    for (let count = 0; count < 300; count += 1) {
      await replies.keep(whose, { id: `r${count}`, of: 'me', title: `R ${count}`, text: 'Hello' });
    }
    expect(await replies.keep(whose, { of: 'me', title: 'One more', text: 'Hello' })).toBeUndefined();
    expect(await replies.keep(whose, { id: 'r7', of: 'me', title: 'Changed', text: 'Hello' })).toBeDefined();
    await store.close();
  });
});

describe('a name in braces that nobody filled in', () => {
  test('is not sent to a customer, and the refusal names it', async () => {
    const shop = await deskShop();
    const customer = await shop.waiting();
    await shop.post(`cases/${customer.reference}/claim`);
    await customer.newTexts();
    const answer = await shop.post(`cases/${customer.reference}/say`, { text: 'Send it by {deadline}, please.' });
    expect(refused(answer)).toEqual([400, 'placeholder-left']);
    expect(answer.body.error?.message).toContain('{deadline}');
    expect(await customer.newTexts()).toEqual([]);
  });

  test.each([
    ['rule', { ruling: 'approve', resolution: 'return', reason: 'Send it by {Deadline}.' }],
    ['withdraw', { note: 'Send it by {Deadline}.' }],
    ['hand-back', { summary: 'Send it by {Deadline}.' }],
    ['close', { note: 'Send it by {Deadline}.' }],
  ])('is not sent by the step %s either', async (action, words) => {
    const shop = await deskShop();
    const customer = await shop.waiting();
    await shop.post(`cases/${customer.reference}/claim`);
    if (action === 'withdraw') {
      const ruling = { ruling: 'approve', resolution: 'return', reason: 'We know you.' };
      await shop.post(`cases/${customer.reference}/rule`, ruling);
    }
    await customer.newTexts();
    const answer = await shop.post(`cases/${customer.reference}/${action}`, words);
    expect(refused(answer)).toEqual([400, 'placeholder-left']);
    expect(answer.body.error?.message).toContain('{Deadline}');
    expect(await customer.newTexts()).toEqual([]);
  });

  test.each([
    ['Dear {Customer} {ORDER} {Größe} { form } {order_number}', ['Customer', 'ORDER', 'Größe', 'form', 'order_number']],
    ['Dear {customer}, {customer}: {tracking-number}', ['customer', 'tracking-number']],
    ['a set {1, 2}, {} and {A B}', []],
  ])('is found in "%s"', (text, names) => {
    expect(unfilledIn(text)).toEqual(names);
  });
});
