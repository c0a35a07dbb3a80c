import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
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

/** A chat in a browser of its own. */
async function inChat(address = `${app.base}/shops/fortnight-shop`) {
  const context = await browser.newContext();
  context.setDefaultTimeout(30_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(address);
  const sees = (text: string | RegExp) => bubble(page, text).last().waitFor();
  return {
    page,
    sees,
    async says(text: string, answer: string | RegExp) {
      await bubble(page, /./).first().waitFor();
      await page.getByRole('textbox').last().fill(text);
      await page.getByRole('textbox').last().press('Enter');
      await sees(answer);
    },
  };
}

const bubble = (page: Page, text: string | RegExp) => page.locator('.webchat__bubble', { hasText: text });

/** The e-mails that were sent so far, as a mail program shows them. */
function mails(): string[] {
  const folder = join(app.dataDir, 'mail');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
  return files.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '='));
}

/** The one e-mail that says this. */
async function mailWith(text: string): Promise<string> {
  const found = () => mails().find((mail) => mail.includes(text));
  await expect.poll(found).toBeDefined();
  return found() ?? '';
}

const linkIn = (mail: string) => (/http\S+#talk=[\w-]+/.exec(mail)?.[0] ?? '').replace(/^http:\/\/[^/]+/, app.base);

describe('a customer who goes away', () => {
  test('asks for a link, and goes on with it elsewhere', async () => {
    const laptop = await inChat();
    await laptop.says('It is broken', /./);
    await laptop.says('Send me a link to this chat', words.say('talk.mail.no-address').slice(0, 40));
    await laptop.says('Send me a link to this chat at anna@example.com', words.say('talk.mail.sent').slice(0, 40));
    const mail = await mailWith('To: anna@example.com');
    const phone = await inChat(linkIn(mail));
    await phone.sees('Send me a link to this chat at anna@example.com');
    await phone.says('I am on my phone now', /./);
    await laptop.sees('I am on my phone now');
  });

  test('types the reference in a new chat, then the code from the e-mail, and sees the old one', async () => {
    const before = await inChat();
    await before.says('Send me a link to this chat at ben@example.com', words.say('talk.mail.sent').slice(0, 40));
    await before.says('Talk to a human', sentence('case.filed.asked-for-human'));
    const text = await bubble(before.page, 'Your reference is').last().innerText();
    const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '';

    const after = await inChat();
    await after.says(`Hello, my reference is ${reference}`, 'a code and a link are on their way');
    const code = /code there: (\d{4}-\d{4})/.exec(await mailWith(`reference ${reference} into our chat`))?.[1] ?? '';
    await after.says('0000-0000', words.say('talk.code.wrong').slice(0, 30));
    await after.page.getByRole('textbox').last().fill(code);
    await after.page.getByRole('textbox').last().press('Enter');
    await after.sees('Send me a link to this chat at ben@example.com');
    expect(await bubble(after.page, 'Hello, my reference is').count()).toBe(0);
    await after.says('I am back', /./);
    await before.sees('I am back');
  });

  test('hears the same of a reference that nobody has', async () => {
    const chat = await inChat();
    const count = mails().length;
    await chat.says('K7M2-9QXD', 'a code and a link are on their way');
    await chat.says('0000-0000', words.say('talk.code.wrong').slice(0, 30));
    expect(mails()).toHaveLength(count);
  });
});
