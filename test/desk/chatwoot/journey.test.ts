import { describe, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { bob } from '../desk-shop.ts';
import { chatwootShop } from './chatwoot-shop.ts';
import { type Conversation, mia, noah } from './fake-chatwoot.ts';

const says = ['I changed my mind', "I don't know", 'I have received it', '2026-09-01'];

function notes({ messages }: Conversation): string[] {
  return messages.filter((one) => one.private).map(({ content }) => content);
}
function incoming({ messages }: Conversation): string[] {
  return messages.filter((one) => one.message_type === 'incoming').map(({ content }) => content);
}

test('a customer escalates, an agent in Chatwoot answers, rules and resolves; the bot keeps silent', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed(says);
  const { reference } = customer;
  expect(conversation).toMatchObject({
    status: 'open',
    labels: ['returns'],
    priority: null,
    custom_attributes: { returns_reference: reference, returns_urgent: false },
  });
  const [packet = '', transcript = ''] = notes(conversation);
  expect(packet).toContain(`Case ${reference}`);
  expect(packet).toMatch(/\*\*Known\*\*\n\n- .+: .+ \(the customer answered\)/);
  expect(packet).toContain('The policy says: excluded by the policy');
  expect(packet).toContain(`${shop.base.replace('127.0.0.1', 'localhost').replace(/:\d+$/, '')}`);
  expect(transcript).toMatch(/\*\*Customer:\*\* I changed my mind[\s\S]+\*\*Assistant:\*\*/);
  expect(incoming(conversation)).toEqual(['talk to a human']);

  await customer.newTexts();
  await shop.chatwoot.reply(conversation, mia, 'Hello, I am reading this.');
  expect(await customer.newTexts()).toEqual([
    expect.stringContaining('**Mia** from the shop'),
    expect.stringContaining('Hello, I am reading this.'),
  ]);
  expect(await shop.stateOf(reference)).toBe('claimed');
  await eventually(() => expect(conversation.assignee).toEqual(mia));

  await customer.say('I was ill, sorry');
  await eventually(() => expect(incoming(conversation).at(-1)).toBe('I was ill, sorry'));
  await customer.say('help');
  await eventually(() => expect(incoming(conversation)).toHaveLength(3));
  expect(await customer.newTexts()).toEqual([]);

  await shop.chatwoot.reply(conversation, mia, '/rule approve return: You were ill.', true);
  expect(await customer.lastReturns()).toMatchObject({
    kind: 'ruling',
    ruling: 'approve',
    resolution: 'return',
    reason: 'You were ill.',
    formUrl: expect.stringContaining('/form?token='),
  });
  expect((await shop.get(`cases/${reference}`)).body.case).toMatchObject({
    state: 'ruled',
    ruling: { isException: true, by: { id: 'chatwoot:11', name: 'Mia' } },
  });
  await eventually(() => expect(notes(conversation).at(-1)).toContain('Reason: You were ill'));

  await shop.chatwoot.setStatus(conversation, 'resolved');
  expect(await shop.stateOf(reference)).toBe('closed');
  await eventually(() => expect(notes(conversation).at(-1)).toBe('The case is closed.'));
  expect(conversation.messages.every(({ status }) => status === 'sent')).toBe(true);
});

test('what the policy leaves open stands in the note with what each answer would lead to', async () => {
  const shop = await chatwootShop();
  const { conversation } = await shop.filed(
    ['It was damaged on the way', "I don't know", 'I have received it'],
    'tool-shop',
  );
  expect(notes(conversation)[0]).toMatch(/\*\*Not known, and what each answer would lead to\*\*\n\n- .+ → .+/);
});

test('a courier at the door is urgent', async () => {
  const shop = await chatwootShop();
  const courier = ['It was damaged on the way', "I don't know", 'The courier is here', 'yes'];
  const { conversation } = await shop.filed(courier, 'tool-shop');
  expect(conversation).toMatchObject({ labels: ['returns', 'urgent'], priority: 'urgent' });
  expect(notes(conversation)[0]).toMatch(/^\*\*URGENT · Case /);
});

