import { expect, test } from 'vitest';
import { start } from '../../channels/client.ts';
import { eventually } from '../../eventually.ts';
import { shownText } from './block-schemas.ts';
import { slackChannel } from './fake-slack.ts';
import { workspace } from './workspace.ts';

async function escalate(base: string) {
  const customer = await start(base, 'tool-shop');
  await customer.say('talk to a human');
  return customer;
}

test('though Slack is down for an hour there is one card, and all that was said meanwhile, in order', async () => {
  const { slack, returns, later } = await workspace();
  slack.state.isDown = true;
  const customer = await escalate(returns.base);
  await eventually(() => expect(slack.calls.length).toBeGreaterThan(1));
  await customer.say('first word');
  later(30);
  await customer.say('second word');
  later(30);
  const tried = slack.calls.length;
  await eventually(() => expect(slack.calls.length).toBeGreaterThan(tried));
  slack.state.isDown = false;
  later(10);
  await eventually(() => expect(slack.messages).toHaveLength(4));
  const [card] = slack.inChannel();
  expect(slack.inChannel()).toHaveLength(1);
  expect(slack.inThread(card?.ts ?? '').slice(1)).toEqual(['Customer\nfirst word', 'Customer\nsecond word']);
});

test('a card that Slack took without our hearing of it is found again, not posted twice', async () => {
  const { slack, returns } = await workspace();
  slack.next({ kind: 'lose' }, 'chat.postMessage');
  await escalate(returns.base);
  await eventually(() => expect(slack.inThread(slack.inChannel()[0]?.ts ?? '')).toHaveLength(1));
  expect(slack.inChannel()).toHaveLength(1);
  expect(slack.calls.map(({ method }) => method)).toContain('conversations.history');
});

test('a card that is found again is brought up to date', async () => {
  const { slack, returns, press } = await workspace();
  slack.next({ kind: 'lose' }, 'chat.postMessage');
  await escalate(returns.base);
  const card = await eventually(() => {
    const [taken] = slack.inChannel();
    if (!taken) throw new Error('no card');
    return taken;
  });
  await press('U0ANN', 'case-claim', String(card.metadata?.event_payload.reference));
  await eventually(() => expect(slack.inThread(card.ts).at(-1)).toContain('has taken the case'));
  expect(shownText(card.blocks)).toContain('Ann Berg has it.');
});

test('a message that Slack took without our hearing of it is not said twice', async () => {
  const { slack, escalated } = await workspace();
  const { customer, card } = await escalated();
  await eventually(() => expect(slack.inThread(card.ts)).toHaveLength(1));
  slack.next({ kind: 'lose' }, 'chat.postMessage');
  await customer.say('only once');
  await customer.say('and then this');
  await eventually(() => expect(slack.inThread(card.ts).at(-1)).toContain('and then this'));
  expect(slack.inThread(card.ts).slice(1)).toEqual(['Customer\nonly once', 'Customer\nand then this']);
});

test('a process that ends after a post and before noting it posts no second card', async () => {
  const { slack, returns } = await workspace();
  slack.next({ kind: 'lose' }, 'chat.postMessage');
  slack.next({ kind: 'status', status: 503 }, 'conversations.history');
  await escalate(returns.base);
  await eventually(() => expect(slack.inChannel()).toHaveLength(1));
  await returns.stop();
  await returns.start();
  await eventually(() => expect(slack.inThread(slack.inChannel()[0]?.ts ?? '')).toHaveLength(1));
  expect(slack.inChannel()).toHaveLength(1);
});

test('when Slack asks for a pause nothing is sent before it is over', async () => {
  const { slack, returns, later } = await workspace();
  slack.next({ kind: 'limit', seconds: 120 }, 'chat.postMessage');
  await escalate(returns.base);
  await eventually(() => expect(returns.logged()).toContain('"status":429'));
  expect(returns.logged()).toContain('"delayMs":120000');
  const tried = slack.calls.length;
  later(1);
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(slack.calls).toHaveLength(tried);
  later(2);
  await eventually(() => expect(slack.inChannel()).toHaveLength(1));
});

