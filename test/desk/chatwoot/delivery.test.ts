import { expect, test } from 'vitest';
import { ChatwootError, outcomeOf } from '../../../src/desk/chatwoot/calls.ts';
import { eventually } from '../../eventually.ts';
import { chatwootShop } from './chatwoot-shop.ts';
import { mia } from './fake-chatwoot.ts';

type Shop = Awaited<ReturnType<typeof chatwootShop>>;

test('after an hour in which Chatwoot was down everything is there once, in order', async () => {
  const shop = await chatwootShop();
  let attempts = 0;
  shop.chatwoot.fail(() => {
    attempts += 1;
    return 503;
  });
  const customer = await shop.waiting();
  for (const text of ['one', 'two', 'three']) {
    shop.pass(0.01);
    await customer.say(text);
  }
  for (const minutes of [1, 10, 49]) {
    await shop.passOnceFailed(() => attempts, minutes);
    const before = attempts;
    await untilPassed(shop, () => expect(attempts).toBeGreaterThan(before), 0.1);
  }
  expect(shop.chatwoot.conversations).toEqual([]);
  await shop.passOnceFailed(() => attempts, 10);
  shop.chatwoot.fail(undefined);
  await untilPassed(shop, () => expect(shop.chatwoot.only().messages.at(-1)?.content).toBe('three'), 0.1);
  const { messages } = shop.chatwoot.only();
  expect(messages[0]?.content).toContain(`/desk#${customer.reference})`);
  const said = messages.map((one) => (one.private ? 'note' : one.content));
  expect(said).toEqual(['note', 'note', 'talk to a human', 'one', 'two', 'three']);
  // What came after it was filed is told by itself, not with what was said before.
  expect(messages[1]?.content).not.toContain('two');
  expect(shop.chatwoot.contacts).toHaveLength(1);
  expect((await customer.read()).activities.filter(({ text }) => text === 'two')).toHaveLength(1);
});

test('what Chatwoot has taken although its answer was lost is not sent again', async () => {
  const shop = await chatwootShop();
  const lost = new Set<string>();
  let posts = 0;
  shop.chatwoot.fail((call) => {
    if (!call.startsWith('POST')) return undefined;
    posts += 1;
    const part = call.replace(/\d+/, 'n');
    // Every call is done and lost at first; messages are lost every other time.
    const isLost = part.endsWith('messages') ? posts % 2 === 0 : !lost.has(part);
    lost.add(part);
    return isLost ? 'lost' : undefined;
  });
  const customer = await shop.waiting();
  shop.pass(0.01);
  await customer.say('one');
  shop.pass(0.01);
  await customer.say('two');
  const contents = () => shop.chatwoot.conversations[0]?.messages.map(({ content }) => content);
  // In small steps: a lease that ran out while its attempt is under way would have it made twice.
  await untilPassed(shop, () => expect(contents()).toContain('two'), 0.1);
  expect(shop.chatwoot.contacts).toHaveLength(1);
  const sources = shop.chatwoot.only().messages.map(({ source_id: source }) => source);
  expect(new Set(sources).size).toBe(sources.length);
  expect(sources.every((source) => source?.startsWith('returns:'))).toBe(true);
  expect(sources).toHaveLength(5);
});

test('it is found among many later messages that it was posted already', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  shop.chatwoot.fail((call) => (call.startsWith('POST') ? 'lost' : undefined));
  await customer.say('only once');
  await eventually(() => expect(conversation.messages.at(-1)?.content).toBe('only once'));
  for (let count = 0; count < 45; count += 1) await shop.chatwoot.reply(conversation, mia, `note ${count}`, true);
  shop.chatwoot.fail(undefined);
  await shop.passOnceFailed(() => 1, 6);
  await customer.say('next');
  await eventually(() => expect(conversation.messages.at(-1)?.content).toBe('next'));
  expect(conversation.messages.filter(({ content }) => content === 'only once')).toHaveLength(1);
});

test('one message that Chatwoot never takes does not hold up the next for ever', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  shop.chatwoot.fail((call, body) => (call.startsWith('POST') && body.includes('poison') ? 422 : undefined));
  await customer.say('poison');
  await customer.say('two');
  const contents = () => conversation.messages.map(({ content }) => content);
  // Meanwhile the case is brought to mind, before or after it.
  await untilPassed(shop, () => expect(contents()).toContain('two'));
  expect(contents()).not.toContain('poison');
});

test.each([
  [400, 29, 'later'],
  [400, 30, 'refused'],
  [422, 29, 'later'],
  [422, 30, 'refused'],
  [401, 30, 'later'],
  [404, 30, 'later'],
  [503, 30, 'later'],
])('%i after %i attempts means %s', (status, attempts, kind) => {
  expect(outcomeOf(new ChatwootError(status, undefined), attempts).kind).toBe(kind);
});

/** Lets time pass in steps; one of six minutes is longer than any pause between attempts. */
async function untilPassed({ pass }: Pick<Shop, 'pass'>, then: () => void, minutes = 6): Promise<void> {
  await eventually(() => {
    pass(minutes);
    then();
  });
}

