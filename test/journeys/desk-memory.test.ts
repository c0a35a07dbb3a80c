import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { token, waiting as waitingAt } from '../desk/desk-shop.ts';
import { startApp } from './app.ts';
import { logIn as fillLogIn } from './day-people.ts';

// What the functions given to `evaluate` find in the page.
declare const document: { querySelector(selector: string): { scrollTop: number } | null };

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ DESK_TOKEN: token }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(15_000);
  onTestFinished(() => context.close());
  return context;
}

async function logIn(page: Page, name: string): Promise<void> {
  await fillLogIn(page, name);
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
}

async function atDesk(name: string, context?: BrowserContext) {
  const page = await (context ?? (await newContext())).newPage();
  await page.goto(`${app.base}/desk`);
  await logIn(page, name);
  return {
    page,
    answer: page.getByLabel('Your answer to the customer'),
    press: (label: string) => page.getByRole('button', { name: label, exact: true }).click(),
    inQueue: (reference: string) => page.locator(`[data-reference="${reference}"]`),
    async opens(reference: string) {
      await page.locator(`[data-reference="${reference}"]`).click();
      await page.locator('#chat-title', { hasText: reference }).waitFor();
    },
    /** Resolves when the server has what was typed. */
    kept: () => page.waitForResponse((response) => response.url().endsWith('/desk/screen/drafts')),
  };
}

/** A customer who waits for a person. */
async function waiting() {
  const { reference, say } = await waitingAt(app.base);
  return { reference, says: (text: string) => say(text) };
}

describe('what an agent has begun to write', () => {
  test('is there after a reload, another case, the end of the session, and on another device', async () => {
    const [{ reference }, other] = [await waiting(), await waiting()];
    const desk = await atDesk('Ann');
    await desk.opens(reference);
    await desk.press('Claim');
    const kept = desk.kept();
    await desk.answer.fill('Dear customer, about your parcel');
    await kept;
    await desk.opens(other.reference);
    await desk.opens(reference);
    expect(await desk.answer.inputValue()).toBe('Dear customer, about your parcel');

    // The reload comes before the server has heard of the last words.
    await desk.answer.fill('Dear customer, about your parcel: it is here');
    await desk.page.reload();
    await expect.poll(() => desk.answer.inputValue()).toBe('Dear customer, about your parcel: it is here');

    await desk.page.context().clearCookies();
    await desk.answer.fill('Dear customer, it is here');
    await logIn(desk.page, 'Ann');
    await expect.poll(() => desk.answer.inputValue()).toBe('Dear customer, it is here');

    const phone = await atDesk('Ann');
    await phone.opens(reference);
    await expect.poll(() => phone.answer.inputValue()).toBe('Dear customer, it is here');
    await phone.press('Send');
    await expect.poll(() => desk.answer.inputValue()).toBe('');
  });

  test('is there where saving it was the first thing that the ended session refused', async () => {
    const { reference } = await waiting();
    const { page, opens, press, answer } = await atDesk('Fay');
    await opens(reference);
    await press('Claim');
    await answer.waitFor();
    await page.route(/desk\/(api|screen)/, (route) =>
      route.request().url().endsWith('/drafts') ? route.continue() : route.abort(),
    );
    await page.context().clearCookies();
    await answer.fill('Dear customer');
    await page.getByLabel('Token').waitFor();
    await page.unroute(/desk\/(api|screen)/);
    await logIn(page, 'Fay');
    await expect.poll(() => answer.inputValue()).toBe('Dear customer');
  });

  test('in a ruling stays with its case', async () => {
    const [{ reference }, other] = [await waiting(), await waiting()];
    const desk = await atDesk('Bea');
    await desk.opens(reference);
    await desk.press('Claim');
    await desk.press('Uphold…');
    const reason = desk.page.getByLabel('Reason, which the customer reads');
    await reason.fill('The two weeks are over, and');
    await desk.opens(other.reference);
    expect(await reason.count()).toBe(0);
    await desk.opens(reference);
    await expect.poll(() => reason.inputValue()).toBe('The two weeks are over, and');
    await desk.page.reload();
    await expect.poll(() => reason.inputValue()).toBe('The two weeks are over, and');
    await desk.press('Cancel');
    await desk.page.reload();
    await desk.page.getByRole('button', { name: 'Uphold…' }).waitFor();
    expect(await reason.count()).toBe(0);
  });
});

