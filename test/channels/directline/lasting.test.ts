import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createTalkKeys } from '../../../src/talks/keys.ts';
import { launchBrowser } from '../../browser.ts';
import { patienceMs } from '../../eventually.ts';
import { words } from '../../wording.ts';
import { type Served, serve } from '../serve.ts';

declare const document: { dispatchEvent(event: Event): void };
declare const window: { WebSocket?: unknown };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A browser of a customer, with nothing in it. */
async function newCustomer(): Promise<BrowserContext> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  context.setDefaultTimeout(patienceMs);
  // DirectLineJS waits 3 to 15 s, by chance, before it tries again.
  await context.addInitScript(() => {
    const { random } = Math;
    Math.random = () => random() / 100;
  });
  return context;
}

const bubble = (page: Page, text: string) => page.locator('.webchat__bubble', { hasText: text });
const notice = (page: Page) => page.locator('#notice');

async function openTab(context: BrowserContext, { base }: Served, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${base}/shops/tool-shop${hash}`);
  await bubble(page, 'What is it about?').waitFor();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
}

async function say(page: Page, text: string): Promise<void> {
  await write(page, text);
  await bubble(page, `You said ${text}`).waitFor();
}

/** The shop writes by itself, as an agent does. */
async function shopWrites({ store }: Served, conversationId: string, text: string): Promise<void> {
  const { revision = 0 } = (await store.conversation(conversationId)) ?? {};
  await store.commit({
    conversationId,
    expectedRevision: revision,
    record: null,
    events: [],
    replies: [{ type: 'message', text }],
    effects: [],
    cases: [],
    decisions: [],
    at: new Date().toISOString(),
  });
}

/** The conversation that a page opens next. */
async function conversationOpened(page: Page): Promise<string> {
  const response = await page.waitForResponse('**/v3/directline/conversations');
  return (await response.json()).conversationId;
}

/** What the store has of a conversation's messages, in order. */
async function texts({ store }: Served, conversationId: string): Promise<unknown[]> {
  return (await store.activities(conversationId, 0, 100)).map(({ activity }) => activity.text);
}

describe('the talk of a browser', { timeout: 40_000 }, () => {
  it('is there after a night, with what the shop wrote meanwhile', async () => {
    const served = await serve();
    const customer = await newCustomer();
    const page = await customer.newPage();
    const opened = conversationOpened(page);
    await page.goto(`${served.base}/shops/tool-shop`);
    await say(page, 'before');
    expect(await customer.cookies()).toMatchObject([
      { name: 'returns_talk_tool-shop', path: '/v3/directline/tokens', httpOnly: true, sameSite: 'Strict' },
    ]);
    // The tab is closed, and with it goes its token.
    await page.close();
    await shopWrites(served, await opened, 'We have looked at it');
    const next = await openTab(customer, served);
    await bubble(next, 'We have looked at it').waitFor();
    expect(await bubble(next, 'You said before').count()).toBe(1);
    await say(next, 'after');
    expect(await notice(next).isVisible()).toBe(false);
  });

  it('is the same on a device that slept through its token', async () => {
    const served = await serve();
    const page = await (await newCustomer()).newPage();
    await page.clock.install();
    await page.goto(`${served.base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    await say(page, 'before');
    // No refresh gets through while it sleeps.
    await page.route('**/tokens/refresh', (route) => route.abort());
    await page.getByRole('textbox').fill('half a sentence');
    const loaded = page.waitForEvent('load');
    await page.clock.fastForward(31 * 60_000);
    await loaded;
    await bubble(page, 'You said before').waitFor();
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('half a sentence');
    expect(await notice(page).isVisible()).toBe(false);
  });

  it('is the same in two tabs: what one sends, the other shows', async () => {
    const served = await serve();
    const customer = await newCustomer();
    const one = await openTab(customer, served);
    const other = await openTab(customer, served);
    await say(one, 'from the first');
    await bubble(other, 'You said from the first').waitFor();
    await say(other, 'from the second');
    await bubble(one, 'You said from the second').waitFor();
  });

  it('is kept by the page itself where cookies do not work', async () => {
    const served = await serve();
    const customer = await newCustomer();
    await customer.addInitScript(() => {
      Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} });
    });
    const page = await openTab(customer, served);
    await say(page, 'before');
    expect(await customer.cookies()).toEqual([]);
    await page.reload();
    await bubble(page, 'You said before').waitFor();
  });

  it('ends where the customer starts a new one, in every tab, and only then', async () => {
    const served = await serve();
    const customer = await newCustomer();
    const [one, other] = [await openTab(customer, served), await openTab(customer, served)];
    await say(one, 'before');
    const button = one.getByRole('button', { name: words.say('page.newChat') });
    one.once('dialog', (dialog) => dialog.dismiss());
    await button.click();
    one.once('dialog', (dialog) => dialog.accept());
    const loaded = Promise.all([one.waitForEvent('load'), other.waitForEvent('load')]);
    await button.click();
    await loaded;
    await bubble(one, 'What is it about?').waitFor();
    expect(await bubble(one, 'You said before').count()).toBe(0);
    await say(one, 'anew');
    await bubble(other, 'You said anew').waitFor();
    expect(await notice(one).isVisible()).toBe(false);
  });

  it('says so where it can no longer be had', async () => {
    const served = await serve();
    const customer = await newCustomer();
    const page = await openTab(customer, served);
    await say(page, 'before');
    await customer.clearCookies();
    await page.reload();
    await notice(page).getByText(words.say('chat.expired')).waitFor();
    expect(await bubble(page, 'You said before').count()).toBe(0);
  });
});

