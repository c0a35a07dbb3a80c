import type { BrowserContext, Page } from 'playwright-core';
import { words } from '../../../src/desk/words/words.ts';
import { apiOf, token } from '../../desk/desk-shop.ts';

const { page: text } = words;
const ann = 'Annabella Adelheid of the Returns Department';

/** Shows a state of the desk to whoever walks through them. */
export type Look = (state: string, page: Page) => Promise<void>;
export type DeskWalk = Awaited<ReturnType<typeof atDesk>>;

/** Logs in somebody with a long name, at a desk at which nothing has happened yet. */
export async function atDesk(base: string, context: BrowserContext, show: Look) {
  const page = await context.newPage();
  const look = (state: string) => show(state, page);
  await page.goto(`${base}/desk`);
  await look('log-in');
  const logIn = async (given: string): Promise<void> => {
    await page.getByLabel(text.logIn.name).fill(ann);
    await page.getByLabel(text.logIn.token).fill(given);
    await page.getByRole('button', { name: text.logIn.submit }).click();
  };
  await logIn('not-this-one');
  await page.getByText(text.logIn.wrongToken).waitFor();
  await look('log-in refused');
  await logIn(token);
  await page.getByText(text.queue.none).waitFor();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const isPhone = await button(text.menu).isVisible();
  return {
    base,
    page,
    context,
    look,
    api: apiOf(base),
    press: (name: string) => button(name).click(),
    step: (name: string) => page.locator('#actions').getByRole('button', { name, exact: true }).click(),
    sees: (what: string) => page.getByText(what).last().waitFor(),
    async menu(name: string): Promise<void> {
      if (isPhone) await button(text.menu).click();
      await button(name).click();
    },
    async pane(name: keyof Omit<typeof text.panes, 'label'>): Promise<void> {
      if (isPhone && (await button(text.panes[name]).isVisible())) await button(text.panes[name]).click();
    },
    async open(reference: string): Promise<void> {
      if (isPhone && (await button(text.panes.queue).isVisible())) await button(text.panes.queue).click();
      await page.locator(`[data-reference="${reference}"]`).click();
      await page.locator('#chat-title', { hasText: reference }).waitFor();
    },
    async openMenu(): Promise<boolean> {
      if (isPhone) await button(text.menu).click();
      return isPhone;
    },
  };
}
