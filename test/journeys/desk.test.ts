import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createCore } from '../../src/core.ts';
import { words } from '../../src/desk/words/words.ts';
import { createLog } from '../../src/log.ts';
import { launchBrowser } from '../browser.ts';
import { waiting } from '../desk/desk-shop.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { words as customerWords, opening } from '../wording.ts';
import { startApp } from './app.ts';

// What the function given to `evaluate` finds in the page.
declare const document: { activeElement: { getAttribute(name: string): string | null } | null };

const token = 'the-token-of-this-desk';
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ DESK_TOKEN: token }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** A page of its own; what the browser complains of is kept. */
async function newPage(
  size: keyof typeof sizes,
): Promise<{ page: Page; complaints: string[]; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: sizes[size] });
  context.setDefaultTimeout(10_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, complaints, context };
}

async function atDesk(name: string, size: keyof typeof sizes = 'desktop') {
  const { page, ...rest } = await newPage(size);
  await page.goto(`${app.base}/desk`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Desk' }).waitFor();
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  return {
    page,
    ...rest,
    press: (label: string) => button(label).click(),
    sees: (text: string) => page.getByText(text).last().waitFor(),
    inQueue: (reference: string) => page.locator(`[data-reference="${reference}"]`),
    async answers(text: string) {
      await page.getByLabel('Your answer to the customer').fill(text);
      await button('Send').click();
      await page.locator('.said-agent', { hasText: text }).waitFor();
    },
  };
}

async function inChat(shop: string, size: keyof typeof sizes = 'desktop') {
  const { page, ...rest } = await newPage(size);
  await page.goto(`${app.base}/shops/${shop}`);
  const sees = (text: string) => page.getByText(text).last().waitFor();
  return {
    page,
    ...rest,
    sees,
    press: (name: string) => page.getByRole('button', { name, exact: true }).last().click(),
    async says(text: string, after?: string) {
      if (after !== undefined) await sees(after);
      await page.getByRole('textbox').last().fill(text);
      await page.keyboard.press('Enter');
    },
    async reference(): Promise<string> {
      await sees('Your reference is');
      const text = await page.getByText('Your reference is').last().innerText();
      return /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '';
    },
  };
}

/** A customer whom the policy refuses, and who wants a person. */
async function refused() {
  const customer = await inChat('fortnight-shop');
  await customer.press('I changed my mind');
  await customer.press("I don't know");
  await customer.press('I have received it');
  await customer.says('1 October', 'When did you receive it?');
  await customer.press('Talk to a human');
  return { ...customer, reference: await customer.reference() };
}

/** Likewise, where what the customer sees is not the point; the case of somebody at whose door a courier stands. */
const refusedElsewhere = () =>
  waiting(app.base, 'fortnight-shop', ['I changed my mind', "I don't know", 'I have received it', '1 October']);
const atTheDoor = () =>
  waiting(app.base, 'tool-shop', ['It was damaged on the way', "I don't know", 'The courier is here', 'Yes']);

describe('customer and agent side by side', () => {
  test('from the escalation to the submitted form, without a reload', async () => {
    const desk = await atDesk('Ann');
    const { reference, ...customer } = await refused();
    await desk.inQueue(reference).click();
    await desk.sees(words.case.resolutions['not-eligible']);
    expect(await desk.page.getByLabel('Your answer to the customer').isVisible()).toBe(false);

    await desk.press('Claim');
    await customer.sees('Ann from the shop has read your case');
    await desk.answers('Hello! What happened?');
    await customer.sees('Hello! What happened?');
    await customer.says('I was in hospital. Who pays the return?');
    await desk.sees('I was in hospital. Who pays the return?');

    await desk.press('Ask…');
    await desk.page.getByLabel('Question of the policy').selectOption('condition');
    await desk.press('Ask');
    await customer.press('None of these');
    await desk.page.locator('.said-customer', { hasText: 'None of these' }).waitFor();

    await desk.press('Approve…');
    await desk.page.getByLabel(/^Approve: return/).check();
    await desk.page.getByLabel('Reason, which the customer reads').fill('You were ill, so we make an exception.');
    await desk.page.locator('#actions').getByRole('button', { name: 'Send' }).click();
    await desk.page.locator('#case-file .badge-exception').waitFor();
    await customer.sees('You were ill, so we make an exception.');

    const [form] = await Promise.all([
      customer.context.waitForEvent('page'),
      customer.page.getByRole('link', { name: 'Open the form' }).click(),
    ]);
    await form.getByLabel(/^I (have read|accept)/).check();
    for (const field of await form.getByRole('textbox').all()) await field.fill('FD-1');
    for (const choice of await form.getByLabel(customerWords.say('form.refundMethod.original')).all())
      await choice.check();
    await form.getByRole('button', { name: /^Submit/ }).click();
    await form.getByText(/RMA-/).first().waitFor();
    await desk.sees('The form was submitted');
    expect([...desk.complaints, ...customer.complaints]).toEqual([]);
  });

  test('the bot keeps quiet until the case is handed back, and then goes on', async () => {
    const desk = await atDesk('Ann');
    const customer = await inChat('fortnight-shop');
    await customer.press('I changed my mind');
    await customer.says('talk to a human', opening('detail.orderNumber'));
    const reference = await customer.reference();
    await desk.inQueue(reference).click();
    await desk.press('Claim');
    await customer.sees('I will stay quiet in the meantime');
    for (const text of ['help', 'I changed my mind', 'start over']) await customer.says(text);
    await desk.page.locator('.said-customer', { hasText: 'start over' }).waitFor();
    expect(await desk.page.locator('.transcript > li').last().innerText()).toContain('start over');
    await desk.press('Hand back…');
    await desk.page.getByLabel('Summary for the customer').fill('We will find your order together.');
    await desk.press('Hand back to the assistant');
    await customer.sees('We will find your order together.');
    await desk.page
      .locator('.said-bot', { hasText: opening('detail.orderNumber') })
      .last()
      .waitFor();
  });

  test('what changes in another process is seen, too, and a photo of the customer is shown', async () => {
    const desk = await atDesk('Ann');
    const { reference, ...customer } = await refused();
    await desk.inQueue(reference).click();
    const [chooser] = await Promise.all([
      customer.page.waitForEvent('filechooser'),
      customer.page.getByRole('button', { name: 'Upload file' }).click(),
    ]);
    await chooser.setFiles({ name: 'seal.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
    await customer.sees(opening('digression.file-kept'));
    const photo = desk.page.getByRole('img', { name: 'seal.png' });
    await photo.waitFor();
    expect(await photo.evaluate((img: { naturalWidth?: number }) => img.naturalWidth)).toBe(1);

    const config = readConfig({ ...fixtureSettings, DATA_DIR: app.dataDir, TODAY: '2026-11-21', LOG_LEVEL: 'silent' });
    const other = await createCore(config, createLog('silent'));
    onTestFinished(() => other.store.close());
    const event = { type: 'claim', by: { id: 'zoe', name: 'Zoe' } } as const;
    expect(await other.desk.act({ reference, event, key: 'zoe' })).toEqual({ kind: 'done' });
    await desk.sees('Zoe has this case.');
    expect([...desk.complaints, ...customer.complaints]).toEqual([]);
  });

  test('an address opens its case, through the log-in, and tells which one is open', async () => {
    const [first, second] = [await refusedElsewhere(), await refusedElsewhere()];
    const { page, complaints } = await newPage('desktop');
    const logIn = async (given: string) => {
      await page.getByLabel('Your name').fill('Ann');
      await page.getByLabel('Token').fill(given);
      await page.getByRole('button', { name: 'Log in' }).click();
    };
    const isOpen = (reference: string) => page.getByRole('heading', { name: `${reference} · waiting` }).waitFor();
    await page.goto(`${app.base}/desk#${first.reference}`);
    await logIn('not the token');
    await page.getByText('This is not the token').waitFor();
    await logIn(token);
    await isOpen(first.reference);
    await page.locator(`[data-reference="${second.reference}"]`).click();
    await isOpen(second.reference);
    expect(page.url()).toBe(`${app.base}/desk#${second.reference}`);
    await page.goBack();
    await isOpen(first.reference);
    await page.goto(`${app.base}/desk#AAAA-AAAA`);
    await page.getByRole('heading', { name: 'There is no case AAAA-AAAA' }).waitFor();
    expect(page.url()).toBe(`${app.base}/desk`);
    expect(complaints.filter((text) => !/401|404/.test(text))).toEqual([]);
  });

  test('two agents cannot take one case, and the second sees who has it', async () => {
    const agents = [await atDesk('Ann'), await atDesk('Bob')];
    const { reference } = await refusedElsewhere();
    for (const agent of agents) await agent.inQueue(reference).click();
    const claims = agents.map(({ page }) => page.locator('[data-does="claim"]'));
    for (const claim of claims) await claim.waitFor();
    // The button of the second may be gone already.
    await Promise.allSettled(claims.map((claim) => claim.click({ timeout: 1_000 })));
    const seenBy = (what: (page: Page) => Locator): Promise<boolean[]> =>
      Promise.all(agents.map(({ page }) => what(page).isVisible()));
    const holders = () => seenBy((page) => page.getByLabel('Your answer to the customer'));
    const told = () => seenBy((page) => page.locator('#actions').getByText(/^(Ann|Bob) has this case\.$/));
    await expect.poll(async () => (await told()).filter(Boolean).length).toBe(1);
    const isTold = await told();
    await expect.poll(holders).toEqual(isTold.map((one) => !one));
  });

  test('an urgent case is announced and stands first', async () => {
    const desk = await atDesk('Ann');
    await refusedElsewhere();
    const { reference } = await atTheDoor();
    await desk.inQueue(reference).waitFor();
    expect(await desk.page.locator('#urgent').textContent()).toContain(`${reference}: a courier is at the door`);
    expect(await desk.page.title()).toMatch(/^\(1 urgent, \d+\) Desk$/);
    expect(await desk.page.locator('.case').first().getAttribute('data-reference')).toBe(reference);
  });
});

describe('with keys alone', () => {
  test('a case is found, opened, claimed and ruled on', async () => {
    const { reference } = await refusedElsewhere();
    const { page } = await atDesk('Kim');
    await page.locator('.case').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(reference.replace('-', '').toLowerCase());
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.case').count()).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('[data-does="claim"]').waitFor();
    await page.keyboard.press('c');
    await page.getByText('with Kim').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.keyboard.type('We know you.');
    await page.keyboard.press('Escape');
    expect(await page.locator('form.step').count()).toBe(0);
    await page.keyboard.press('r');
    await page.keyboard.type('We know you.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Approved: return').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  });
});

test('what somebody is at stays while news come in: the focus, an open form, a begun answer', async () => {
  const { reference } = await refusedElsewhere();
  const { page, press, inQueue } = await atDesk('Lea');
  await inQueue(reference).click();
  await press('Claim');
  await page.getByLabel('Your answer to the customer').fill('One moment');
  await press('Approve…');
  await page.getByLabel('Reason, which the customer reads').fill('Half a reason');
  await page.getByLabel(/^Approve: something else/).check();
  await inQueue(reference).focus();
  // An urgent case stands before all others.
  await inQueue((await atTheDoor()).reference).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-reference'))).toBe(reference);
  expect(await page.getByLabel('Your answer to the customer').inputValue()).toBe('One moment');
  expect(await page.getByLabel('Reason, which the customer reads').inputValue()).toBe('Half a reason');
  expect(await page.getByLabel(/^Approve: something else/).isChecked()).toBe(true);
});

describe('hostile text', () => {
  const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>[x](javascript:alert(3)) **b** &lt;';

  test('of a customer is shown as it is, wherever it appears', async () => {
    const customer = await inChat('fortnight-shop');
    await customer.says(markup, 'What is the matter');
    await customer.says('talk to a human');
    const reference = await customer.reference();
    const desk = await atDesk('Ann');
    await desk.inQueue(reference).click();
    await desk.page.locator('.said-customer', { hasText: markup }).waitFor();
    expect(await desk.inQueue(reference).innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(
      await desk.page.locator('main img, main script, main .said-customer a, main .said-customer strong').count(),
    ).toBe(0);
    expect(desk.complaints).toEqual([]);
  });

  test('of an agent is shown as it is on both sides', async () => {
    const customer = await inChat('fortnight-shop');
    await customer.says('talk to a human', 'What is the matter');
    const reference = await customer.reference();
    const desk = await atDesk('<b onclick=alert(1)>Eve</b>');
    await desk.inQueue(reference).click();
    await desk.press('Claim');
    await customer.sees('<b onclick=alert(1)>Eve</b>');
    await desk.answers('<img src=x onerror=alert(1)>');
    await customer.sees('<img src=x onerror=alert(1)>');
    expect(await customer.page.locator('#chat b[onclick], #chat img[src="x"]').count()).toBe(0);
    expect(await desk.page.locator('main b, main img').count()).toBe(0);
    expect([...desk.complaints, ...customer.complaints]).toEqual([]);
  });
});

test('what is written from right to left is read from right to left', async () => {
  const { reference } = await waiting(app.base, 'fortnight-shop', ['أين؟']);
  const { page, inQueue, press } = await atDesk('محمد');
  await inQueue(reference).click();
  await press('Claim');
  const said = page.locator('.said-customer .said-text', { hasText: 'أين؟' });
  const fromLeft = await said.evaluate((one) => {
    const range = one.ownerDocument.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect().left - one.getBoundingClientRect().left;
  });
  expect(fromLeft).toBeGreaterThan(5);
  const answer = page.getByLabel('Your answer to the customer');
  expect(await answer.evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).unicodeBidi)).toBe(
    'plaintext',
  );
});

describe('on a phone', () => {
  test('one part is seen at a time, and nothing is wider than the screen', async () => {
    const { reference } = await refusedElsewhere();
    const desk = await atDesk('Ann', 'phone');
    const isTooWide = () => desk.page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);
    const seen = async () =>
      Promise.all(['queue', 'chat', 'case-pane'].map((part) => desk.page.locator(`section.${part}`).isVisible()));
    expect([await seen(), await isTooWide()]).toEqual([[true, false, false], false]);
    await desk.inQueue(reference).click();
    expect([await seen(), await isTooWide()]).toEqual([[false, true, false], false]);
    await desk.press('Case');
    expect([await seen(), await isTooWide()]).toEqual([[false, false, true], false]);
    await desk.press('Approve…');
    expect(await isTooWide()).toBe(false);
    await desk.press('Cancel');
    await desk.press('Queue');
    expect(await seen()).toEqual([true, false, false]);
  });
});

test('the policy is run for somebody on the phone', async () => {
  const desk = await atDesk('Ann');
  await desk.press('Check the policy');
  await desk.page.getByLabel('Shop', { exact: true }).selectOption('fortnight-shop');
  await desk.press('I changed my mind');
  await desk.press('I have received it');
  await desk.page.getByLabel('Received on').fill('2026-11-10');
  await desk.press('Next');
  await desk.page.getByRole('dialog').getByText('Until 2026-11-24').waitFor();
  expect(desk.complaints).toEqual([]);
});
