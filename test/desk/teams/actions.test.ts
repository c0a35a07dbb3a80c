import { expect, test } from 'vitest';
import { createActions } from '../../../src/desk/teams/actions.ts';
import { eventually } from '../../eventually.ts';
import { aCase } from '../case/a-case.ts';
import { buttonsOn, cardSchema, wordsOn } from './card-schema.ts';
import { ann, answered, bob, channel, eve, teamsShop } from './teams-shop.ts';

test('of two who press Claim at once one has the case, the other reads who, and everybody sees it', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  const { reference } = customer;
  const answers = await Promise.all([ann, bob].map((who) => shop.press(who, 'claim', { reference })));
  const refused = answers.filter(
    ({ card }) => card && /Nothing was done: (Ann Berg|Bob) has this case\./.test(wordsOn(card)),
  );
  expect(refused).toHaveLength(1);
  const [holder] = /(Ann Berg|Bob)(?= has it\.)/.exec(wordsOn(refused[0]?.card as never)) ?? [];
  for (const { card } of answers) expect(wordsOn(card as never)).toContain(`${holder} has it.`);
  await eventually(() => expect(wordsOn(customer.card())).toContain(`${holder} has it.`));
  expect(wordsOn(customer.card())).not.toContain('Nothing was done');
  expect(buttonsOn(customer.card())).toEqual(['Approve…', 'Uphold…', 'More…', 'Refresh', 'Open desk']);
  expect(await customer.newTexts()).toEqual([expect.stringContaining(`**${holder}** from the shop`)]);
});

test('of twenty who press Claim at once exactly one has the case, again and again, and all are answered', async () => {
  const shop = await teamsShop();
  const crowd = Array.from({ length: 20 }, (_, index) => ({
    ...ann,
    name: `Agent ${index}`,
    aadObjectId: `a${index}`,
  }));
  for (let round = 0; round < 5; round += 1) {
    const { reference } = await shop.customer();
    const answers = await Promise.all(crowd.map((who) => shop.press(who, 'claim', { reference })));
    const winners = answers.filter(({ card }) => card && !wordsOn(card).includes('Nothing was done'));
    expect(winners).toHaveLength(1);
  }
});

test('a ruling is two clicks and a reason, and the customer gets it with the form', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting('fortnight-shop', ['I changed my mind']);
  const { reference } = customer;
  const approve = customer.card().actions.find(({ title }) => title === 'Approve…');
  if (approve?.type !== 'Action.ShowCard') throw new Error('the form does not unfold in the card');
  const [grant, reason] = approve.card.body;
  expect(grant).toMatchObject({
    id: 'grant',
    value: 'return',
    choices: expect.arrayContaining([
      { title: 'repair under warranty', value: 'warranty-repair' },
      { title: 'something else, as an exception', value: 'exception' },
    ]),
  });
  expect(reason).toMatchObject({ id: 'approveReason', isRequired: true });
  const [press] = approve.card.actions;
  const data = { ...press?.data, grant: 'return', approveReason: 'We know you well.' };
  const { card } = await shop.press(ann, press?.verb ?? '', data);
  expect(wordsOn(card as never)).toContain('Ann Berg approved: return. Reason: We know you well.');
  const [ruled] = await customer.newTexts();
  expect(ruled).toContain('We know you well.');
  expect(ruled).toContain('/form?token=');
  await eventually(() =>
    expect(buttonsOn(customer.card())).toEqual(['Approve…', 'Uphold…', 'More…', 'Refresh', 'Open desk']),
  );
  const again = await shop.press(bob, 'uphold', { reference, upholdReason: 'No.' });
  expect(wordsOn(again.card as never)).toContain('Nothing was done: the case is ruled now.');
  expect(await customer.newTexts()).toEqual([]);
});

test('a ruling without a reason, or one that cannot be granted, is none', async () => {
  const shop = await teamsShop();
  const { reference, newTexts } = await shop.waiting();
  const notice = async (verb: string, data: object) =>
    wordsOn((await shop.press(ann, verb, { reference, ...data })).card as never).split('\n')[0];
  expect(await notice('approve', { grant: 'return', approveReason: '  ' })).toMatch(/say why/);
  expect(await notice('uphold', {})).toMatch(/say why/);
  expect(await notice('approve', { approveReason: 'Because.' })).toMatch(/choose what is granted/);
  expect(await notice('approve', { grant: '__proto__', approveReason: 'x' })).toMatch(/choose what is granted/);
  expect(await notice('uphold', { upholdReason: 'x'.repeat(600) })).toMatch(/at most 500 characters/);
  expect(await notice('ask', { question: null })).toMatch(/choose a question first/);
  expect(await notice('ask', { question: 'constructor' })).toMatch(/Nothing was done/);
  expect(await newTexts()).toEqual([]);
});

