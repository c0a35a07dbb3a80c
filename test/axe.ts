import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const findingSchema = z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) });

/** What axe-core finds wrong for people with disabilities on a page as it is shown now, by rule and element. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  const { violations } = z.object({ violations: z.array(findingSchema) }).parse(result);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