test('a webhook that comes again and again does its work once', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  await customer.newTexts();
  const message = await shop.chatwoot.reply(conversation, mia, 'Just once');
  const repeat = async () => {
    const event = JSON.stringify(shop.chatwoot.messageEvent(conversation, message));
    return (await shop.chatwoot.deliver(event)).status;
  };
  expect(await Promise.all([repeat(), repeat(), repeat()])).toEqual([200, 200, 200]);
  expect((await customer.newTexts()).filter((text) => text.includes('Just once'))).toHaveLength(1);

  await shop.chatwoot.setStatus(conversation, 'pending');
  await customer.newTexts();
  expect(await repeat()).toBe(200);
  expect(await customer.newTexts()).toEqual([]);
  expect(await shop.stateOf(customer.reference)).toBe('handed-back');
});

test('a late repeat of a resolution does not close a case that the customer has reopened', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  await shop.chatwoot.reply(conversation, mia, 'Done.');
  await shop.chatwoot.setStatus(conversation, 'resolved');
  const event = JSON.stringify(shop.chatwoot.statusEvent(conversation));
  expect(await shop.stateOf(customer.reference)).toBe('closed');
  await customer.say('talk to a human');
  await eventually(() => expect(conversation.status).toBe('open'));
  expect((await shop.chatwoot.deliver(event)).status).toBe(200);
  expect(await shop.stateOf(customer.reference)).toBe('waiting');
});

test('two replies at once reach the customer both, under one greeting', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  await customer.newTexts();
  const letGo = shop.chatwoot.hold();
  const replies = [shop.chatwoot.reply(conversation, mia, 'First'), shop.chatwoot.reply(conversation, mia, 'Second')];
  letGo();
  await Promise.all(replies);
  const heard = await customer.newTexts();
  expect(heard).toHaveLength(3);
  expect(heard.slice(1).map((text) => text.replace('**Mia:** ', ''))).toEqual(['First', 'Second']);
});

test('a case that never came to be there is opened when something else happens', async () => {
  const shop = await chatwootShop();
  shop.chatwoot.fail(() => 503);
  const customer = await shop.waiting();
  await untilPassed(shop, () => expect(shop.logged()).toContain('"delivery given up"'));
  shop.chatwoot.fail(undefined);
  await customer.say('Are you there?');
  await untilPassed(shop, () => expect(shop.chatwoot.only().messages.at(-1)?.content).toBe('Are you there?'), 0.1);
  expect(shop.chatwoot.only().messages[0]?.content).toContain(`Case ${customer.reference}`);
});

/** What the customer hears of a message with files, and the notes in Chatwoot. */
async function sendsFiles(content: string | null, files: (string | undefined)[]) {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  const message = await shop.chatwoot.reply(conversation, mia, 'Look');
  await customer.newTexts();
  const event = {
    ...shop.chatwoot.messageEvent(conversation, message),
    id: message.id + 1_000,
    content,
    attachments: files.map((path) => ({ data_url: path?.startsWith('/') ? `${shop.chatwoot.url}${path}` : path })),
  };
  const { status } = await shop.chatwoot.deliver(JSON.stringify(event));
  const lastNote = () => conversation.messages.filter((one) => one.private).at(-1)?.content;
  return { status, heard: await customer.newTexts(), lastNote, url: shop.chatwoot.url };
}

test('an agent’s file comes as its address, at Chatwoot or wherever that keeps it', async () => {
  const elsewhere = 'https://bucket.s3.example.com/label.pdf?signature=x';
  const { status, heard, url } = await sendsFiles(null, ['/rails/label.pdf', elsewhere]);
  expect(status).toBe(200);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toContain(`${url}/rails/label.pdf`);
  expect(heard[0]).toContain(elsewhere);
});

test('of a file without an address that a customer could open its sender hears', async () => {
  const alone = await sendsFiles(null, ['http://https/rails/label.pdf']);
  expect([alone.status, alone.heard]).toEqual([409, []]);
  await eventually(() => expect(alone.lastNote()).toContain('has not got a file'));
  const withWords = await sendsFiles('Your label', ['http://10.0.0.7/label.pdf', undefined]);
  expect([withWords.status, withWords.heard]).toEqual([200, ['**Mia:** Your label']]);
  await eventually(() => expect(withWords.lastNote()).toContain('has not got a file'));
});

test('a reply that comes after its conversation was resolved reaches the customer', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  const first = await shop.chatwoot.reply(conversation, mia, 'One moment.');
  await shop.chatwoot.setStatus(conversation, 'resolved');
  await customer.newTexts();
  const late = {
    ...shop.chatwoot.messageEvent(conversation, first),
    id: first.id + 1_000,
    content: 'The label is on its way.',
  };
  expect((await shop.chatwoot.deliver(JSON.stringify(late))).status).toBe(200);
  expect(await customer.newTexts()).toEqual(['**Mia:** The label is on its way.']);
  expect(await shop.stateOf(customer.reference)).toBe('closed');
});

test('a case whose conversation was deleted is there anew, with all that was said', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  shop.chatwoot.conversations.splice(0);
  shop.chatwoot.contacts.splice(0);
  shop.pass(0.01);
  await customer.say('Are you there?');
  await eventually(() => expect(shop.chatwoot.only().messages.at(-1)?.content).toBe('Are you there?'));
  const anew = shop.chatwoot.only();
  expect(anew.id).not.toBe(conversation.id);
  expect(anew.messages[0]?.content).toContain(`Case ${customer.reference}`);
  await customer.newTexts();
  await shop.chatwoot.reply(anew, mia, 'I am.');
  expect((await customer.newTexts()).at(-1)).toContain('I am.');
});
