import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CaseView, caseViewSchema } from '../../src/desk/case/case-view.ts';
import { caseText } from '../../src/desk/case/text/case-text.ts';
import { checkText } from '../../src/desk/check/check-text.ts';
import { checkPolicy } from '../../src/desk/check/policy-check.ts';
import { caseCard as slackCard } from '../../src/desk/slack/card/card.ts';
import { caseModalView } from '../../src/desk/slack/card/form.ts';
import { caseCard as teamsCard } from '../../src/desk/teams/card/card.ts';
import { decidedOf, rulingChoices } from '../../web/desk/steps/choices.js';
import { start } from '../channels/client.ts';
import { furnitureFolder, furnitureShop } from '../fixtures/furniture.ts';
import { chat } from '../forms/form-shop.ts';
import { visitor } from '../forms/visitor.ts';
import { words } from '../wording.ts';
import { deskShop } from './desk-shop.ts';

const settings = { POLICIES_DIR: furnitureFolder, DEFAULT_POLICY: 'furniture-shop' };
const headlines = {
  granted: 'You get your money back and keep the item',
  claim: 'We take it up with the carrier',
};

type Shop = Awaited<ReturnType<typeof deskShop>>;

async function viewOf(shop: Shop, reference: string): Promise<CaseView> {
  return caseViewSchema.parse((await shop.get(`cases/${reference}`)).body.case);
}

/** A customer of the furniture shop whose damage the carrier answers for. */
async function withClaim(shop: Shop) {
  const customer = await start(shop.base, 'furniture-shop');
  for (const text of ['It is damaged', 'Bulky furniture', '2026-11-10']) await customer.say(text);
  const returns = async () => (await customer.read()).activities.map(({ channelData }) => channelData?.returns);
  const decision = decisionSchema.parse((await returns()).find((one) => decisionSchema.safeParse(one).success));
  return { ...customer, reference: decision.reference, last: async () => (await returns()).at(-1) };
}

const decisionSchema = z.looseObject({ kind: z.literal('decision'), reference: z.string(), resolution: z.string() });

describe('a case whose outcome is the shop’s own', () => {
  test('is read in the shop’s words at every desk', async () => {
    const shop = await deskShop(settings);
    const { reference } = await withClaim(shop);
    const view = await viewOf(shop, reference);
    expect(view).toMatchObject({
      because: 'human-review',
      decision: { resolution: 'carrier-claim' },
      grants: ['return', 'refund-without-return'],
      outcomes: { 'carrier-claim': { title: headlines.claim, kind: 'person' } },
    });
    const sections = caseText(view).sections.map(({ title }) => title);
    expect(sections).toContain(`The policy says: ${headlines.claim}`);
    expect(JSON.stringify(slackCard(view, 'https://desk.example/'))).toContain(headlines.claim);
    expect(JSON.stringify(caseModalView('approve', view))).toContain(headlines.granted);
    expect(JSON.stringify(teamsCard(view, { deskUrl: 'https://desk.example/' }))).toContain(headlines.granted);
    // People decide it, so nothing that they give is an exception.
    expect(decidedOf(view)).toBeUndefined();
    expect(rulingChoices(view).map(({ value, isException }) => [value, isException])).toEqual([
      ['return', false],
      ['refund-without-return', false],
      ['exception', false],
      ['uphold', false],
    ]);
  });

  test('can be granted one of the shop’s own, with its form', async () => {
    const shop = await deskShop(settings);
    const { reference, last } = await withClaim(shop);
    const ruling = { ruling: 'approve', resolution: 'refund-without-return', reason: 'The carrier has paid.' };
    expect((await shop.post(`cases/${reference}/rule`, ruling)).status).toBe(200);
    const told = rulingSchema.parse(await last());
    expect(told).toMatchObject({ ruling: 'approve', resolution: 'refund-without-return' });

    const token = new URL(told.formUrl).searchParams.get('token') ?? '';
    const { open, fill } = visitor(shop.base);
    const page = await open(token);
    expect([page.status, page.heading]).toEqual([200, headlines.granted]);
    expect(page.html).toContain('You do not have to send anything.');
    const done = await fill(token, page, { refundMethod: 'original', accept: 'yes' });
    expect([done.status, done.heading]).toEqual([200, words.say('form.own.registered')]);
    expect(done.html).toContain('You hear from us within a week.');
    expect(await viewOf(shop, reference)).toMatchObject({
      ruling: { resolution: 'refund-without-return', isException: false },
      submitted: { fields: [{ field: 'refundMethod' }] },
    });
  });

  test('can be upheld, which is no grant; and nothing can be granted that the shop does not have', async () => {
    const shop = await deskShop(settings);
    const { reference, last } = await withClaim(shop);
    const rule = (resolution: string) =>
      shop.post(`cases/${reference}/rule`, { ruling: 'approve', resolution, reason: 'So be it.' });
    expect([(await rule('carrier-claim')).status, (await rule('no-such')).status]).toEqual([400, 400]);
    await shop.post(`cases/${reference}/rule`, { ruling: 'uphold', reason: 'The carrier says no.' });
    expect(await last()).toMatchObject({ kind: 'ruling', ruling: 'uphold', resolution: 'not-eligible' });
  });
});

const rulingSchema = z.looseObject({ kind: z.literal('ruling'), formUrl: z.string() });

test('a check at the desk says what the customer can choose', () => {
  const facts = { reason: 'changed-mind', size: 'parcel', assembled: false, receivedOn: '2026-11-10' };
  const { sections } = checkText(checkPolicy(furnitureShop(), facts, { today: '2026-11-21' }), 'Europe/Berlin');
  expect(sections[0]).toMatchObject({ title: 'The customer can choose', lines: [{}, {}, {}] });
  expect(sections[0]?.lines[0]?.text).toMatch(/^My money back \(.*Fee: 10% of the price/);
});

test('an outcome of the shop’s own opens its form from the chat', async () => {
  const shop = await deskShop(settings);
  const facts = { reason: 'damaged', size: 'parcel', receivedOn: '2026-11-10' };
  const { conversation, token } = await chat(shop, { shop: 'furniture-shop', facts });
  const { open, fill } = visitor(shop.base);
  const page = await open(token);
  expect(page.heading).toBe(headlines.granted);
  expect((await fill(token, page, { refundMethod: 'credit', accept: 'yes' })).status).toBe(200);
  const { activities } = await conversation.read();
  expect(JSON.stringify(activities)).toContain(words.say('decision.openForm.own'));
  expect(activities.at(-1)?.text).toContain(words.say('form.own.registered'));
});
