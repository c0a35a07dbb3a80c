import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { token } from '../desk/desk-shop.ts';
import { words } from '../wording.ts';
import { startApp } from './app.ts';
import { agentAt, customerAt } from './day-people.ts';

let aheadMs = 0;
let app: Awaited<ReturnType<typeof startApp>>;
let browsers: Browser[];
beforeAll(async () => {
  const settings = { DESK_TOKEN: token, UNANSWERED_AFTER_MINUTES: '10' };
  [app, ...browsers] = await Promise.all([
    startApp(settings, () => new Date(Date.now() + aheadMs)),
    launchBrowser(),
    launchBrowser(),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  for (const browser of browsers ?? []) await browser.close();
  await app?.stop();
});

test('two agents and a customer: a whole day in three browsers', async () => {
  const [first, second, third] = browsers as [Browser, Browser, Browser];
  const [ann, bob, { reference, ...lena }] = await Promise.all([
    agentAt(first, app.base, 'Ann'),
    agentAt(second, app.base, 'Bob'),
    customerAt(third, app.base),
  ]);

  // Claimed; what was begun survives a reload.
  await ann.opens(reference);
  await ann.press('Claim');
  await lena.sees('Ann from the shop');
  await ann.begins('Dear Lena, your lamp');
  await ann.page.reload();
  await expect.poll(() => ann.answer.inputValue()).toBe('Dear Lena, your lamp');

  // Taken over by keys, with the colleague’s knowledge, who keeps what was begun.
  await bob.opens(reference);
  await bob.sees('Ann has this case.');
  await bob.page.keyboard.press('t');
  await bob.sees('Take over from Ann');
  await bob.page.keyboard.press('Enter');
  await lena.sees('Bob from the shop is looking after');
  await ann.sees(`Bob has ${reference} now.`);
  await ann.page.reload();
  await expect
    .poll(() => ann.page.getByLabel('You had begun this answer; it was not sent').inputValue())
    .toBe('Dear Lena, your lamp');

  // A word among colleagues, and a file for the customer.
  await bob.page.keyboard.press('Escape');
  await bob.page.getByRole('button', { name: 'Colleagues' }).click();
  await bob.page.getByLabel('A note that the customer never reads').fill('@Ann, is it the brass one?');
  await bob.page.getByRole('button', { name: 'Keep note' }).click();
  await ann.queued(reference).getByText('calls you').waitFor();
  await bob.page.getByRole('button', { name: 'Customer', exact: true }).click();
  const label = { name: 'label.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a label') };
  await bob.page.getByLabel('Files for the customer').setInputFiles(label);
  await bob.page.locator('.files-ready', { hasText: 'label.pdf' }).waitFor();
  await bob.says('Here is your label.');
  await lena.sees('Here is your label.');
  await lena.sees('label.pdf');
  expect(await lena.page.getByText('is it the brass one').count()).toBe(0);

  // A wrong ruling is mended: its form opens no more, the new one does.
  await bob.rules('Approve…', /^Approve: repair/, 'We will repair it.');
  await lena.sees('We will repair it.');
  await expect.poll(async () => (await lena.forms()).length).toBe(1);
  await bob.sees('Approved: repair');
  await bob.rules('Approve…', /^Approve: return/, 'You may send it back.');
  await lena.sees('again and corrected');
  await expect.poll(async () => (await lena.forms()).length).toBe(2);
  const [wrong = '', right = ''] = await lena.forms();
  const form = await lena.page.context().newPage();
  await form.goto(wrong);
  await form.getByRole('heading', { name: words.say('notice.revoked.heading') }).waitFor();
  expect(await form.getByRole('button', { name: /^Submit/ }).count()).toBe(0);
  await form.goto(right);
  await form.getByRole('button', { name: /^Submit/ }).waitFor();

  // Closed, and opened again by the customer for the same agent.
  await bob.press('Close…');
  await bob.press('Close the case');
  await lena.sees('is closed');
  await lena.says('it still flickers after sunset');
  await lena.sees('what you wrote is kept with it');
  await bob.says('I am looking.');
  await lena.sees('I am looking.');

  // Ann is away and gets it all the same; nobody answers, and it is free for all again.
  await ann.page.getByLabel('Are you there?').selectOption('away');
  await bob.press('Assign…');
  await bob.page.getByLabel('Who takes care of it').selectOption({ label: 'Ann (away, cases: 0)' });
  await bob.press('Assign');
  await ann.sees(`${reference} is yours now.`);
  await bob.sees('Ann (away) has this case.');
  await lena.says('is anybody there?');
  await ann.page.locator('.said-customer', { hasText: 'is anybody there?' }).waitFor();
  aheadMs += 10 * 60_000;
  await ann.sees(`The customer of ${reference} waits for your answer.`);
  aheadMs += 10 * 60_000;
  await lena.sees('I am sorry that you have had to wait');
  await ann.sees(`${reference} is not yours any more`);

  // Bob is there; days later it is found by what was said late.
  await bob.press('Claim');
  await bob.says('Here I am. A new bulb is on its way.');
  await lena.sees('A new bulb is on its way.');
  await bob.press('Close…');
  await bob.press('Close the case');
  await bob.queued(reference).waitFor({ state: 'detached' });
  await ann.page.getByLabel('Search by reference').fill('flickers sunset');
  await ann.queued(reference).waitFor();
});
