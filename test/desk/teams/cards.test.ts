import { expect, test } from 'vitest';
import { status } from '../../channels/botframework/fake-connector.ts';
import { eventually } from '../../eventually.ts';
import { buttonsOn, wordsOn } from './card-schema.ts';
import { ann, channel, teamsShop } from './teams-shop.ts';

test('a case comes to the channel with all that is known, and the conversation so far stands below it', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting('fortnight-shop', ['I changed my mind', 'FD-1003', 'quentin@example.com']);
  expect(shop.teams.cards()).toHaveLength(1);
  const words = wordsOn(customer.card());
  for (const part of [
    `Case ${customer.reference}`,
    'Waiting: nobody has claimed it.',
    'the customer asks for a person',
    'I changed my mind',
    'The policy says: excluded by the policy',
    '14 days to return',
    'Number: FD-1003',
    '(the order says)',
    '(the customer answered)',
  ]) {
    expect(words).toContain(part);
  }
  expect(words).not.toContain('URGENT');
  expect(buttonsOn(customer.card())).toEqual(['Claim', 'Approve…', 'Uphold…', 'Refresh', 'Open desk']);
  expect(JSON.stringify(customer.card())).toContain(`/desk#${customer.reference}"`);
  expect(shop.teams.lines(customer.thread)[0]).toMatch(/^The conversation so far\n.*Customer: I changed my mind/s);
});

test('what is not known stands there with what each answer would lead to', async () => {
  const shop = await teamsShop();
  const { card } = await shop.waiting('fortnight-shop', ['I changed my mind']);
  expect(wordsOn(card())).toMatch(/Not known, and what each answer would lead to\n• .+: .+ → .+/);
  expect(wordsOn(card())).toContain('The policy has not decided');
});

test('a courier at the door is urgent', async () => {
  const shop = await teamsShop();
  const courier = ['It was damaged on the way', "I don't know", 'The courier is here', 'yes'];
  const { card, reference } = await shop.waiting('tool-shop', courier);
  expect(wordsOn(card())).toContain(`URGENT · Case ${reference}`);
});

test('while Teams is down cases wait, and each comes once and in order when it is back', async () => {
  const shop = await teamsShop();
  shop.teams.setDown(true);
  const customer = await shop.customer();
  await customer.say('Is anybody there?');
  await eventually(() => expect(shop.teams.attempts()).toBeGreaterThan(1));
  shop.teams.setDown(false);
  await eventually(() => expect(shop.teams.cards()).toHaveLength(1));
  const [card] = shop.teams.cards();
  await eventually(() => expect(shop.teams.lines(card?.conversationId ?? '')).toHaveLength(2));
  expect(shop.teams.lines(card?.conversationId ?? '')[1]).toBe('Customer\nIs anybody there?');
});

test('a pause that Teams asks for is kept', async () => {
  const shop = await teamsShop();
  shop.teams.failures.push(status(429, { 'retry-after': '2' }));
  await shop.waiting();
  expect(shop.logged()).toMatch(/"status":429,"delayMs":2\d{3}\b/);
});

test('a refused token, a write at the same time and a service that is down are tried again', async () => {
  const shop = await teamsShop();
  shop.teams.failures.push(status(401), status(412), status(503));
  await shop.waiting();
  expect(shop.teams.cards()).toHaveLength(1);
  expect(shop.logged()).not.toContain('delivery given up');
});

test('a channel that does not let the bot in is given up with a line in the log, and whatever comes next brings the card', async () => {
  const shop = await teamsShop();
  shop.teams.failures.push(status(403));
  const customer = await shop.customer();
  await eventually(() => expect(shop.logged()).toMatch(/"status":403,"msg":"delivery given up"/));
  await eventually(() => expect(shop.teams.cards()).toHaveLength(1));
  expect((await shop.press(ann, 'claim', { reference: customer.reference })).statusCode).toBe(200);
  await eventually(() => expect(wordsOn(shop.teams.cards()[0]?.card as never)).toContain('Ann Berg has it.'));
  expect(shop.logged()).not.toMatch(/Ann|thread\.tacv2/);
});

