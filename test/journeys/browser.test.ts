import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { sentence, words } from '../wording.ts';
import { startApp } from './app.ts';

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const sizes = { desktop: { width: 1200, height: 900 }, phone: { width: 390, height: 844 } };

describe.each(['desktop', 'phone'] as const)('in the real Web Chat, %s', (size) => {
  async function chat(shop: string): Promise<Page> {
    const page = await browser.newPage({ viewport: sizes[size] });
    await page.goto(`${app.base}/shops/${shop}`);
    return page;
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();
  async function say(page: Page, question: string, text: string): Promise<void> {
    await page.getByText(question).last().waitFor();
    await page.getByRole('textbox').last().fill(text);
    await page.keyboard.press('Enter');
  }
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).last().waitFor();

  test('a broken device within its warranty may be sent in', async () => {
    const page = await chat('tool-shop');
    await press(page, 'It does not work properly');
    await press(page, "I don't know");
    await press(page, 'A device or hardware key');
    await press(page, 'None of these');
    await press(page, 'No');
    await say(page, 'How many months of warranty', '2 years');
    await say(page, 'When did you buy it?', '3 weeks ago');
    await sees(page, words.say('verdict.return.headline'));
    await sees(page, 'Saturday 31 October 2026');
    await sees(page, 'Returns of broken devices within the warranty');
    const [form] = await Promise.all([
      page.context().waitForEvent('page'),
      page
        .getByRole('button', { name: words.say('decision.openForm.return') })
        .last()
        .click(),
    ]);
    expect(form.url()).toContain('/form?token=');
    await page.context().close();
  });

  test('several conditions ticked in the card are each cited', async () => {
    const page = await chat('tool-shop');
    await press(page, 'It does not work properly');
    await press(page, "I don't know");
    await press(page, 'A device or hardware key');
    await page.getByLabel('The warranty seal is damaged or missing').check();
    await page.getByLabel('The original packaging is missing or damaged').check();
    await press(page, 'Send my choice');
    // The Markdown of cards sets apostrophes as a printer would.
    await sees(page, words.say('verdict.not-eligible.headline').replaceAll("'", '’'));
    await sees(page, 'Warranty seal damaged');
    await sees(page, 'Original packaging missing or damaged');
    await page.context().close();
  });

  test('an order that is not shipped is cancelled for a fee, and an answer can be changed', async () => {
    const page = await chat('tool-shop');
    await press(page, 'I changed my mind');
    await press(page, "I don't know");
    await press(page, 'A device or hardware key');
    await press(page, 'Not shipped yet');
    await press(page, 'No');
    await sees(page, '6% of the price');
    await press(page, 'Change an answer');
    await press(page, 'Delivery: not shipped yet');
    await sees(page, words.say('question.changeWhich'));
    const own = await page.locator('.webchat__bubble--from-user').allInnerTexts();
    expect(own.slice(-2)).toEqual(['Change an answer', 'Delivery: not shipped yet']);
    await press(page, 'I have received it');
    await sees(page, sentence('remark.decisionWithdrawn'));
    await sees(page, 'Devices that work stay with you');
    await page.context().close();
  });

  test('a human is one tap away, with a reference', async () => {
    const page = await chat('fortnight-shop');
    await press(page, 'I changed my mind');
    await press(page, "I don't know");
    await press(page, 'I have received it');
    await say(page, 'When did you receive it?', '1 October');
    await sees(page, '14 days to return');
    await press(page, 'Talk to a human');
    await sees(page, /Your reference is/);
    await page.context().close();
  });

  test('a reload goes on where the chat was', async () => {
    const page = await chat('fortnight-shop');
    await press(page, 'I changed my mind');
    await press(page, "I don't know");
    await sees(page, 'Where is the parcel now?');
    await page.reload();
    await press(page, 'I have received it');
    await sees(page, 'When did you receive it?');
    expect(await page.locator('.webchat__bubble', { hasText: 'What is the matter with your purchase?' }).count()).toBe(
      1,
    );
    await page.context().close();
  });
});
