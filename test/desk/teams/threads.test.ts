import { expect, test } from 'vitest';
import { drop, status } from '../../channels/botframework/fake-connector.ts';
import { eventually } from '../../eventually.ts';
import { buttonsOn } from './card-schema.ts';
import { ann, bob, channel, teamsShop } from './teams-shop.ts';

async function claimed() {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  await shop.press(ann, 'claim', { reference: customer.reference });
  await customer.newTexts();
  await eventually(() => expect(shop.teams.lines(customer.thread)).toHaveLength(2));
  const lines = () => shop.teams.lines(customer.thread).slice(2);
  return { shop, customer, lines };
}

test('customer and agent talk through the thread of the card, and the bot keeps silent', async () => {
  const { shop, customer, lines } = await claimed();
  await customer.say('My parcel is wet. Can I return it?');
  await eventually(() => expect(lines()).toEqual(['Customer\nMy parcel is wet. Can I return it?']));
  await shop.writes(ann, customer.thread, 'Send me a picture, please.');
  await shop.tells(ann, customer.thread, 'And the order number?');
  expect(await customer.newTexts()).toEqual([
    '**Ann Berg:** Send me a picture, please.',
    '**Ann Berg:** And the order number?',
  ]);
  await customer.say('One moment');
  await eventually(() => expect(lines()).toHaveLength(2));
  // What the agent wrote stands in the thread already.
  expect(lines()[1]).toBe('Customer\nOne moment');
});

test('a message that Teams delivers twice is said once', async () => {
  const { shop, customer } = await claimed();
  const words = shop.wordsOf(ann, shop.inThread(customer.thread), 'Just once');
  await Promise.all([shop.post(words), shop.post(words)]);
  await shop.post(words);
  expect(await customer.newTexts()).toEqual(['**Ann Berg:** Just once']);
});

test('who has not claimed the case reads that the customer got nothing, once', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  const hello = shop.wordsOf(bob, shop.inThread(customer.thread), 'Hello');
  await shop.post(hello);
  await shop.post(hello);
  const lines = () => shop.teams.lines(customer.thread).slice(1);
  expect(lines()).toEqual([expect.stringMatching(/not sent to the customer: nobody has claimed case .* Press Claim/)]);
  await shop.press(ann, 'claim', { reference: customer.reference });
  await customer.newTexts();
  // Her claim is told by the outbox, this at once.
  await eventually(() => expect(lines().at(-1)).toMatch(/^Ann Berg has taken/));
  await shop.writes(bob, customer.thread, 'Hello');
  expect(lines().at(-1)).toMatch(/not sent to the customer: Ann Berg has case/);
  expect(await customer.newTexts()).toEqual([]);
});

test('a hint survives a hiccup of Teams', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  shop.teams.failures.push(drop, status(503));
  await shop.writes(bob, customer.thread, 'Hello');
  expect(shop.teams.lines(customer.thread)).toHaveLength(2);
  shop.teams.failures.push(status(403));
  expect((await shop.writes(bob, customer.thread, 'Hello')).status).toBe(200);
  expect(shop.logged()).toContain('an agent got no answer in Teams');
});

test('what begins with // and what calls a colleague stays among the agents', async () => {
  const { shop, customer, lines } = await claimed();
  await shop.writes(ann, customer.thread, '// looks like fraud to me');
  await shop.tells(ann, customer.thread, '// really');
  const toBob = { type: 'mention', text: '<at>Bob</at>', mentioned: { id: bob.id, name: 'Bob' } };
  await shop.writes(ann, customer.thread, '<at>Bob</at> what do you think?', { entities: [toBob] });
  expect(await customer.newTexts()).toEqual([]);
  expect(lines()).toEqual([]);
});

test('files and words that are too long are not lost without a word', async () => {
  const { shop, customer, lines } = await claimed();
  const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'label.pdf' };
  await shop.writes(ann, customer.thread, '', { attachments: [file] });
  await shop.writes(ann, customer.thread, 'Your label', { attachments: [file, { contentType: 'text/html' }] });
  await shop.writes(ann, customer.thread, 'x'.repeat(2_001));
  await shop.writes(ann, customer.thread, ' ', { attachments: [{ contentType: 'text/html' }] });
  expect(lines()).toEqual([
    expect.stringContaining('files cannot be sent'),
    expect.stringContaining('has got the words, but not the files'),
    expect.stringContaining('at most 2000 characters'),
  ]);
  expect(await customer.newTexts()).toEqual(['**Ann Berg:** Your label']);
});

