import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { words } from '../../src/desk/words/words.ts';
import { launchBrowser } from '../browser.ts';
import { start } from '../channels/client.ts';
import { token } from '../desk/desk-shop.ts';
import { startApp } from './app.ts';
import { logIn } from './day-people.ts';
import { freePort } from './process.ts';

const { modes, note, replies, files, packet } = words.speak;
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
beforeAll(async () => {
  const port = String(await freePort());
  const settings = { DESK_TOKEN: token, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` };
  [app, browser] = await Promise.all([startApp(settings), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

async function atDesk(name: string, reference = '', size: keyof typeof sizes = 'desktop') {
  const context = await browser.newContext({ viewport: sizes[size] });
  context.setDefaultTimeout(10_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${app.base}/desk${reference === '' ? '' : `?case=${reference}`}`);
  await logIn(page, name);
  await page.getByRole('heading', { name: 'Desk' }).waitFor();
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  return {
    page,
    complaints,
    press: (label: string) => button(label).click(),
    open: (one: string) => openCase(page, one),
  };
}

async function openCase(page: Page, reference: string): Promise<void> {
  await page.locator(`[data-reference="${reference}"]`).click();
  await page.locator('#chat-title', { hasText: reference }).waitFor();
}

/** A customer who has asked for a person. */
async function waiting() {
  const customer = await start(app.base, 'fortnight-shop');
  await customer.say('talk to a human');
  const { activities } = await customer.read();
  const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(JSON.stringify(activities.at(-1)?.channelData))?.[0] ?? '';
  return { ...customer, reference, texts: async () => JSON.stringify((await customer.read()).activities) };
}

describe('a note', () => {
  test('calls a colleague by keys alone, who sees that they are meant; the customer sees nothing', async () => {
    const [other, customer] = [await waiting(), await waiting()];
    const bob = await atDesk('Bob');
    await bob.open(other.reference);
    await bob.press('Claim');
    await bob.page.getByText(words.page.queue.yours, { exact: true }).waitFor();

    const ann = await atDesk('Ann');
    await ann.open(customer.reference);
    await ann.page.keyboard.press('n');
    await ann.page.keyboard.type('What do you think, @bo');
    await ann.page.getByRole('option', { name: 'Bob', exact: true }).waitFor();
    await ann.page.keyboard.press('Enter');
    await ann.page.keyboard.type('?');
    await ann.page.keyboard.press('Control+Enter');
    await ann.page.locator('.note', { hasText: 'What do you think, @Bob ?' }).getByText(note.mark).waitFor();

    await bob.page.locator(`[data-reference="${customer.reference}"]`, { hasText: note.callsYou }).click();
    await bob.page.locator('.note-for-me', { hasText: note.callsYou }).waitFor();
    expect(await customer.texts()).not.toContain('What do you think');
    expect([...ann.complaints, ...bob.complaints]).toEqual([]);
  });

  test('is written on a phone, and what was begun is there after a look at another case', async () => {
    const [customer, other] = [await waiting(), await waiting()];
    const { page, press, open } = await atDesk('Ann', '', 'phone');
    await open(customer.reference);
    await press(modes.note);
    await page.getByLabel(note.field).fill('Half a note');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(sizes.phone.width);
    await press(words.page.panes.queue);
    await open(other.reference);
    await press(words.page.panes.queue);
    await open(customer.reference);
    expect(await page.getByLabel(note.field).inputValue()).toBe('Half a note');
  });
});

describe('a canned reply', () => {
  test('is kept, inserted by keys with its places filled in, and refused while one is left', async () => {
    const customer = await waiting();
    const { page, press, open, complaints } = await atDesk('Ann');
    await open(customer.reference);
    await press('Claim');
    await press(replies.open);
    await press(replies.add);
    await page.getByLabel(replies.name).fill('Label');
    await page.getByLabel(replies.text, { exact: true }).fill('About {reference}: track it with {tracking}.');
    await page.getByLabel(replies.shops).check();
    await press(replies.save);
    await page.locator('.reply-text', { hasText: `About ${customer.reference}` }).waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('a');
    await page.keyboard.type('/lab');
    await page.getByRole('option', { name: 'Label' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await page.getByText('{tracking} is not filled in').waitFor();
    const box = page.locator('#answer-text');
    expect(await box.inputValue()).toContain(`About ${customer.reference}: track it with {tracking}.`);
    await box.fill(`About ${customer.reference}: track it with T-1.`);
    await page.keyboard.press('Control+Enter');
    await page.locator('.said-agent', { hasText: 'T-1' }).waitFor();
    expect(await customer.texts()).toContain('track it with T-1');
    // The browser itself writes down that one answer was refused.
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
  });

  test('stands beside the words of the policy, which are found and quoted, on a phone as well', async () => {
    const customer = await waiting();
    const { page, press, open } = await atDesk('Ann', '', 'phone');
    await open(customer.reference);
    await press(words.page.panes.case);
    await press('Claim');
    await press(words.page.panes.chat);
    await press(replies.open);
    await page.getByLabel(replies.search).fill('warranty');
    const first = page
      .locator('#replies')
      .getByRole('button', { name: /^Insert / })
      .first();
    await first.waitFor();
    await first.click();
    expect(await page.locator('#answer-text').inputValue()).toMatch(/^.+: “.+”/s);
  });
});

test('a label and a picture reach the customer in the chat of the website', async () => {
  const context = await browser.newContext({ viewport: sizes.desktop });
  onTestFinished(() => context.close());
  const chat = await context.newPage();
  await chat.goto(`${app.base}/shops/fortnight-shop`);
  await chat.getByRole('button', { name: 'I changed my mind' }).last().waitFor();
  await chat.getByRole('textbox').last().fill('talk to a human');
  await chat.keyboard.press('Enter');
  await chat.getByText('Your reference is').last().waitFor();
  const text = await chat.getByText('Your reference is').last().innerText();
  const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '';

  const { page, press, open, complaints } = await atDesk('Ann');
  await open(reference);
  await press('Claim');
  const field = page.getByLabel(files.field);
  await field.setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>1</script>') });
  await page.getByText(files.wrongKind).waitFor();
  await field.setInputFiles([
    { name: 'label.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a label') },
    { name: 'where.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') },
  ]);
  await page.locator('.files-ready', { hasText: 'where.png' }).waitFor();
  await page.locator('#answer-text').fill('Here is your label.');
  await press('Send');
  await page.locator('.said-agent', { hasText: 'Here is your label.' }).getByText('label.pdf').waitFor();
  await expect.poll(() => page.locator('.files-ready li').count()).toBe(0);

  await chat.getByText('Here is your label.').last().waitFor();
  await chat.getByText('label.pdf').last().waitFor();
  await chat.locator('img[src*="/files/desk-"]').waitFor();
  expect(complaints.filter((one) => !one.includes('415'))).toEqual([]);
});

test('somebody on the phone hears what the policy says, and their case is filed and opened, by an agent at a phone', async () => {
  const { page, press, complaints } = await atDesk('Ann', '', 'phone');
  await press(words.page.menu);
  await press(words.check.title);
  await page.getByLabel(words.check.shop, { exact: true }).selectOption('fortnight-shop');
  await press('I changed my mind');
  await page.getByText(words.page.check.file).click();
  await page.getByLabel(words.check.orderNumber).fill('FD-1003');
  await page.getByLabel(words.check.story).fill('Call back on 0123 456');
  await press(words.check.file);
  await press(words.page.check.open);
  await page.getByText('Call back on 0123 456 (taken down by Ann)').last().waitFor();
  expect(complaints).toEqual([]);
});

test('pictures stand side by side, other cases of the customer are at hand, and all of it is reached by keys', async () => {
  const customer = await waiting();
  for (const name of ['seal.png', 'box.png']) {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(pixel, 'base64')], { type: 'image/png' }), name);
    const headers = { authorization: `Bearer ${customer.token}` };
    await fetch(`${app.base}/v3/directline${customer.here}/upload`, { method: 'POST', headers, body: form });
  }
  const { page, open, complaints } = await atDesk('Ann');
  await open(customer.reference);
  await page.getByRole('button', { name: 'Open picture seal.png' }).press('Enter');
  const shown = () => page.locator('.viewer-pair figcaption').allInnerTexts();
  expect(await shown()).toEqual(['seal.png', 'box.png']);
  await page.getByRole('button', { name: packet.next }).press('ArrowRight');
  expect(await shown()).toEqual(['box.png', 'seal.png']);
  await page.keyboard.press('Escape');
  await page.getByText(packet.timeline).click();
  await page.getByText('File of Customer: seal.png').waitFor();
  expect(complaints).toEqual([]);
});
