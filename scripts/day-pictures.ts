import type { Browser, Page } from 'playwright-core';
import { apiOf, waiting } from '../test/desk/desk-shop.ts';

const size = { width: 1280, height: 800 };
const bob = { id: 'bob', name: 'Bob Lindt' };

interface Place {
  browser: Browser;
  base: string;
  token: string;
}

/** The agents' day: the queue with its filters, a case with a note and a reply, the desk on a phone, and the people. */
export async function dayPictures({ browser, base, token }: Place): Promise<void> {
  const references = await customers(base);
  const page = await logIn({ browser, base, token }, size);
  await page
    .locator('.case')
    .nth(references.length - 1)
    .waitFor();
  await page.locator('.filters summary').click();
  await page.locator(`[data-reference="${references[0]}"]`).click();
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await picture(page, 'desk-queue');

  await page.locator('.filters summary').click();
  await page.getByRole('button', { name: 'Colleagues', exact: true }).click();
  await page.getByLabel('A note that the customer never reads').fill('@Bob Lindt do we have this lid in stock?');
  await page.getByRole('button', { name: 'Keep note' }).click();
  await page.locator('.note').waitFor();
  await page.getByRole('button', { name: 'Customer', exact: true }).click();
  await page.getByLabel('Your answer to the customer').fill('Hello, I am Anna. I am asking about a new lid for you.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('.said-agent').waitFor();
  await reply(page);
  await picture(page, 'desk-note-and-reply');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Queue', exact: true }).click();
  await page.getByRole('button', { name: 'Menu' }).click();
  await picture(page, 'desk-phone');
  await people(page, base);
  await page.close();
}

/** Cases of several shops, one urgent, one with tags, one that a colleague has. */
async function customers(base: string): Promise<string[]> {
  const api = apiOf(base);
  const stories = [
    ['equipment-shop', 'the lid of my cooking pot arrived broken'],
    ['outdoor-shop', 'a tent pole is missing'],
    ['fourteen-day-shop', 'smoke comes out of the charger'],
    ['equipment-shop', 'the invoice has a wrong name'],
  ] as const;
  const references: string[] = [];
  for (const [shop, says] of stories) references.push((await waiting(base, shop, [says])).reference);
  const [first, second, , last] = references;
  await api.post(`cases/${first}/tag`, { tags: ['glass', 'carrier'] });
  await api.post(`cases/${second}/claim`, { by: bob });
  await api.post(`cases/${last}/tag`, { tags: ['invoice'] });
  return references;
}

async function logIn({ browser, base, token }: Place, viewport: typeof size): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(`${base}/desk`);
  await page.getByLabel('Your name').fill('Anna Berg');
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Log in' }).click();
  return page;
}

/** A reply that is kept for all, and offered behind "/". */
async function reply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Replies…' }).click();
  await page.getByRole('button', { name: 'New reply…' }).click();
  await page.getByLabel('Title').fill('Photo, please');
  await page.getByLabel('Text', { exact: true }).fill('Could you send a picture of it for case {reference}?');
  await page.getByLabel('the shop’s').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.reply-text').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Your answer to the customer').focus();
  await page.keyboard.type('/pho');
  await page.getByRole('option', { name: 'Photo, please' }).waitFor();
}

async function people(page: Page, base: string): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(`${base}/desk/people`);
  for (const [name, role] of [
    ['Bob Lindt', 'agent'],
    ['Carla Weiss', 'lead'],
  ] as const) {
    await page.getByLabel('Name, as customers see it').fill(name);
    await page.getByLabel('Role', { exact: true }).selectOption(role);
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
  }
  await page.goto(`${base}/desk/people`);
  await picture(page, 'people');
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(800);
  await page.screenshot({ path: `docs/pictures/${name}.png` });
}