test('another process knows the card and its thread', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  await shop.stop();
  await shop.start();
  await customer.say('Hello again');
  await eventually(() => expect(shop.teams.lines(customer.thread)).toContain('Customer\nHello again'));
  await shop.press(ann, 'claim', { reference: customer.reference });
  await shop.writes(ann, customer.thread, 'I am here.');
  expect((await customer.newTexts()).at(-1)).toBe('**Ann Berg:** I am here.');
  await eventually(() => expect(shop.teams.cards()[0]?.updates).toBe(1));
  expect(shop.teams.cards()).toHaveLength(1);
});

test('a stop in the midst of a delivery loses nothing', async () => {
  const shop = await teamsShop();
  shop.teams.failures.push(status(503), status(503));
  await shop.customer();
  await eventually(() => expect(shop.teams.attempts()).toBeGreaterThan(0));
  await shop.stop();
  expect(shop.teams.cards()).toHaveLength(0);
  await shop.start();
  await eventually(() => expect(shop.teams.cards()).toHaveLength(1));
});

test('a case that nobody claims is brought up again', async () => {
  const shop = await teamsShop({ UNCLAIMED_AFTER_MINUTES: '10', TODAY: '' });
  const customer = await shop.waiting();
  shop.later(11);
  await eventually(() =>
    expect(shop.teams.lines(customer.thread).at(-1)).toMatch(/Nobody has claimed this case yet.*reminder 1/),
  );
});

test('the agents at the desk in the browser are seen in Teams, too', async () => {
  const shop = await teamsShop({ DESK_TOKEN: 'the-token-of-this-desk' });
  const customer = await shop.waiting();
  const act = (action: string, body: object) =>
    fetch(`${shop.base}/desk/api/cases/${customer.reference}/${action}`, {
      method: 'POST',
      headers: { authorization: 'Bearer the-token-of-this-desk', 'idempotency-key': action },
      body: JSON.stringify({ by: { id: 'cy', name: 'Cy' }, ...body }),
    });
  await act('claim', {});
  await act('say', { text: 'Good morning' });
  await eventually(() => expect(shop.teams.lines(customer.thread).at(-1)).toBe('Cy\nGood morning'));
  expect(wordsOn(customer.card())).toContain('Cy has it.');
});

test('where the answer to the post was lost there are two cards, and the one on which people work counts', async () => {
  const shop = await teamsShop();
  shop.teams.loseAnswer();
  const customer = await shop.customer();
  await eventually(() => expect(shop.teams.cards()).toHaveLength(2));
  const [lost, kept] = shop.teams.cards().map(({ conversationId }) => conversationId) as [string, string];
  await eventually(() => expect(shop.teams.lines(kept)).toHaveLength(1));
  const { reference } = customer;
  const press = shop.pressOf(ann, shop.inThread(lost), 'claim', { reference });
  expect((await shop.post({ ...press, replyToId: lost.split('=')[1] })).status).toBe(200);
  await customer.newTexts();
  await shop.writes(ann, lost, 'I am here.');
  expect(await customer.newTexts()).toEqual(['**Ann Berg:** I am here.']);
  await customer.say('Good');
  await eventually(() => expect(shop.teams.lines(lost).at(-1)).toBe('Customer\nGood'));
  expect(shop.teams.cards()[0]?.updates).toBe(1);
  // The same case on a card further down a thread, or in another conversation, moves nothing.
  const elsewhere = shop.pressOf(ann, shop.inThread(`${channel};messageid=77`), 'refresh', { reference });
  await shop.post({ ...elsewhere, replyToId: '78' });
  await customer.say('Thank you');
  await eventually(() => expect(shop.teams.lines(lost).at(-1)).toBe('Customer\nThank you'));
});
