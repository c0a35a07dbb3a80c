import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { axeFindings } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { startApp } from './app.ts';
import { freePort } from './process.ts';

const token = 'the-token-of-this-desk';
const password = 'a long walk on the beach';
const phone = { width: 390, height: 844 };
let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
/** By name: a passkey belongs to a site with one, also in tests. */
let base = '';
beforeAll(async () => {
  const port = String(await freePort());
  base = `http://localhost:${port}`;
  const settings = { DESK_TOKEN: token, PORT: port, PUBLIC_URL: base };
  [app, browser] = await Promise.all([startApp(settings), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function newPage(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(10_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function logInWithToken(page: Page, name: string): Promise<void> {
  await page.goto(`${base}/desk`);
  const beside = page.getByText('Use the desk’s token');
  if (await beside.isVisible()) await beside.click();
  await page.getByLabel('Your name, as customers see it').fill(name);
  await page.getByLabel('Token').fill(token);
  await page
    .getByRole('button', { name: /^Log in( with the token)?$/ })
    .last()
    .click();
}

async function logIn(page: Page, name: string, given = password): Promise<void> {
  await page.goto(`${base}/desk`);
  await page.getByLabel('Name or e-mail').fill(name);
  await page.getByLabel('Password').fill(given);
  await press(page, 'Log in');
}

/** The link for somebody whom an owner invites on the page for people. */
async function invited(name: string, role = 'agent'): Promise<string> {
  const { page } = await newPage();
  await logInWithToken(page, 'Olga');
  await page.goto(`${base}/desk/people`);
  await page.getByLabel('Name, as customers see it').fill(name);
  await page.getByLabel('Role', { exact: true }).selectOption(role);
  await press(page, 'Invite');
  return page.getByLabel(`Link for ${name}`, { exact: true }).inputValue();
}

/** Somebody with an account, at the desk. */
async function person(name: string, role?: string, options?: BrowserContextOptions) {
  const link = await invited(name, role);
  const opened = await newPage(options);
  await opened.page.goto(link);
  await opened.page.getByLabel('Password').fill(password);
  await press(opened.page, 'Set password');
  await opened.page.waitForURL(`${base}/desk`);
  return opened;
}

/** A device with a passkey of its own, that agrees to everything; without one it asks for nothing. */
async function withDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function logOut(page: Page): Promise<void> {
  await page.goto(`${base}/desk`);
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  await press(page, 'Log out');
  await page.getByLabel('Name or e-mail').waitFor();
}

test('somebody is invited, sets a password, and logs in under their name', async () => {
  const { page, complaints } = await person('Ines');
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByText('Ines, agent').waitFor();
  await page.getByRole('link', { name: 'Back to the desk' }).click();
  await press(page, 'Log out');
  await logIn(page, 'Ines', 'something else');
  await page.getByText('Name and password do not belong together').waitFor();
  await logIn(page, 'Ines');
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
  expect(await page.locator('.bar-name').innerText()).toBe('Ines');
  expect(complaints.filter((text) => !/401/.test(text))).toEqual([]);
});

test('without JavaScript people log in with a password or the token, and owners look after them', async () => {
  await invited('Ned');
  const { page } = await newPage({ javaScriptEnabled: false });
  await logInWithToken(page, 'Olga');
  await page.goto(`${base}/desk/people`);
  await page.getByLabel('Role of Ned', { exact: true }).selectOption('lead');
  await press(page, 'Change role of Ned');
  await page.getByText('Ned lead').waitFor();
  await press(page, 'Disable Ned');
  await page.getByRole('button', { name: 'Enable Ned' }).waitFor();

  const { page: other } = await person('Nora', 'agent', { javaScriptEnabled: false });
  await other.goto(`${base}/desk/people`);
  await other.getByText('Nora, agent').waitFor();
});

describe('a passkey', () => {
  test('is added by who is logged in, and logs them in without a password', async () => {
    const { page, complaints } = await person('Pia', 'lead');
    await withDevice(page);
    await page.goto(`${base}/desk/people`);
    await press(page, 'Add a passkey');
    await page.getByText(/^Chrome on Linux, since 20/).waitFor();
    await logOut(page);
    await press(page, 'Use a passkey');
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    await page.goto(`${base}/desk/people`);
    await page.getByText('Pia, lead').waitFor();
    await page.getByText('with a passkey, since').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('that was removed opens nothing', async () => {
    const { page } = await person('Paul');
    await withDevice(page);
    await page.goto(`${base}/desk/people`);
    await press(page, 'Add a passkey');
    await press(page, 'Remove the passkey of Chrome on Linux');
    await page.getByText('You have none.').waitFor();
    // Somebody else’s keeps the button on the page.
    const other = await person('Petra');
    await withDevice(other.page);
    await other.page.goto(`${base}/desk/people`);
    await press(other.page, 'Add a passkey');
    await other.page.getByText(/^Chrome on Linux, since 20/).waitFor();
    await logOut(page);
    await press(page, 'Use a passkey');
    await page.getByText('This passkey is not known here.').waitFor();
  });

  test('answers a challenge once, and one that was asked for by us', async () => {
    const { page } = await person('Pola');
    await withDevice(page);
    await page.goto(`${base}/desk/people`);
    await press(page, 'Add a passkey');
    await page.getByText(/^Chrome on Linux, since 20/).waitFor();
    await logOut(page);
    const [request] = await Promise.all([
      page.waitForRequest(`${base}/desk/log-in-passkey`),
      press(page, 'Use a passkey'),
    ]);
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    const again = async (body: string) => {
      const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      return (await fetch(`${app.base}/desk/log-in-passkey`, { method: 'POST', headers, body })).status;
    };
    const sent = request.postData() ?? '';
    const { response, ...rest } = JSON.parse(sent) as { response: Record<string, string> };
    const challenge = Buffer.from('made-up.challenge').toString('base64url');
    const data = { type: 'webauthn.get', challenge, origin: base, crossOrigin: false };
    const clientDataJSON = Buffer.from(JSON.stringify(data)).toString('base64url');
    const forged = JSON.stringify({ ...rest, response: { ...response, clientDataJSON } });
    expect([await again(sent), await again(forged), await again('{}')]).toEqual([401, 401, 400]);
  });
});

describe('for everybody', () => {
  const ada = 'Ada Adele Adelaide of the Returns Department';
  const isTooWide = (page: Page) => page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);

  test('axe finds nothing on the log-in, the invitation and the page for people, on a phone neither', async () => {
    const link = await invited('Axel');
    await person(ada, 'owner');
    for (const viewport of [{ width: 1280, height: 800 }, phone]) {
      const { page } = await newPage({ viewport });
      const found: string[] = [];
      const look = async (): Promise<void> => {
        found.push(...(await axeFindings(page)), ...((await isTooWide(page)) ? ['too wide'] : []));
      };
      await logIn(page, 'Axel', 'wrong password');
      await look();
      await page.getByText('Use the desk’s token').click();
      await look();
      await page.goto(link);
      await look();
      await page.goto(`${base}/desk/invitation?token=over`);
      await look();
      await logInWithToken(page, 'Olga');
      await page.goto(`${base}/desk/people`);
      await look();
      await press(page, `New link for ${ada}`);
      await look();
      await logOut(page);
      await logIn(page, ada);
      await page.goto(`${base}/desk/people`);
      await look();
      expect(found).toEqual([]);
    }
  });

  test('axe finds nothing on the first log-in, when there is nobody but the token', async () => {
    const first = await startApp({ DESK_TOKEN: token });
    onTestFinished(() => first.stop());
    const { page } = await newPage({ viewport: phone });
    await page.goto(`${first.base}/desk`);
    expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false]);
  });
});