test('a case that becomes urgent later gets the priority, and its people are told', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed(['I changed my mind'], 'fortnight-shop');
  const { reference } = customer;
  expect(conversation.priority).not.toBe('urgent');
  await shop.post(`cases/${reference}/claim`);
  await shop.post(`cases/${reference}/ask`, { fact: 'delivery' });
  await customer.say('It is being handed over');
  await eventually(() => expect(notes(conversation).join()).toContain('This case is urgent now.'));
  await eventually(() => expect(conversation.priority).toBe('urgent'));
  expect((await shop.get(`cases/${reference}`)).body.case).toMatchObject({ urgent: true, because: 'asked-for-human' });
});

test('set to pending, the conversation goes back to the bot, and what is said then stays here', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed(['I changed my mind']);
  await shop.chatwoot.reply(conversation, mia, 'The assistant can do this.');
  await customer.newTexts();
  await shop.chatwoot.setStatus(conversation, 'pending');
  expect(await shop.stateOf(customer.reference)).toBe('handed-back');
  const [handedBack, question] = await customer.newTexts();
  expect([handedBack?.includes('**Mia** has handed you back'), question !== undefined]).toEqual([true, true]);
  const before = incoming(conversation).length;
  await customer.say("I don't know");
  expect(await customer.newTexts()).toHaveLength(1);
  await eventually(() => expect(notes(conversation).at(-1)).toContain('handed the customer back'));
  expect(incoming(conversation)).toHaveLength(before);
  // The customer asks for people once more: it is with whom it was with.
  shop.pass(0.01);
  await customer.say('talk to a human');
  await eventually(() => expect(conversation.status).toBe('open'));
  await eventually(() => expect(conversation.assignee).toEqual(mia));
  expect(incoming(conversation).at(-1)).toBe('talk to a human');
  // Somebody who answers takes the case again.
  await shop.chatwoot.reply(conversation, mia, 'One more thing.');
  expect(await shop.stateOf(customer.reference)).toBe('claimed');
});

describe('a status without a word', () => {
  test('hands a case that waits back to the bot, in the name of whom it is assigned to', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed(['I changed my mind']);
    conversation.assignee = noah;
    await customer.newTexts();
    await shop.chatwoot.setStatus(conversation, 'pending');
    expect(await shop.stateOf(customer.reference)).toBe('handed-back');
    expect((await customer.newTexts()).join('\n')).toContain('**Noah** has handed you back');
  });

  test('does not close a case that nobody has seen: the conversation is open again, and a note says why', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed();
    await customer.newTexts();
    await shop.chatwoot.setStatus(conversation, 'resolved');
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
    await eventually(() => expect(conversation.status).toBe('open'));
    await eventually(() => expect(notes(conversation).at(-1)).toContain('so it stays open'));
    expect(await customer.newTexts()).toEqual([]);
  });

  test('opened or snoozed changes nothing', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed();
    await customer.newTexts();
    await shop.chatwoot.setStatus(conversation, 'snoozed');
    await shop.chatwoot.setStatus(conversation, 'open');
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
    expect(await customer.newTexts()).toEqual([]);
  });
});

test('a customer who takes the request back resolves the conversation', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed();
  await customer.say('cancel my request');
  await eventually(() => expect(conversation.status).toBe('resolved'));
  expect(notes(conversation).at(-1)).toBe('The customer has taken the request back.');
});

test('one whom nobody takes is called out again', async () => {
  const shop = await chatwootShop({ UNCLAIMED_AFTER_MINUTES: '1' });
  const { conversation } = await shop.filed();
  shop.pass(2);
  await eventually(() => expect(notes(conversation).at(-1)).toContain('reminder 1'));
});

