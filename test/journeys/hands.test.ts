import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startApp } from './app.ts';

const token = 'the-token-of-this-desk';
let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ DESK_TOKEN: token }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function newPage(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${app.base}${path}`);
  return page;
}

async function atDesk(name: string) {
  const page = await newPage('/desk');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Desk' }).waitFor();
  return {
    page,
    sees: (text: string) => page.getByText(text).last().waitFor(),
    opens: (reference: string) => page.locator(`[data-reference="${reference}"]`).click(),
    press: (label: string) => page.locator('#actions').getByRole('button', { name: label, exact: true }).click(),
  };
}

async function customer() {
  const page = await newPage('/shops/fortnight-shop');
  const sees = (text: string) => page.getByText(text).last().waitFor();
  async function says(text: string): Promise<void> {
    await page.getByRole('textbox').last().fill(text);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'I changed my mind' }).last().waitFor();
  await says('talk to a human');
  await sees('Your reference is');
  const text = await page.getByText('Your reference is').last().innerText();
  return { sees, says, reference: /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '' };
}

test('two agents and a customer: taken over, a wrong ruling mended, closed, written to and opened again', async () => {
  const [ann, bob, { reference, ...lena }] = await Promise.all([atDesk('Ann'), atDesk('Bob'), customer()]);
  await ann.opens(reference);
  await ann.press('Claim');
  await lena.sees('Ann from the shop');

  // By keys: the colleague's name stands above what is confirmed.
  await bob.opens(reference);
  await bob.sees('Ann has this case.');
  await bob.page.keyboard.press('t');
  await bob.sees('Take over from Ann');
  await bob.page.keyboard.press('Enter');
  await lena.sees('Bob from the shop is looking after');
  await ann.sees(`Bob has ${reference} now.`);

  await bob.press('Uphold…');
  await bob.page.getByLabel('Reason, which the customer reads').fill('It is too late.');
  await bob.page.locator('#actions').getByRole('button', { name: 'Send' }).click();
  await lena.sees('It is too late.');
  await bob.press('Approve…');
  await bob.sees('Correct the ruling');
  await bob.page.getByLabel('Reason, which the customer reads').fill('You were ill.');
  await bob.page.locator('#actions').getByRole('button', { name: 'Send' }).click();
  await lena.sees('again and corrected');

  await bob.press('Close…');
  await bob.press('Close the case');
  await lena.sees('is closed');
  await lena.says('it still does not work');
  await lena.sees('sees what you wrote');
  await bob.page.getByLabel('Your answer to the customer').fill('I am looking.');
  await bob.page.keyboard.press('Control+Enter');
  await lena.sees('I am looking.');

  await ann.page.getByLabel('Are you there?').selectOption('away');
  await bob.press('Assign…');
  await bob.page.getByLabel('Who takes care of it').selectOption({ label: 'Ann (away, cases: 0)' });
  await bob.press('Assign');
  await ann.sees(`${reference} is yours now.`);
  await bob.sees('Ann (away) has this case.');
});
