import { expect, test } from 'vitest';
import { z } from 'zod';
import { caseViewSchema } from '../../src/desk/case/case-view.ts';
import { caseText } from '../../src/desk/case/text/case-text.ts';
import { deskShop } from '../desk/desk-shop.ts';
import { furnitureFolder } from '../fixtures/furniture.ts';
import { words } from '../wording.ts';
import { chat } from './form-shop.ts';
import { rowsOf, visitor } from './visitor.ts';

const settings = { POLICIES_DIR: furnitureFolder, DEFAULT_POLICY: 'furniture-shop' };
const shop = 'furniture-shop';
const sofa = { reason: 'changed-mind', size: 'bulky', assembled: false, receivedOn: '2026-11-10' };
const claimSchema = z.object({ return: z.looseObject({ resolution: z.string() }) });

function claimIn(token: string) {
  return claimSchema.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).return;
}

test('what was chosen in the chat is on the form, in its link, and in the case', async () => {
  const app = await deskShop(settings);
  const { conversation, reference, token } = await chat(app, { shop, facts: { ...sofa, choose: 'keep' } });
  expect(claimIn(token)).toMatchObject({
    resolution: 'refund-without-return',
    choice: { id: 'keep', title: 'Keep it for part of the price' },
    feePercent: 70,
    deadline: '2026-12-10',
  });

  const { open, fill } = visitor(app.base);
  const page = await open(token);
  expect(page.heading).toBe('You get your money back and keep the item');
  expect(rowsOf(page)).toMatchObject({
    [words.say('form.row.choice')]: 'Keep it for part of the price',
    [words.say('form.row.fee')]: '70% of the price',
  });
  expect((await fill(token, page, { refundMethod: 'original', accept: 'yes' })).status).toBe(200);

  await conversation.say('I want to talk to a human');
  const view = caseViewSchema.parse((await app.get(`cases/${reference}`)).body.case);
  expect(view.decision).toMatchObject({ resolution: 'return', chosen: 'Keep it for part of the price' });
  const lines = caseText(view).sections.flatMap((section) => section.lines);
  expect(lines).toContainEqual({ label: 'The customer chose', text: 'Keep it for part of the price' });
});

test('a link holds as long as what was chosen is offered, whatever else is not any more', async () => {
  const app = await deskShop(settings);
  const facts = { ...sofa, size: 'parcel' };
  const exchange = await chat(app, { shop, facts: { ...facts, choose: 'exchange' } });
  const money = await chat(app, { shop, facts: { ...facts, choose: 'money' } });
  const statusOn = async (day: string, { token }: { token: string }) => {
    app.clock.now = new Date(`${day}T10:00:00Z`);
    return (await visitor(app.base).open(token)).status;
  };
  expect(await statusOn('2026-12-10', money)).toBe(200);
  expect(await statusOn('2026-12-11', money)).toBe(410);
  expect(await statusOn('2027-01-09', exchange)).toBe(200);
  expect(await statusOn('2027-01-10', exchange)).toBe(410);
});
