import { words } from '../../../src/desk/words/words.ts';
import { ann, waiting } from '../../desk/desk-shop.ts';
import type { DeskWalk } from './at-desk.ts';

const { page: text, speak, steps } = words;
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Cases that are ruled on, closed or handed back, and one that does not exist. */
export async function casesThatAreOver(desk: DeskWalk): Promise<void> {
  const { api, base, look, page } = desk;
  await desk.pane('queue');
  await page.getByRole('radio', { name: text.queue.all }).check();
  const over = async (...taken: [string, object][]): Promise<void> => {
    const { reference } = await waiting(base, 'fortnight-shop', ['I changed my mind']);
    await api.post(`cases/${reference}/claim`, { by: ann });
    for (const [step, body] of taken) await api.post(`cases/${reference}/${step}`, { by: ann, ...body });
    await desk.open(reference);
    await desk.pane('case');
  };
  await over(['hand-back', { note: 'We will find it.' }]);
  await look('a case that is handed back');
  await over(['close', { note: 'Bye' }]);
  await look('a closed case');
  await over(['rule', { ruling: 'approve', resolution: 'exception', reason: 'You were ill.' }]);
  await desk.step(`${steps.withdraw.label}…`);
  await look('withdrawing a ruling');
  await desk.step(steps.cancel);
  await desk.pane('chat');
  await look('writing in a case that is ruled on');
  await page.goto(`${base}/desk#AAAA-AAAA`);
  await page.getByRole('heading', { name: 'There is no case AAAA-AAAA' }).waitFor();
  await look('a case that does not exist');
}

/** Pictures of a customer, opened, and all that happened. */
export async function packet(desk: DeskWalk): Promise<void> {
  const { base, page, look } = desk;
  const customer = await waiting(base);
  for (const name of ['seal.png', 'box.png']) {
    const body = new FormData();
    body.append('file', new Blob([Buffer.from(pixel, 'base64')], { type: 'image/png' }), name);
    const headers = { authorization: `Bearer ${customer.token}` };
    await fetch(`${base}/v3/directline${customer.here}/upload`, { method: 'POST', headers, body });
  }
  await desk.open(customer.reference);
  await desk.pane('case');
  await page.getByText(speak.packet.timeline).click();
  await look('pictures and the timeline');
  await page.getByRole('button', { name: 'Open picture seal.png' }).click();
  await look('pictures side by side');
  await page.keyboard.press('Escape');
  await page.goto(`${base}/desk/people`);
  await look('people');
  await page.goto(`${base}/desk`);
}

/** A refusal, a server that is not there, and a session that is over. */
export async function troubles(desk: DeskWalk): Promise<void> {
  const { api, base, context, page, look } = desk;
  const { reference } = await waiting(base);
  await desk.open(reference);
  await desk.pane('case');
  const isRead = (method: string): boolean => method === 'GET';
  await page.route('**/desk/api/**', (route) => (isRead(route.request().method()) ? route.abort() : route.continue()));
  await api.post(`cases/${reference}/claim`, { by: { id: 'bob', name: 'Bob' } });
  await desk.step(steps.claim.label);
  await page.getByRole('alert').filter({ hasText: 'Bob' }).waitFor();
  await look('a refusal');
  await desk.press(text.dismiss);
  await desk.sees(text.tryingAgain);
  await look('a server that is not there');
  await page.unroute('**/desk/api/**');
  await context.clearCookies();
  await page.reload();
  await page.getByLabel(text.logIn.token).waitFor();
  await look('a session that is over');
}
