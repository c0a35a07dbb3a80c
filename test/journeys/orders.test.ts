import { decodeJwt } from 'jose';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { opening, words } from '../wording.ts';
import { startApp } from './app.ts';
import { freePort } from './process.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function chat(settings: Record<string, string> = {}) {
  const app = await startApp(settings);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  onTestFinished(async () => {
    await page.context().close();
    await app.stop();
  });
  await page.goto(`${app.base}/shops/tool-shop`);
  return {
    page,
    press: (name: string) => page.getByRole('button', { name, exact: true }).last().click(),
    sees: (text: string) => page.getByText(text).last().waitFor(),
    async says(question: string, text: string) {
      await page.getByText(question).last().waitFor();
      await page.getByRole('textbox').last().fill(text);
      await page.keyboard.press('Enter');
    },
  };
}

test('an order that is found leaves one question, and its form is filled in already', async () => {
  const { page, press, says, sees } = await chat();
  await press('It does not work properly');
  await says(opening('detail.orderNumber'), '#eq-1001');
  await says(opening('detail.email'), 'Anna@Example.com');
  await sees('Diagnostic scanner DS-20');
  await press('None of these');
  await sees(words.say('verdict.return.headline'));
  const [form] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('button', { name: words.say('decision.openForm.return') })
      .last()
      .click(),
  ]);
  await form.waitForLoadState();
  expect(form.url()).toContain('/form?token=');
});

test('an order that is contradicted goes to a person, with both words kept', async () => {
  const { press, says, sees } = await chat();
  await press('It does not work properly');
  await says(opening('detail.orderNumber'), 'EQ-1001');
  await says(opening('detail.email'), 'anna@example.com');
  await press('None of these');
  await sees(words.say('verdict.return.headline'));
  await says(words.say('verdict.return.headline'), 'that date is wrong');
  await says('When did you buy it?', '1 May 2020');
  await sees(opening('case.filed.contradiction'));
});

test('while orders cannot be looked up the chat says so and just asks', async () => {
  const { press, says, sees } = await chat({ ORDERS_URL: `http://127.0.0.1:${await freePort()}` });
  await press('It does not work properly');
  await says(opening('detail.orderNumber'), '4711');
  await says(opening('detail.email'), 'anna@example.com');
  await sees(opening('order.unavailable'));
  await sees('What kind of product is it?');
});

test('a wrong pair is told no more than that nothing was found', async () => {
  const { press, says, sees } = await chat();
  await press('It does not work properly');
  await says(opening('detail.orderNumber'), 'EQ-1001');
  await says(opening('detail.email'), 'boris@example.com');
  await sees(opening('order.missing'));
});

test('of two alike the customer says how many, and the form is for that many', async () => {
  const { page, press, says, sees } = await chat();
  await press('I changed my mind');
  await says(opening('detail.orderNumber'), 'EQ-1020');
  await says(opening('detail.email'), 'odile@example.com');
  await says('How many of them is this about?', 'just one');
  await sees(words.say('verdict.cancellation.headline'));
  const [form] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('button', { name: words.say('decision.openForm.cancellation') })
      .last()
      .click(),
  ]);
  await form.waitForLoadState();
  const token = new URL(form.url()).searchParams.get('token') ?? '';
  expect(decodeJwt(token)).toMatchObject({ return: { quantity: 1, refund: { amount: '31.33', fee: '2.00' } } });
});

test('a line that has gone back is said at once, with a person as the way on', async () => {
  const { press, says, sees } = await chat();
  await press('It does not work properly');
  await says(opening('detail.orderNumber'), 'EQ-1021');
  await says(opening('detail.email'), 'deniz@example.com');
  await press('Scanner (returned already)');
  await sees('has been returned already');
  await sees(opening('question.offerHuman'));
});
