import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { words } from '../../../src/desk/words/words.ts';
import { eventually } from '../../eventually.ts';
import { fixturePath } from '../../fixtures/policies.ts';
import { apiOf } from '../desk-shop.ts';
import { contractSettings } from '../notifier-contract.ts';
import { buttonsOn, type Card, wordsOn } from './card-schema.ts';
import { ann, bob, channel, eve, teamsShop } from './teams-shop.ts';

const thread = `${channel};messageid=7`;
const policies = ['fortnight-shop', 'shoe-shop', 'tool-shop', 'trail-shop'];

test('"@bot check" asks for the shop, then shows a form with every fact of its policy', async () => {
  const shop = await teamsShop();
  await shop.tells(ann, thread, 'check');
  const [choice] = shop.teams.shownIn(thread);
  const shops = choice?.body.find((one) => one.type === 'Input.ChoiceSet');
  expect(shops?.choices.map(({ value }) => value)).toEqual(policies);
  expect([shops?.id, choice && buttonsOn(choice)]).toEqual(['policy', ['Go on']]);
  for (const policy of policies) {
    const { card } = await shop.press(ann, 'check-shop', { policy });
    const inputs = card?.body.flatMap((one) => ('id' in one ? [one.id] : [])) ?? [];
    expect(inputs).toEqual(expect.arrayContaining(['fact-reason', 'not-known']));
    expect(card && Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
    expect(card && buttonsOn(card)).toEqual(['Decide', 'File the case', 'Another shop']);
  }
});

test('a deployment with one shop shows its form at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'returns-teams-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(fixturePath('fortnight-shop'), join(folder, 'only'), { recursive: true });
  const shop = await teamsShop({ POLICIES_DIR: folder });
  await shop.tells(ann, thread, 'check');
  const [form] = shop.teams.shownIn(thread);
  expect(form && wordsOn(form)).toContain('Fortnight Shop: what does the policy say?');
  expect(form && buttonsOn(form)).toEqual(['Decide', 'File the case']);
  const { card } = await shop.press(ann, 'check-shop', { policy: 'tool-shop' });
  expect(card && wordsOn(card)).toContain('Fortnight Shop');
});

test('the form decides at once, with the clauses, and keeps what was filled in', async () => {
  const shop = await teamsShop();
  const answers = {
    'fact-delivery': 'received',
    'fact-reason': 'changed-mind',
    'fact-receivedOn': '2026-11-07',
    'fact-condition': 'none',
  };
  const { card } = await shop.press(ann, 'check', { policy: 'fortnight-shop', ...answers });
  expect(wordsOn(card as Card)).toContain('The policy says: return.');
  expect(wordsOn(card as Card)).toMatch(/By these clauses\n• 14 days to return\./);
  const kept = card?.body.flatMap((one) => ('id' in one && one.value !== undefined ? [[one.id, one.value]] : []));
  expect(Object.fromEntries(kept ?? [])).toEqual(answers);
  const late = { ...answers, 'fact-receivedOn': '2026-11-06' };
  const { card: refused } = await shop.press(ann, 'check', { policy: 'fortnight-shop', ...late });
  expect(wordsOn(refused as Card)).toContain('The policy says: excluded by the policy.');
});

test('the case of somebody on the phone is filed from the form, once for each press, with its card in the channel', async () => {
  const shop = await teamsShop(contractSettings);
  const taken = {
    policy: 'fortnight-shop',
    'fact-reason': 'changed-mind',
    'caller-order': 'FD-1003',
    'caller-story': 'Call back on 0123 456',
  };
  const { card } = await shop.press(ann, 'check-file', taken);
  const [, reference = ''] = /Filed as case (\S+)\. Its card is in the channel\./.exec(wordsOn(card as Card)) ?? [];
  await eventually(() => expect(shop.teams.cards().some((one) => wordsOn(one.card).includes(reference))).toBe(true));
  const { body } = await apiOf(shop.base).get(`cases/${reference}`);
  expect(body.case).toMatchObject({
    isCaller: true,
    details: { orderNumber: 'FD-1003' },
    transcript: [{ text: 'Call back on 0123 456 (taken down by Ann Berg)' }, expect.anything()],
  });
});

test('nothing is filed of what the policy does not take, and what was typed stays', async () => {
  const shop = await teamsShop();
  const wrong = { policy: 'fortnight-shop', 'fact-reason': 'fun', 'caller-story': 'Kept' };
  const { card } = await shop.press(ann, 'check-file', wrong);
  expect(wordsOn(card as Card)).toContain('reason must be one of');
  expect(JSON.stringify(card)).toContain('Kept');
  expect(shop.teams.cards()).toEqual([]);
});

