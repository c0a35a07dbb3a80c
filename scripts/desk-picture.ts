import type { Browser, Page } from 'playwright-core';

const height = 860;
const widths = { customer: 520, agent: 1340 };

/** A customer and an agent at the same moment, side by side, as one picture. */
export async function deskPicture(browser: Browser, base: string, token: string, path: string): Promise<void> {
  const agent = await logIn(browser, base, token);
  for (const other of others) await (await customerAt(browser, base, other)).close();
  const customer = await customerAt(browser, base, lateCustomer);
  await agent.getByRole('button', { name: /I changed my mind/ }).click();
  await agent.getByRole('button', { name: 'Claim', exact: true }).click();
  await answer(agent, 'Hello, I am Anna. I see that you missed the 14 days by a week. What came in between?');
  await say(customer, 'I was in hospital until Monday, I am sorry');
  await agent.locator('.said-customer', { hasText: 'hospital' }).waitFor();
  await agent.getByRole('button', { name: 'Approve…' }).click();
  await agent
    .getByLabel('Reason, which the customer reads')
    .fill('You could not send it in time, so we make an exception.');
  await customer.waitForTimeout(1_500);
  await sideBySide(browser, await customer.screenshot(), await agent.screenshot(), path);
}

const lateCustomer = {
  shop: 'fourteen-day-shop',
  replies: ['I changed my mind', "I don't know", 'I have received it', '31 October', 'Talk to a human'],
};
const others = [
  { shop: 'outdoor-shop', replies: ['Is there somebody who can help me with a tent pole?', 'talk to a human'] },
  { shop: 'equipment-shop', replies: ['It was damaged on the way', "I don't know", 'The courier is here', 'Yes'] },
];

async function logIn(browser: Browser, base: string, token: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: widths.agent, height }, reducedMotion: 'reduce' });
  await page.goto(`${base}/desk`);
  await page.getByLabel('Your name').fill('Anna Berg');
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Log in' }).click();
  return page;
}

/** A customer who has a case. */
async function customerAt(browser: Browser, base: string, { shop, replies }: typeof lateCustomer): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: widths.customer, height }, reducedMotion: 'reduce' });
  await page.goto(`${base}/shops/${shop}`);
  for (const reply of replies) await say(page, reply);
  await page.getByText('Your reference is').last().waitFor();
  return page;
}

/** Presses the button of that name where there is one, else types. */
async function say(page: Page, reply: string): Promise<void> {
  await page.waitForTimeout(1_200);
  const button = page.getByRole('button', { name: reply, exact: true });
  if (await button.count()) return button.last().click();
  await page.getByRole('textbox').last().fill(reply);
  await page.keyboard.press('Enter');
}

async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your answer to the customer').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function sideBySide(browser: Browser, left: Buffer, right: Buffer, path: string): Promise<void> {
  const gap = 16;
  const width = widths.customer + widths.agent + 3 * gap;
  const page = await browser.newPage({ viewport: { width, height: height + 2 * gap } });
  const image = (picture: Buffer) => `<img src="data:image/png;base64,${picture.toString('base64')}">`;
  const style = `body{display:flex;gap:${gap}px;margin:${gap}px;background:#c9d1d9}img{border-radius:8px}`;
  await page.setContent(`<style>${style}</style>${image(left)}${image(right)}`);
  await page.screenshot({ path });
  await page.close();
}
