import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { axeFindings } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { runCommand } from '../commands/command.ts';
import { client, startProvider } from '../desk/people/sign-on/real-provider.ts';
import { startApp } from './app.ts';
import { freePort } from './process.ts';

const people = {
  a1: { name: 'Anna from the office', email: 'anna@shop.example', email_verified: true },
  b1: { name: 'Bob', email: 'anna@shop.example', email_verified: false },
  z1: { name: 'Zoe', email: 'zoe@shop.example', email_verified: true },
};
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The desk with a provider, and Anna invited under her e-mail. */
async function desk(settings: Record<string, string> = {}) {
  const port = String(await freePort());
  const base = `http://localhost:${port}`;
  const { issuer, requests } = await startProvider(people, `${base}/desk/signed-on`);
  const app = await startApp({
    ...{ PORT: port, PUBLIC_URL: base, DESK_TOKEN: 'the-token-of-this-desk' },
    ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    ...settings,
  });
  onTestFinished(() => app.stop());
  await runCommand(['agents', 'add', 'Anna', '--role', 'lead', '--email', 'anna@shop.example'], app.dataDir);
  return { base, requests };
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  onTestFinished(() => context.close());
  return context.newPage();
}

/** Goes the whole way, through the provider's own pages. */
async function signOn(page: Page, base: string, subject: string): Promise<void> {
  await page.goto(`${base}/desk`);
  await page.getByRole('link', { name: 'Log in with single sign-on' }).click();
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

describe('single sign-on', () => {
  test('leads somebody who is invited to the desk, as who they are there, and back again', async () => {
    const { base } = await desk();
    const page = await newPage();
    await page.goto(`${base}/desk`);
    expect(await axeFindings(page)).toEqual([]);
    await signOn(page, base, 'a1');
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    expect(page.url()).toBe(`${base}/desk`);
    await page.goto(`${base}/desk/people`);
    await page.getByText('Anna, lead').waitFor();
    await page.getByText('by single sign-on, since').first().waitFor();
  });

  test('leads nobody in by an e-mail that is not verified, or who is not invited', async () => {
    const { base } = await desk();
    for (const [subject, says] of [
      ['b1', 'does not vouch for your e-mail'],
      ['z1', 'ask an owner to invite you'],
    ] as const) {
      const page = await newPage();
      await signOn(page, base, subject);
      await page.getByText(says).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Go on to the desk' }).click();
      await page.getByLabel('Name or e-mail').waitFor();
    }
  });

  test('makes an account for who is of a domain that is named', async () => {
    const { base } = await desk({ OIDC_DOMAINS: 'shop.example' });
    const page = await newPage();
    await signOn(page, base, 'z1');
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    await page.goto(`${base}/desk/people`);
    await page.getByText('Zoe, agent').waitFor();
  });

  test('takes no answer that it has not asked for, none of another browser, and none twice', async () => {
    const { base, requests } = await desk();
    const answer = (cookie: string, query: string) =>
      fetch(`${base}/desk/signed-on?${query}`, { headers: { cookie }, redirect: 'manual' });
    const begin = async () => {
      const begun = await fetch(`${base}/desk/sign-on`, { redirect: 'manual' });
      const url = new URL(begun.headers.get('location') ?? '');
      const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
      return { cookie, url, state: url.searchParams.get('state') ?? '' };
    };
    const [one, two, three] = [await begin(), await begin(), await begin()];
    expect(Object.fromEntries(one.url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      nonce: expect.stringMatching(/^.{20,}$/),
    });
    const before = requests();
    expect((await answer('', `code=x&state=${one.state}`)).status).toBe(400);
    expect((await answer(one.cookie, `code=x&state=${two.state}`)).status).toBe(502);
    expect((await answer(one.cookie, `code=x&state=${one.state}`)).status).toBe(400);
    expect((await answer(two.cookie, `error=access_denied&state=${two.state}`)).status).toBe(502);
    expect(requests()).toBe(before);
    const made = await answer(three.cookie, `code=x&state=${three.state}&iss=${new URL(three.url).origin}`);
    expect([made.status, requests()]).toEqual([502, before + 1]);
    expect(made.headers.getSetCookie().join()).not.toContain('returns_desk=');
  });

  test('is not to be reached: people hear it, and log in another way', async () => {
    const { base } = await desk({ OIDC_ISSUER: 'http://localhost:9' });
    const page = await newPage();
    await page.goto(`${base}/desk`);
    await page.getByRole('link', { name: 'Log in with single sign-on' }).click();
    await page.getByText('Single sign-on did not work').waitFor();
  });
});
