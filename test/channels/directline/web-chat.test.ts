import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { words } from '../../wording.ts';
import { serve } from '../serve.ts';

// What the functions given to `evaluate` find in the page.
declare const document: { documentElement: { scrollWidth: number; scrollHeight: number } };
declare const innerWidth: number;
declare const innerHeight: number;
declare function getComputedStyle(element: unknown): { color: string };

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page whose complaints (console errors, refused requests) fail the test, unless it expects them. */
async function openPage(
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

const input = (page: Page) => page.getByRole('textbox');
const bubble = (page: Page, text: string) => page.locator('.webchat__bubble', { hasText: text });

/** Picks files by the button, as a customer does. */
async function pick(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload file' }).click(),
  ]);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles(files);
}

const picture = (bytes: number) => ({ name: 'seal.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(bytes, 1) });

async function say(page: Page, text: string): Promise<void> {
  await input(page).fill(text);
  await input(page).press('Enter');
  await bubble(page, `You said ${text}`).waitFor();
}

describe('Web Chat on the shop’s page', () => {
  it('is found from the front page and chats, without a complaint of the browser', async () => {
    const { base } = await serve();
    const { page, complaints } = await openPage(base);
    await page.getByRole('link', { name: /Fourteen Days/ }).click();
    await bubble(page, 'Welcome to fortnight-shop').waitFor();
    await say(page, 'It is broken 📦');
    expect(await page.title()).toContain('Fourteen Days');
    expect(complaints).toEqual([]);
  });

  it('shows words, not markup, whatever a customer writes', async () => {
    const { base } = await serve();
    const { page } = await openPage(`${base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    await input(page).fill('<img src=x onerror="document.title=1"><b>hello</b>');
    await input(page).press('Enter');
    await bubble(page, 'You said').waitFor();
    expect(await page.title()).not.toBe('1');
    expect(await page.locator('.webchat__bubble img').count()).toBe(0);
  });

  it('sends several files at once, pictures and PDF', async () => {
    const { base, store } = await serve();
    const { page } = await openPage('about:blank');
    const opened = page.waitForResponse('**/v3/directline/conversations');
    await page.goto(`${base}/shops/tool-shop`);
    const { conversationId } = await (await opened).json();
    await bubble(page, 'What is it about?').waitFor();
    expect(await page.locator('input[type="file"]').getAttribute('accept')).toBe('image/*,application/pdf');
    await pick(page, picture(3_000_000), {
      name: 'bill.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF'),
    });
    await bubble(page, 'bill.pdf').waitFor();
    const colorOf = (part: string) =>
      page
        .locator(`.webchat__fileContent__${part}`, { hasText: /./ })
        .last()
        .evaluate((one) => getComputedStyle(one).color);
    expect([await colorOf('fileName'), await colorOf('size')]).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    const sent = async () => {
      const activities = await store.activities(conversationId, 0, 100);
      const files = activities.flatMap(({ activity }) => (activity.attachments ?? []) as { name: string }[]);
      // They come in the order in which the browser has read them.
      return files.toSorted((a, b) => a.name.localeCompare(b.name));
    };
    await expect.poll(sent).toMatchObject([
      { name: 'bill.pdf', contentType: 'application/pdf', fileId: expect.any(String) },
      { name: 'seal.jpg', contentType: 'image/jpeg', fileId: expect.any(String) },
    ]);
    expect(await page.locator('#notice').isVisible()).toBe(false);
  });

  it.each([
    ['files of more than 4 MB together', [picture(2_200_000), picture(2_200_000)], words.say('chat.filesTooLarge')],
    [
      'a file of another kind',
      [{ ...picture(9), name: 'x.exe', mimeType: 'application/x-msdownload' }],
      words.say('chat.filesOfWrongKind'),
    ],
  ])('does not send %s, says why, and sends the words beside', async (_, files, notice) => {
    const { base } = await serve();
    const { page } = await openPage(`${base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    await input(page).fill('Here it is');
    await pick(page, ...files);
    await page.locator('#notice').getByText(notice).waitFor();
    await bubble(page, 'You said Here it is').waitFor();
    expect(await bubble(page, files[0]?.name ?? '').count()).toBe(0);
    await say(page, 'Then without');
    expect(await page.locator('#notice').isVisible()).toBe(false);
  });

  it.each([
    [413, words.say('chat.filesTooLarge')],
    [400, words.say('chat.fileNotSent')],
  ])('says so when a file is refused on the way (%i)', async (status, notice) => {
    const { base } = await serve();
    const { page } = await openPage(`${base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    await page.route('**/upload?*', (route) => route.fulfill({ status, body: '{}' }));
    await pick(page, picture(100));
    await page.locator('#notice').getByText(notice).waitFor();
    await page.getByText('Send failed').first().waitFor();
  });

  it('takes the conversation up again after a reload', async () => {
    const { base } = await serve();
    const { page, complaints } = await openPage(`${base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    await say(page, 'before');
    await page.reload();
    await bubble(page, 'You said before').waitFor();
    await say(page, 'after');
    expect(await bubble(page, 'What is it about?').count()).toBe(1);
    expect(await page.locator('#notice').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('says that the connection is lost, and goes on after a restart of the server', async () => {
    const first = await serve();
    const { page } = await openPage('about:blank');
    // DirectLineJS waits 3 to 15 s, by chance, before it tries again.
    await page.addInitScript(() => {
      const { random } = Math;
      Math.random = () => random() / 100;
    });
    await page.goto(`${first.base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    await say(page, 'before');
    await first.server.close();
    await first.store.close();
    const notice = page.locator('#notice');
    await notice.getByText(words.say('chat.lost')).waitFor();
    await serve({ dataDir: first.dataDir, port: first.port });
    await notice.waitFor({ state: 'hidden', timeout: 25_000 });
    await say(page, 'after');
    expect(await bubble(page, 'You said before').count()).toBe(1);
  });

  it('waits for a server that is not there yet', async () => {
    const { base } = await serve();
    const { page } = await openPage('about:blank');
    let refusals = 1;
    await page.route('**/tokens/generate*', (route) => (refusals-- > 0 ? route.abort() : route.continue()));
    await page.goto(`${base}/shops/tool-shop`);
    await page.locator('#notice').getByText(words.say('chat.unreachable')).waitFor();
    await bubble(page, 'What is it about?').waitFor();
    expect(await page.locator('#notice').isVisible()).toBe(false);
  });

  it.each([
    ['a phone', phone],
    ['a small phone', { ...phone, viewport: { width: 320, height: 568 } }],
    ['a phone held sideways', { ...phone, viewport: { width: 844, height: 390 } }],
    ['a desktop', { viewport: { width: 1280, height: 800 } }],
  ])('fits %s: nothing is cut off, the input is in view', async (_, options) => {
    const { base } = await serve();
    const { page } = await openPage(`${base}/shops/tool-shop`, options);
    await bubble(page, 'What is it about?').waitFor();
    await say(page, 'x'.repeat(300));
    const { scrollWidth, scrollHeight, width, height } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      scrollHeight: document.documentElement.scrollHeight,
      width: innerWidth,
      height: innerHeight,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(width);
    expect(scrollHeight).toBeLessThanOrEqual(height);
    const box = await input(page).boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect((await page.locator('#chat').boundingBox())?.height).toBeGreaterThan(height * 0.5);
  });
});