test('what Slack will never take is given up with a line in the log, and the next change brings the card', async () => {
  const { slack, returns } = await workspace();
  slack.next({ kind: 'error', error: 'invalid_arguments' }, 'chat.postMessage');
  const customer = await escalate(returns.base);
  await eventually(() => expect(returns.logged()).toContain('invalid_arguments'));
  expect(returns.logged()).toContain('delivery given up');
  expect(slack.inChannel()).toEqual([]);
  await customer.say('is anybody there');
  await eventually(() => expect(slack.messages).toHaveLength(2));
  expect(
    slack
      .inThread(slack.inChannel()[0]?.ts ?? '')
      .join()
      .match(/is anybody there/g),
  ).toHaveLength(1);
});

test('a card that is too long for Slack is told in brief, and so is its update', async () => {
  const { slack, returns, press } = await workspace();
  slack.next({ kind: 'error', error: 'msg_blocks_too_long' }, 'chat.postMessage');
  await escalate(returns.base);
  await eventually(() => expect(slack.inChannel()).toHaveLength(1));
  const [card] = slack.inChannel();
  expect(shownText(card?.blocks)).toContain('too long for Slack');
  expect(JSON.stringify(card?.blocks)).toContain('case-claim');
  slack.next({ kind: 'error', error: 'invalid_blocks' }, 'chat.update');
  await press('U0ANN', 'case-claim', String(card?.metadata?.event_payload.reference));
  await eventually(() => expect(shownText(card?.blocks)).toMatch(/too long for Slack[\s\S]*Ann Berg has it\./));
});

test('a card that somebody deleted is posted again', async () => {
  const { slack, escalated, press } = await workspace();
  const { customer, card, reference } = await escalated();
  await eventually(() => expect(slack.inThread(card.ts)).toHaveLength(1));
  slack.messages.splice(slack.messages.indexOf(card), 1);
  await customer.say('still here');
  const again = await eventually(() => {
    const [posted] = slack.inChannel();
    if (!posted) throw new Error('no card');
    return posted;
  });
  await eventually(() => expect(slack.inThread(again.ts)).toEqual(['Customer\nstill here']));
  slack.messages.splice(slack.messages.indexOf(again), 1);
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(slack.inChannel()[0]?.blocks)).toContain('Ann Berg has it.'));
});

test('nobody who claims: the channel is told again', async () => {
  const { slack, later, escalated } = await workspace({ UNCLAIMED_AFTER_MINUTES: '15' });
  const { card } = await escalated();
  later(16);
  await eventually(() => expect(slack.messages.filter(({ reply_broadcast: all }) => all === 'true')).toHaveLength(1));
  expect(slack.inThread(card.ts).at(-1)).toContain('Nobody has claimed this case yet');
  expect(slack.messages.every(({ channel }) => channel === slackChannel)).toBe(true);
});

test('where another desk hears first, the card comes with the reminder, and the conversation with it', async () => {
  const { slack, returns, later } = await workspace({ UNCLAIMED_AFTER_MINUTES: '15', ESCALATION: 'teams > slack' });
  const customer = await escalate(returns.base);
  await customer.say('is anybody there');
  later(16);
  await eventually(() => expect(slack.messages).toHaveLength(3));
  const [start, reminder] = slack.inThread(slack.inChannel()[0]?.ts ?? '');
  expect(start).toMatch(/talk to a human[\s\S]*is anybody there/);
  expect(reminder).toContain('Nobody has claimed this case yet');
});

test.each(['channel_not_found', 'is_archived', 'invalid_auth', 'token_expired', 'missing_scope'])(
  '%s once is not final: somebody may be mending it',
  async (error) => {
    const { slack, returns } = await workspace();
    slack.next({ kind: 'error', error }, 'chat.postMessage');
    await escalate(returns.base);
    await eventually(() => expect(slack.inChannel()).toHaveLength(1));
    expect(returns.logged()).toContain(error);
  },
);
