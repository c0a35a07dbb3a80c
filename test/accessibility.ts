import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What the page finds where axe was put into it. */
declare const window: { axe: typeof axe };

/** What axe finds wrong with a page as it stands, a line for each kind; none is how it should be. */
export async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}
