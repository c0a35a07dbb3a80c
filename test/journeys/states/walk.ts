import type { Browser } from 'playwright-core';
import { atDesk, type Look } from './at-desk.ts';
import { caseOfColleague, claimedCase, waitingCase } from './cases.ts';
import { casesThatAreOver, packet, troubles } from './over.ts';
import { emptyDesk, queue } from './queue.ts';

interface Walk {
  base: string;
  browser: Browser;
  viewport: { width: number; height: number };
  look: Look;
}

/** Goes through every state of the desk of a product in which nothing has happened yet. */
export async function walkThroughDesk({ base, browser, viewport, look }: Walk): Promise<void> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  const desk = await atDesk(base, context, look);
  const parts = [emptyDesk, queue, waitingCase, claimedCase, caseOfColleague, casesThatAreOver, packet, troubles];
  for (const part of parts) await part(desk);
  await context.close();
}