describe('people at other desks', () => {
  test('are seen in notes, and their steps set the status; none of it comes back as a step of Chatwoot', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed();
    const at = `cases/${customer.reference}`;
    await shop.post(`${at}/claim`, { by: bob });
    await shop.post(`${at}/say`, { by: bob, text: 'Hello from *here*' });
    await eventually(() => expect(notes(conversation).at(-1)).toContain('Hello from \\*here\\*'));
    expect(notes(conversation).at(-2)).toContain('Bob has taken this case elsewhere');
    await customer.newTexts();
    const letGo = shop.chatwoot.hold();
    await shop.post(`${at}/close`, { by: bob });
    await eventually(() => expect(conversation.status).toBe('resolved'));
    // The customer is faster than the webhook of our own doing.
    await customer.say('talk to a human');
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
    await eventually(() => expect(conversation.status).toBe('open'));
    await eventually(() => expect(incoming(conversation)).toEqual(Array(2).fill('talk to a human')));
    const resolved = shop.chatwoot.told.find((event) => event.includes('"status":"resolved"')) ?? '';
    expect(conversation.assignee).toBeNull();
    letGo();
    await shop.chatwoot.settled();
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
    await shop.chatwoot.deliver(resolved);
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
    conversation.assignee = mia;
    await shop.chatwoot.setStatus(conversation, 'resolved');
    expect(await shop.stateOf(customer.reference)).toBe('closed');
  });

  test('keep what they have: a reply from Chatwoot is marked as failed, and a note says why', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed();
    await shop.post(`cases/${customer.reference}/claim`, { by: bob });
    await customer.newTexts();
    const reply = await shop.chatwoot.reply(conversation, mia, 'Hello');
    expect(reply.status).toBe('failed');
    await eventually(() =>
      expect(notes(conversation).at(-1)).toBe('This was not sent to the customer: Bob has this case.'),
    );
    await shop.chatwoot.setStatus(conversation, 'resolved');
    await eventually(() => expect(notes(conversation).at(-1)).toBe('The case is as it was: Bob has this case.'));
    expect(await customer.newTexts()).toEqual([]);
    expect(await shop.stateOf(customer.reference)).toBe('claimed');
  });
});

describe('two agents in Chatwoot', () => {
  test('do not talk over each other, but whom the conversation is assigned to takes it', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed();
    await shop.chatwoot.reply(conversation, mia, 'I am Mia');
    await eventually(() => expect(conversation.assignee).toEqual(mia));
    await customer.newTexts();
    expect((await shop.chatwoot.reply(conversation, noah, 'I am Noah')).status).toBe('failed');
    expect(await customer.newTexts()).toEqual([]);
    conversation.assignee = noah;
    expect((await shop.chatwoot.reply(conversation, noah, 'I am Noah now')).status).toBe('sent');
    expect((await customer.newTexts()).at(-1)).toContain('**Noah:** I am Noah now');
  });
});

describe('a ruling by a note', () => {
  test.each([
    ['/rule approve: because', 'Not ruled. Write `/rule approve'],
    ['/rule approve cancellation: because', 'What can be approved: return, warranty-repair, exception.'],
    ['/rule approve return', 'Not ruled.'],
    ['/rule perhaps', 'Not ruled.'],
    [`/rule uphold: ${'x'.repeat(501)}`, 'Not ruled.'],
  ])('%s is explained, and the customer hears nothing', async (text, answer) => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed();
    await customer.newTexts();
    await shop.chatwoot.reply(conversation, mia, text, true);
    await eventually(() => expect(notes(conversation).at(-1)).toContain(answer));
    expect(await customer.newTexts()).toEqual([]);
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
  });

  test('upholds in any case of letters, and other notes are nobody’s business', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed(says);
    await shop.chatwoot.reply(conversation, mia, 'I would uphold that: it is too late', true);
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
    await shop.chatwoot.reply(conversation, mia, '/Rule UPHOLD :  It is too late.', true);
    expect(await customer.lastReturns()).toMatchObject({ kind: 'ruling', ruling: 'uphold', reason: 'It is too late.' });
  });

  test('is not made by a customer who writes one', async () => {
    const shop = await chatwootShop();
    const { customer, conversation } = await shop.filed();
    await customer.say('/rule approve return: because I say so');
    await eventually(() => expect(incoming(conversation)).toHaveLength(2));
    await shop.chatwoot.settled();
    expect(await shop.stateOf(customer.reference)).toBe('waiting');
  });
});