test('a refusal stays until it is dismissed, and the answer with it', async () => {
  const { reference } = await waiting();
  const [ann, bob] = [await atDesk('Ann'), await atDesk('Bob')];
  for (const desk of [ann, bob]) await desk.opens(reference);
  await ann.page.getByText('Bob has this case open').waitFor();
  // Their pages know of nothing while the other one acts.
  await ann.page.route('**/desk/api/cases**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await bob.press('Claim');
  await bob.answer.waitFor();
  await ann.press('Claim');
  const trouble = ann.page.getByRole('alert').filter({ hasText: 'Bob' });
  await trouble.waitFor();
  await ann.page.unroute('**/desk/api/cases**');
  await ann.page.locator('#chat-title', { hasText: 'Bob' }).waitFor();
  expect(await trouble.isVisible()).toBe(true);
  await ann.press('Dismiss');
  await expect.poll(() => trouble.isVisible()).toBe(false);
});

test('the second click of a double click does nothing to a case', async () => {
  const { reference } = await waiting();
  const { page, opens, press, inQueue } = await atDesk('Gus');
  await opens(reference);
  await page.locator('[data-does="claim"]').dblclick();
  await page.getByLabel('Your answer to the customer').waitFor();
  await page.getByRole('button', { name: 'Assign…' }).dblclick();
  await page.getByLabel('Who takes care of it').waitFor();
  await press('Cancel');
  await page.getByRole('button', { name: 'Release' }).dblclick();
  await inQueue(reference).getByText('waiting').waitFor();
  expect(await page.locator('.trouble').isVisible()).toBe(false);
  await page.getByLabel(`Select ${reference}`).check();
  await page.locator('.bulk').getByRole('button', { name: 'Close' }).dblclick();
  await press('Close this case?');
  await page.getByText(`${reference}: done`).waitFor();
});

test('messages in a case of one’s own are counted until they are seen, over a reload as well', async () => {
  const [{ reference, says }, other] = [await waiting(), await waiting()];
  const desk = await atDesk('Cleo');
  await desk.opens(reference);
  await desk.press('Claim');
  await desk.opens(other.reference);
  await says('It is me again');
  await says('Are you there?');
  await desk.inQueue(reference).getByText('2 new messages').waitFor();
  await desk.page.reload();
  await desk.inQueue(reference).getByText('2 new messages').waitFor();
  await expect.poll(() => desk.page.title()).toMatch(/^\(\d+\) Desk$/);
  const before = Number(/\d+/.exec(await desk.page.title())?.[0]);
  await desk.opens(reference);
  await expect.poll(() => desk.page.title()).toBe(`(${before - 1}) Desk`);
  expect(await desk.inQueue(reference).getByText('new message').count()).toBe(0);
});

test('whoever reads further up is told of what comes below', async () => {
  const { reference, says } = await waiting();
  const desk = await atDesk('Dora');
  await desk.opens(reference);
  await desk.press('Claim');
  for (let i = 1; i <= 8; i += 1) {
    await desk.answer.fill(`Line ${i}\nand more\nand more`);
    await desk.press('Send');
    await desk.page.locator('.said-agent', { hasText: `Line ${i}` }).waitFor();
  }
  await desk.page.evaluate(() => {
    const list = document.querySelector('#transcript');
    if (list) list.scrollTop = 0;
  });
  await says('And now?');
  await desk.press('New message below ↓');
  await expect.poll(() => desk.page.getByText('And now?').isVisible()).toBe(true);
  await expect.poll(() => desk.page.getByRole('button', { name: 'New message below ↓' }).count()).toBe(0);
});

test('a notification tells of a customer who writes while the desk is not in front', async () => {
  const { reference, says } = await waiting();
  const context = await newContext();
  await context.grantPermissions(['notifications']);
  await context.addInitScript(`
    globalThis.shown = [];
    globalThis.Notification = class extends EventTarget {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      constructor(title) { super(); globalThis.shown.push(title); }
    };
  `);
  const desk = await atDesk('Eve', context);
  await desk.opens(reference);
  await desk.press('Claim');
  await desk.press('News');
  await desk.page.getByLabel('Show a notification').check();
  await desk.page.locator('#alerts').getByRole('button', { name: 'Close' }).click();
  await desk.page.evaluate('document.hasFocus = () => false');
  await says('Hello?');
  await expect
    .poll(() => desk.page.evaluate('globalThis.shown.join()'))
    .toContain(`${reference}: the customer has written`);
});
