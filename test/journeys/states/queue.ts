import { words } from '../../../src/desk/words/words.ts';
import { bob, waiting } from '../../desk/desk-shop.ts';
import type { DeskWalk } from './at-desk.ts';

const { page: text, finding } = words;

/** A desk before its first case, and what is behind its bar. */
export async function emptyDesk(desk: DeskWalk): Promise<void> {
  await desk.look('empty queue');
  if (await desk.openMenu()) {
    await desk.look('menu');
    await desk.page.keyboard.press('Escape');
  }
  await desk.menu(text.alerts.title);
  await desk.look('news');
  await desk.page.keyboard.press('Escape');
  await desk.menu(text.keys.title);
  await desk.look('keys');
  await desk.page.keyboard.press('Escape');
  await desk.menu(words.check.title);
  await desk.page.getByLabel(words.check.shop, { exact: true }).selectOption('fortnight-shop');
  await desk.press('I changed my mind');
  await desk.page.getByText(text.check.file).click();
  await desk.look('check of the policy');
  await desk.page.keyboard.press('Escape');
}

/** A queue with cases of nobody, a colleague and oneself, and what is done with it. */
export async function queue(desk: DeskWalk): Promise<void> {
  const { page, base, api, look } = desk;
  const refs = [];
  for (const says of [['the varnish peels off'], ['my parcel is lost'], ['smoke comes out of it']]) {
    refs.push((await waiting(base, 'fortnight-shop', says)).reference);
  }
  const [first = '', second = ''] = refs;
  await api.post(`cases/${first}/tag`, { tags: ['glass', 'a very long tag indeed'] });
  await api.post(`cases/${second}/claim`, { by: bob });
  await page.locator(`[data-reference="${second}"]`, { hasText: 'with Bob' }).waitFor();
  await look('queue');
  await page.locator('.filters summary').click();
  await look('filters');
  await desk.press(finding.views.save);
  await look('naming a view');
  await page.getByLabel(finding.views.name).fill('Important');
  await page.keyboard.press('Enter');
  await page.getByLabel(finding.views.label).selectOption('Important');
  await page.locator('.filters summary').click();
  for (const one of [first, second]) await page.getByLabel(`Select ${one}`).check();
  await look('several picked');
  await page.locator('.bulk').getByRole('button', { name: finding.bulk.claim, exact: true }).click();
  await page.getByText(`${first}: done`).waitFor();
  await look('what became of several');
  await page.getByLabel(text.queue.search).fill('nobody said this');
  await desk.sees(text.queue.notFound);
  await look('nothing found');
  await page.getByLabel(text.queue.search).fill('');
  await page.locator('.case').nth(2).waitFor();
}
