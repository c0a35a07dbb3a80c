import { words } from '../../../src/desk/words/words.ts';
import { bob, waiting } from '../../desk/desk-shop.ts';
import type { DeskWalk } from './at-desk.ts';

const { page: text, speak, steps } = words;

/** A case that nobody has. */
export async function waitingCase(desk: DeskWalk): Promise<void> {
  const { reference } = await waiting(desk.base, 'fortnight-shop', ['I changed my mind']);
  await desk.open(reference);
  await desk.look('a waiting case');
  await desk.pane('case');
  await desk.look('what is known of a waiting case');
  await desk.step(`${steps.approve.label}…`);
  await desk.look('ruling on a waiting case');
  await desk.step(steps.cancel);
}

/** A case of one's own: its forms, answers, files and notes, until a colleague takes it over. */
export async function claimedCase(desk: DeskWalk): Promise<void> {
  const { page, look } = desk;
  const customer = await waiting(desk.base, 'fortnight-shop', ['I changed my mind']);
  await desk.open(customer.reference);
  await desk.pane('case');
  await desk.step(steps.claim.label);
  await page.locator('#actions [data-does="hand-back"]').waitFor();
  for (const step of [steps.uphold, steps.ask, steps['hand-back'], steps.assign, steps.close]) {
    await desk.step(`${step.label}…`);
    await look(`the form to ${step.label}`);
    await desk.step(steps.cancel);
  }
  await page.locator('.marks summary').click();
  await look('tags and putting aside');
  await page.locator('.marks summary').click();
  await desk.pane('chat');
  await page.getByLabel(steps.say.field).fill('Hello 👋 مرحبا');
  await desk.press(steps.say.label);
  await page.locator('.said-agent', { hasText: 'Hello' }).waitFor();
  await look('an answer');
  await desk.press(speak.replies.open);
  await page.locator('#replies').getByText(speak.replies.clauses).waitFor();
  await look('replies');
  await desk.press(speak.replies.add);
  await look('a new reply');
  await page.keyboard.press('Escape');
  const file = { name: 'label.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a label') };
  await page.getByLabel(speak.files.field).setInputFiles(file);
  await page.locator('.files-ready', { hasText: 'label.pdf' }).waitFor();
  await look('a file to be sent');
  await desk.press(speak.modes.note);
  await page.getByLabel(speak.note.field).fill('What do you think, ');
  await page.getByLabel(speak.note.field).press('End');
  await page.keyboard.type('@bo');
  await page.getByRole('option', { name: 'Bob', exact: true }).waitFor();
  await look('a note that calls somebody');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note', { hasText: 'What do you think' }).waitFor();
  await look('a note that is kept');
  await desk.press(speak.modes.answer);
  await page.getByLabel(steps.say.field).fill('What was begun');
  await desk.api.post(`cases/${customer.reference}/take-over`, { by: bob });
  await desk.sees(`Bob has ${customer.reference} now.`);
  await desk.sees(text.chat.unsent.label);
  await look('a case that a colleague took over');
  await page.getByRole('button', { name: /^Close: Bob has/ }).click();
}

/** A case that a colleague has. */
export async function caseOfColleague(desk: DeskWalk): Promise<void> {
  const { reference } = await waiting(desk.base);
  await desk.api.post(`cases/${reference}/claim`, { by: bob });
  await desk.open(reference);
  await desk.look('a case of a colleague');
  await desk.pane('case');
  await desk.step(`${steps['take-over'].label}…`);
  await desk.look('taking over');
  await desk.step(steps['take-over'].label);
  await desk.page.locator('#actions [data-does="hand-back"]').waitFor();
}
