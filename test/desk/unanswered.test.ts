import { expect, test } from 'vitest';
import { z } from 'zod';
import { afterOfficeMinutes, officeHoursSchema } from '../../src/desk/office-hours.ts';
import { eventually } from '../eventually.ts';
import { deskShop } from './desk-shop.ts';

const settings = { UNANSWERED_AFTER_MINUTES: '10', UNCLAIMED_AFTER_MINUTES: '0' };

/** A customer whose case Ann has. */
async function withAnn(own: Record<string, string> = {}) {
  const shop = await deskShop({ ...settings, ...own });
  const customer = await shop.waiting();
  await shop.post(`cases/${customer.reference}/claim`);
  await customer.newTexts();
  const pass = (minutes: number) => {
    shop.clock.now = new Date(shop.clock.now.getTime() + minutes * 60_000);
  };
  const history = async (): Promise<unknown> =>
    z
      .array(z.object({ what: z.string() }))
      .parse((await shop.get(`cases/${customer.reference}`)).body.case?.history)
      .map(({ what }) => what);
  return { shop, customer, pass, history };
}

test('whoever leaves a customer without an answer is reminded, then the case is free and the customer hears it', async () => {
  const { shop, customer, pass, history } = await withAnn();
  pass(10);
  await eventually(async () => expect(await history()).toEqual(['filed', 'claimed', 'reminded']));
  expect(await customer.newTexts()).toEqual([]);
  pass(10);
  await eventually(async () => expect(await history()).toEqual(['filed', 'claimed', 'reminded', 'left-waiting']));
  expect(await customer.newTexts()).toEqual([expect.stringContaining('I am sorry that you have had to wait')]);
  expect((await shop.get(`cases/${customer.reference}`)).body.case).toMatchObject({ state: 'waiting' });
});

test('whoever answers is not reminded', async () => {
  const { shop, customer, pass, history } = await withAnn();
  await shop.post(`cases/${customer.reference}/say`, { text: 'I am looking.' });
  pass(30);
  await customer.say('thank you');
  await customer.say('and one more thing about the cable');
  pass(10);
  await eventually(async () => expect(await history()).toEqual(['filed', 'claimed', 'reminded']));
});

test('minutes count while people work', () => {
  const hours = officeHoursSchema.parse('Mon-Fri 09:00-17:00, Sat 10:00-12:00');
  const at = (since: string, minutes: number) =>
    afterOfficeMinutes(hours, new Date(since), minutes, 'Europe/Berlin').toISOString();
  // 2026-11-20 is a Friday; Berlin is an hour ahead.
  expect(at('2026-11-20T10:00:00Z', 15)).toBe('2026-11-20T10:15:00.000Z');
  expect(at('2026-11-20T15:50:00Z', 15)).toBe('2026-11-21T09:05:00.000Z');
  expect(at('2026-11-20T15:50:00Z', 150)).toBe('2026-11-23T08:20:00.000Z');
  expect(at('2026-11-22T03:00:00Z', 1)).toBe('2026-11-23T08:01:00.000Z');
  expect(afterOfficeMinutes(undefined, new Date('2026-11-22T03:00:00Z'), 1, 'UTC').toISOString()).toBe(
    '2026-11-22T03:01:00.000Z',
  );
});