test('the bot hears neither itself nor other bots, nor talk that is not about a case', async () => {
  const { shop, customer, lines } = await claimed();
  const itself = { id: '28:11111111-2222-3333-4444-555555555555', name: 'Returns', aadObjectId: '' };
  const other = { id: '28:another', name: 'News', aadObjectId: '' };
  await shop.writes(itself, customer.thread, 'I am the bot');
  await shop.writes(other, customer.thread, 'I am another');
  await shop.writes(ann, `${channel};messageid=42`, 'Lunch?');
  await shop.writes(ann, '19:general@thread.tacv2;messageid=42', 'Lunch?');
  for (const type of ['messageUpdate', 'messageReaction', 'conversationUpdate', 'typing']) {
    await shop.post(
      shop.activityOf({
        type,
        from: ann,
        conversation: shop.inThread(customer.thread),
        text: 'x',
        membersAdded: [bob],
      }),
    );
  }
  expect(await customer.newTexts()).toEqual([]);
  expect(lines()).toEqual([]);
  expect(shop.teams.lines(`${channel};messageid=42`)).toEqual([]);
  expect(shop.teams.lines('19:general@thread.tacv2;messageid=42')).toEqual([]);
});

test('a customer who comes back, or takes the request back, is seen in the thread', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  await customer.say('cancel my request');
  await eventually(() =>
    expect(shop.teams.lines(customer.thread)).toContain('The customer has taken the request back.'),
  );
  expect(JSON.stringify(customer.card())).toContain('Closed.');
  await customer.say('talk to a human');
  await eventually(() => {
    expect(shop.teams.lines(customer.thread)).toContain('The customer has come back to this case.');
    expect(buttonsOn(customer.card())).toContain('Claim');
  });
});

test('in the team’s other channels only what is said to the bot is a customer’s', async () => {
  const shop = await teamsShop();
  const general = shop.inThread('19:general@thread.tacv2;messageid=42');
  const answers = async (fields: object) => {
    const inline = { conversation: general, from: bob, deliveryMode: 'expectReplies', ...fields };
    const response = await shop.post(shop.activityOf(inline));
    return ((await response.json()) as { activities: unknown[] }).activities.length;
  };
  expect(await answers({ type: 'message', text: 'Lunch?' })).toBe(0);
  expect(await answers({ type: 'conversationUpdate', membersAdded: [ann] })).toBe(0);
  const toBot = { text: '<at>Returns</at> hello', entities: [shop.mention] };
  expect(await answers({ type: 'message', ...toBot })).toBeGreaterThan(0);
  expect(shop.teams.attempts()).toBe(0);
});

test('a case whose thread was deleted gets another, and what the customer says is in it', async () => {
  const { shop, customer } = await claimed();
  shop.teams.failures.push(status(404));
  await customer.say('Are you still there?');
  const anew = await eventually(() => {
    const [, second] = shop.teams.cards();
    expect(second && shop.teams.lines(second.conversationId)).toEqual(['Customer\nAre you still there?']);
    return second?.conversationId ?? '';
  });
  await shop.writes(ann, anew, 'I am.');
  expect(await customer.newTexts()).toEqual(['**Ann Berg:** I am.']);
});

test('a card that Teams finds too large is shown in brief', async () => {
  const shop = await teamsShop();
  shop.teams.failures.push(status(413));
  const customer = await shop.customer();
  const card = await eventually(() => {
    const [first] = shop.teams.cards();
    if (!first) throw new Error('no card yet');
    return first.card;
  });
  expect(JSON.stringify(card)).toContain('this is too long for Teams');
  expect(JSON.stringify(card)).toContain(customer.reference);
  expect(buttonsOn(card)).toContain('Claim');
});

test.each([401, 412])('one %i is not final', async (code) => {
  const { shop, customer, lines } = await claimed();
  shop.teams.failures.push(status(code));
  await customer.say('Hello?');
  await eventually(() => expect(lines()).toEqual(['Customer\nHello?']));
  expect(shop.teams.cards()).toHaveLength(1);
});

const html = (content: string) => ({
  attachments: [{ contentType: 'text/html', content }, { contentType: 'messageReference' }],
});

test.each([
  [
    'Returns please send it in',
    {
      text: '<at>Returns</at> please send it in',
      entities: [
        { type: 'mention', text: null, mentioned: { id: '28:11111111-2222-3333-4444-555555555555', name: 'Returns' } },
      ],
    },
    'please send it in',
  ],
  ['one two', html('<ul><li>one</li><li>two</li></ul>'), '\n\n- one\n- two'],
  ['b now', html('<p><strong>now</strong></p><p># 5</p>'), '**now**  \n\\# 5'],
  ['<quoted messageId="1"/> Send it in', {}, 'Send it in'],
])('what an agent writes as %j reaches the customer as it was meant', async (text, rest, heard) => {
  const { shop, customer, lines } = await claimed();
  await shop.writes(ann, customer.thread, text, rest);
  expect(await customer.newTexts()).toEqual([`**Ann Berg:** ${heard}`]);
  expect(lines()).toEqual([]);
});

test('of a picture pasted beside words the agent hears that it stayed behind', async () => {
  const { shop, customer, lines } = await claimed();
  await shop.writes(ann, customer.thread, 'like this', html('<p>like this <img src="https://x.example/1"></p>'));
  expect(await customer.newTexts()).toEqual(['**Ann Berg:** like this']);
  await eventually(() => expect(lines().at(-1)).toContain('not the files'));
});