test('an agent asks one of the policy’s questions, releases, upholds and closes from the card', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  const { reference } = customer;
  await shop.press(ann, 'claim', { reference });
  await customer.newTexts();
  await shop.press(ann, 'ask', { reference, question: 'receivedOn' });
  const [question = ''] = await customer.newTexts();
  expect(question).toContain('?');
  await eventually(() => expect(shop.teams.lines(customer.thread).at(-1)).toMatch(/^Ann Berg\n.*\?/s));
  await shop.press(ann, 'release', { reference });
  await eventually(() => expect(shop.teams.lines(customer.thread)).toContain('The case is free again.'));
  await shop.press(bob, 'uphold', { reference, upholdReason: 'The days are over.' });
  const { card } = await shop.press(bob, 'close', { reference, note: '' });
  expect(wordsOn(card as never)).toContain('Closed. Bob upheld');
});

test('an agent hands the customer back with a summary', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting('fortnight-shop', ['I changed my mind']);
  const { reference } = customer;
  await shop.press(ann, 'claim', { reference });
  await customer.newTexts();
  const { card } = await shop.press(ann, 'hand-back', { reference, note: 'We agreed to go on here.' });
  expect(buttonsOn(card as never)).toEqual(['Claim', 'Refresh', 'Open desk']);
  expect((await customer.newTexts())[0]).toContain('We agreed to go on here.');
});

test('a press that Teams delivers twice does nothing twice', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  const { reference } = customer;
  await shop.press(ann, 'claim', { reference });
  await customer.newTexts();
  const press = shop.pressOf(ann, shop.inThread(customer.thread), 'ask', { reference, question: 'receivedOn' });
  const answers = await Promise.all([shop.post(press), shop.post(press)].map(async (one) => answered(await one)));
  for (const { card } of answers) expect(wordsOn(card as never)).not.toContain('Nothing was done');
  expect(await customer.newTexts()).toHaveLength(1);
});

test('what is no button of this bot is an error and not a card, and the process lives', async () => {
  const shop = await teamsShop();
  const where = shop.inThread(`${channel};messageid=1`);
  const values: unknown[] = [
    undefined,
    null,
    'claim',
    {},
    { action: { verb: 'delete', data: {} } },
    { action: { verb: 'claim', data: {} } },
    { action: { verb: 'claim', data: { reference: 5 } } },
    { action: { verb: 'check', data: [] } },
    { action: { verb: 'claim', data: { reference: 'x'.repeat(50) } } },
  ];
  for (const value of values) {
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', from: ann, conversation: where, value };
    const answer = await answered(await shop.post(shop.activityOf(invoke)));
    expect([value, answer.statusCode, answer.type]).toEqual([value, 400, 'application/vnd.microsoft.error']);
  }
  expect(await shop.press(ann, 'claim', { reference: 'ZZZZ-9999' })).toMatchObject({
    statusCode: 404,
    type: 'application/vnd.microsoft.error',
    value: { code: 'unknown-case' },
  });
});

test('whoever is neither in the channel nor named cannot press anything', async () => {
  const shop = await teamsShop();
  const { reference, newTexts } = await shop.waiting();
  const elsewhere = [
    shop.inChat(eve),
    shop.inChat(bob),
    shop.inThread('19:other@thread.tacv2;messageid=1'),
    shop.inThread(`19:other@thread.tacv2;messageid=${channel}`),
    { id: 'a:group', conversationType: 'groupChat', isGroup: true },
  ];
  for (const conversation of elsewhere) {
    const who = conversation.id === 'a:group' ? ann : eve;
    const answer = await shop.press(who, 'claim', { reference }, conversation);
    expect([conversation.id, answer.statusCode, answer.card]).toEqual([conversation.id, 403, undefined]);
    expect(JSON.stringify(answer.value)).not.toContain(reference);
  }
  expect(await newTexts()).toEqual([]);
  const mine = await shop.press(ann, 'claim', { reference }, shop.inChat(ann));
  expect(mine.card?.refresh?.userIds).toEqual([ann.id]);
  expect(wordsOn(mine.card as never)).toContain('Ann Berg has it.');
});

test('a step that takes too long is answered in time with a card that says so', async () => {
  const view = aCase();
  const press = createActions({
    desk: {
      view: async () => view,
      act: () => new Promise(() => {}),
      check: () => undefined,
      policies: () => [],
      takeDown: async () => '',
    },
    policies: { current: () => undefined },
    deskUrl: 'http://localhost/desk',
    answerMs: 50,
  });
  const value = { action: { verb: 'claim', data: { reference: view.reference } } };
  const answer = await press({ value, by: { id: 'teams:a', name: 'Ann' }, key: 'k', viewers: [] });
  expect(wordsOn(cardSchema.parse(answer.value))).toContain('Your step is under way');
});