test('the form says what to ask next, what is impossible, and takes "not known"', async () => {
  const shop = await teamsShop();
  const says = async (data: object) =>
    wordsOn((await shop.press(ann, 'check', { policy: 'fortnight-shop', ...data })).card as Card);
  expect(await says({})).toMatch(/Not decided yet\. Ask: .+\nWhat can still change it: .*Reason/);
  expect(await says({ 'fact-receivedOn': '2027-01-01' })).toContain('lies in the future');
  expect(await says({ 'fact-reason': '__proto__' })).toContain('reason must be one of');
  expect(await says({ 'fact-warrantyMonths': 'x' })).toContain('must be a whole number of months');
  const sealBroken = { 'fact-reason': 'changed-mind', 'fact-condition': 'none', 'not-known': 'receivedOn' };
  expect(await says(sealBroken)).toContain('The policy says: left to people.');
});

test('"case" shows a case and "queue" the open ones, the most pressing first', async () => {
  const shop = await teamsShop();
  const first = await shop.waiting('fortnight-shop', ['I changed my mind']);
  const courier = await shop.waiting('tool-shop', [
    'It was damaged on the way',
    "I don't know",
    'The courier is here',
    'yes',
  ]);
  await shop.tells(ann, thread, 'queue');
  await shop.tells(ann, thread, `case ${first.reference.toLowerCase()}`);
  await shop.tells(ann, thread, 'case ZZZZ-9999');
  await shop.tells(ann, thread, 'hello there');
  const [queue, one, none, help] = shop.teams.shownIn(thread) as [Card, Card, Card, Card];
  expect(wordsOn(queue)).toMatch(/Open cases: 2\nURGENT · Case .*\nCase .*“I changed my mind”$/s);
  expect(buttonsOn(queue)).toEqual([courier.reference, first.reference]);
  expect(wordsOn(one)).toContain(`Case ${first.reference}`);
  expect(wordsOn(none)).toBe('There is no case ZZZZ-9999.');
  expect(wordsOn(help)).toContain('"queue" for the open cases');
  const shown = await shop.press(ann, 'show', { reference: first.reference });
  expect(shown.card && buttonsOn(shown.card)).toContain('Claim');
});

test('a command in the thread of a case is no message to its customer, nor is one that comes twice answered twice', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  await shop.press(ann, 'claim', { reference: customer.reference });
  await customer.newTexts();
  const check = shop.wordsOf(ann, shop.inThread(customer.thread), '<at>Returns</at> check', {
    entities: [shop.mention],
  });
  await shop.post(check);
  await shop.post(check);
  expect(shop.teams.lines(customer.thread).filter((line) => line.startsWith(words.check.title))).toHaveLength(1);
  expect(await customer.newTexts()).toEqual([]);
});

test('in a personal chat those who are named are agents, and everybody else is a customer', async () => {
  const shop = await teamsShop();
  await shop.chats(ann, 'queue');
  expect(shop.teams.shownIn('a:29:ann').map(wordsOn)).toEqual(['No case is open.']);
  for (const who of [bob, eve]) {
    const asked = shop.wordsOf(who, shop.inChat(who), 'queue', { deliveryMode: 'expectReplies' });
    const { activities } = (await (await shop.post(asked)).json()) as { activities: { channelData?: object }[] };
    expect(activities.at(-1)).toMatchObject({ channelData: { returns: { kind: 'question', id: 'reason' } } });
  }
  expect(shop.teams.shownIn('a:29:eve')).toEqual([]);
});

test('an agent rules from a personal chat, and the card in the channel follows', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  await shop.chats(ann, `case ${customer.reference}`);
  const [card] = shop.teams.shownIn('a:29:ann');
  expect(card?.refresh?.userIds).toEqual(['29:ann']);
  await shop.press(ann, 'uphold', { reference: customer.reference, upholdReason: 'Sorry.' }, shop.inChat(ann));
  await eventually(() => expect(wordsOn(customer.card())).toContain('Ann Berg upheld'));
});

test('without a channel in Teams everybody is a customer and buttons of cards are nobody’s', async () => {
  const shop = await teamsShop({ TEAMS_CHANNEL: '', TEAMS_AGENTS: '' });
  const { reference } = await shop.customer();
  const press = shop.pressOf(ann, shop.inThread(thread), 'claim', { reference });
  expect((await shop.post(press)).status).toBe(501);
  expect(shop.teams.attempts()).toBe(0);
});
