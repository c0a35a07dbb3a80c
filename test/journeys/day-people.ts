import type { Browser, Locator, Page } from 'playwright-core';
import { token } from '../desk/desk-shop.ts';

const size = { width: 1280, height: 800 };

async function open(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: size });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

const seen = (place: Page | Locator, text: string) => place.getByText(text).last().waitFor();

/** Logs in at the page of the desk with its token. */
export async function logIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Log in' }).click();
}

/** An agent at the page of the desk, in a browser of their own. */
export async function agentAt(browser: Browser, base: string, name: string) {
  const page = await open(browser, `${base}/desk`);
  await logIn(page, name);
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
  const actions = page.locator('#actions');
  const press = (label: string) => actions.getByRole('button', { name: label, exact: true }).click();
  const answer = page.getByLabel('Your answer to the customer');
  return {
    page,
    press,
    answer,
    sees: (text: string) => seen(page, text),
    queued: (reference: string) => page.locator(`[data-reference="${reference}"]`),
    async opens(reference: string): Promise<void> {
      await page.locator(`[data-reference="${reference}"]`).click();
      await page.locator('#chat-title', { hasText: reference }).waitFor();
    },
    async says(text: string): Promise<void> {
      await answer.fill(text);
      await answer.press('Control+Enter');
    },
    /** Writes until the server has kept it. */
    async begins(text: string): Promise<void> {
      const kept = page.waitForResponse((response) => response.url().endsWith('/desk/screen/drafts'));
      await answer.fill(text);
      await kept;
    },
    async rules(button: string, ruling: RegExp, reason: string): Promise<void> {
      await press(button);
      await actions.getByLabel(ruling).check();
      await actions.getByLabel('Reason, which the customer reads').fill(reason);
      await press('Send');
    },
  };
}

/** A customer at the chat of the website, in a browser of their own, who has asked for a person. */
export async function customerAt(browser: Browser, base: string) {
  const page = await open(browser, `${base}/shops/fortnight-shop`);
  const box = page.getByRole('textbox').last();
  const sees = (text: string) => seen(page, text);
  async function says(text: string): Promise<void> {
    await box.fill(text);
    await box.press('Enter');
  }
  await page.getByRole('button', { name: 'I changed my mind' }).last().waitFor();
  await says('talk to a human');
  await sees('Your reference is');
  const text = await page.getByText('Your reference is').last().innerText();
  const links = page.getByRole('link', { name: 'Open the form' });
  return {
    page,
    sees,
    says,
    reference: /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '',
    /** The links to forms so far, oldest first. */
    forms: () => links.evaluateAll((all) => all.map((one) => String(one.getAttribute('href')))),
  };
}
