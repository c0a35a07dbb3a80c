import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const findingSchema = z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) });
/** WCAG 2.2 on its levels A and AA, and what axe takes for good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });

/** What axe-core finds wrong for people with disabilities on a page as it is shown now, by rule and element. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (await page.evaluate('globalThis.axe === undefined')) await page.evaluate(axe.source);
  const result = await page.evaluate(`axe.run(document, ${options})`);
  const { violations } = z.object({ violations: z.array(findingSchema) }).parse(result);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