describe('the link of an e-mail', { timeout: 40_000 }, () => {
  it('shows the same talk on another device, and is not left in the address', async () => {
    const served = await serve();
    const page = await (await newCustomer()).newPage();
    const opened = conversationOpened(page);
    await page.goto(`${served.base}/shops/tool-shop`);
    await say(page, 'from the laptop');
    const talk = { conv: await opened, user: 'dl_anna', policy: 'tool-shop' };
    const { userId } = (await served.store.conversation(talk.conv)) ?? {};
    const secret = await createTalkKeys(served.store, () => new Date()).issue('link', {
      ...talk,
      user: userId ?? '',
    });
    const phone = await openTab(await newCustomer(), served, `#talk=${secret}`);
    await bubble(phone, 'You said from the laptop').waitFor();
    expect(phone.url()).not.toContain('talk=');
    await say(phone, 'from the phone');
    await bubble(page, 'You said from the phone').waitFor();
    await phone.reload();
    await bubble(phone, 'You said from the phone').waitFor();
  });

  it('that is no longer valid says so', async () => {
    const served = await serve();
    const page = await openTab(await newCustomer(), served, `#talk=${'A'.repeat(43)}`);
    await notice(page).getByText(words.say('chat.linkExpired')).waitFor();
  });
});

describe('a bad connection', { timeout: 60_000 }, () => {
  it('loses and doubles no message: what was not answered is sent again under the same id', async () => {
    const served = await serve();
    const page = await (await newCustomer()).newPage();
    const opened = conversationOpened(page);
    await page.goto(`${served.base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    let isFirst = true;
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST' || !isFirst) return route.continue();
      isFirst = false;
      // It arrives, but the answer does not.
      await route.fetch();
      await route.abort();
    });
    await write(page, 'once');
    await bubble(page, 'You said once').waitFor();
    await say(page, 'twice');
    const conversationId = await opened;
    expect((await texts(served, conversationId)).slice(2)).toEqual([
      'once',
      'You said once',
      'twice',
      'You said twice',
    ]);
  });

  it('that is gone is waited for, in order, and across a reload', async () => {
    const served = await serve();
    const page = await (await newCustomer()).newPage();
    const opened = conversationOpened(page);
    await page.goto(`${served.base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    const cut = (url: URL) => url.pathname.endsWith('/activities');
    await page.route(cut, (route) => route.abort());
    for (const text of ['one', 'two']) {
      await write(page, text);
      await bubble(page, text).waitFor();
    }
    await notice(page).getByText(words.say('chat.lost')).waitFor();
    expect(await page.getByText('Send failed').count()).toBe(0);
    await page.reload();
    await page.unroute(cut);
    await bubble(page, 'You said two').waitFor();
    const conversationId = await opened;
    expect((await texts(served, conversationId)).slice(2)).toEqual(['one', 'You said one', 'two', 'You said two']);
  });

  it('that comes back is noticed: what was written offline goes out, once', async () => {
    const served = await serve();
    const customer = await newCustomer();
    const page = await customer.newPage();
    const opened = conversationOpened(page);
    await page.goto(`${served.base}/shops/tool-shop`);
    await bubble(page, 'What is it about?').waitFor();
    await customer.setOffline(true);
    await write(page, 'from the train');
    await notice(page).getByText(words.say('chat.lost')).waitFor();
    await customer.setOffline(false);
    await bubble(page, 'You said from the train').waitFor();
    expect(await notice(page).isVisible()).toBe(false);
    expect((await texts(served, await opened)).slice(2)).toEqual(['from the train', 'You said from the train']);
  });

  it('without WebSockets polls', async () => {
    const served = await serve();
    const customer = await newCustomer();
    await customer.addInitScript(() => {
      Reflect.deleteProperty(window, 'WebSocket');
    });
    const page = await openTab(customer, served);
    await say(page, 'hello');
    expect(await notice(page).isVisible()).toBe(false);
  });

  it('through which no WebSocket gets polls by itself', async () => {
    const served = await serve();
    const customer = await newCustomer();
    await customer.routeWebSocket(/stream/, (socket) => socket.close());
    await customer.addInitScript(() => {
      // A proxy refuses the upgrade, so that no socket ever opens.
      const Native = WebSocket;
      class Refused extends EventTarget {
        readyState = 3;
        constructor() {
          super();
          setTimeout(() => this.dispatchEvent(new CloseEvent('close')));
        }
        close() {}
        send() {}
      }
      Object.assign(globalThis, { WebSocket: Object.assign(Refused, { OPEN: Native.OPEN, CLOSED: Native.CLOSED }) });
    });
    const page = await openTab(customer, served);
    await say(page, 'hello');
    expect(await notice(page).isVisible()).toBe(false);
  });
});

describe('the page', { timeout: 40_000 }, () => {
  it('cuts a paste of 60,000 characters, says so, and sends its beginning', async () => {
    const served = await serve();
    const page = await openTab(await newCustomer(), served);
    await write(page, 'ä'.repeat(60_000));
    await notice(page).getByText(words.say('chat.textCut')).waitFor();
    await bubble(page, `You said ${'ä'.repeat(4_096)}`).waitFor();
    await say(page, 'short');
    expect(await notice(page).isVisible()).toBe(false);
  });

  it('counts in its title what comes while nobody looks', async () => {
    const served = await serve();
    const customer = await newCustomer();
    const page = await customer.newPage();
    await page.clock.install();
    await page.goto(`${served.base}/shops/tool-shop`);
    const title = await page.title();
    const other = await openTab(customer, served);
    await say(other, 'first');
    await bubble(page, 'You said first').waitFor();
    expect(await page.title()).toBe(title);
    await page.clock.fastForward(3_000);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await say(other, 'second');
    await expect.poll(() => page.title()).toBe(`(1) ${title}`);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: false, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await page.title()).toBe(title);
  });
});
