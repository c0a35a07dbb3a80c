import { expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { shownText } from './block-schemas.ts';
import { newTs, workspace } from './workspace.ts';

test('a case is claimed, talked over and ruled in Slack, and the customer gets the ruling with the form', async () => {
  const { slack, escalated, press, write, submit } = await workspace();
  const { customer, card, reference } = await escalated();
  expect(shownText(card.blocks)).toContain(`Case ${reference}`);
  expect(shownText(card.blocks)).toContain('the customer asks for a person');
  expect(shownText(card.blocks)).toContain('My scanner is broken');
  expect(shownText(card.blocks)).toContain('Waiting: nobody has claimed it.');
  await eventually(() => expect(slack.inThread(card.ts)[0]).toContain('Customer: talk to a human'));

  expect((await press('U0ANN', 'case-claim', reference)).status).toBe(200);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  expect(await customer.texts()).toContainEqual(expect.stringContaining('Ann Berg** from the shop'));

  await customer.say('It was a present', { attachments: [{ contentType: 'image/png', name: 'scratch.png' }] });
  await eventually(() =>
    expect(slack.inThread(card.ts)).toContainEqual('Customer\nIt was a present\n[file: scratch.png]'),
  );

  await write('U0ANN', 'Do you have the <https://shop.example/help|receipt> &amp; box?', { thread_ts: card.ts });
  await eventually(async () =>
    expect((await customer.texts()).at(-1)).toBe(
      '**Ann Berg:** Do you have the receipt (https://shop.example/help) & box?',
    ),
  );

  expect(JSON.stringify(card.blocks)).toContain(`/desk#${reference}"`);
  await press('U0ANN', 'case-approve', reference);
  const modal = await eventually(() => {
    const [opened] = slack.modals;
    if (!opened) throw new Error('no modal');
    return opened;
  });
  const answer = await submit('U0ANN', modal, {
    resolution: { type: 'static_select', selected_option: { value: 'return' } },
    reason: { type: 'plain_text_input', value: 'The seal broke by itself.' },
  });
  expect(answer).toEqual({ status: 200, body: undefined });
  await eventually(() =>
    expect(shownText(card.blocks)).toContain('Ann Berg approved: return. Reason: The seal broke by itself.'),
  );
  const ruling = (await customer.read()).activities.at(-1);
  expect(ruling?.channelData).toMatchObject({ returns: { kind: 'ruling', ruling: 'approve', resolution: 'return' } });
  expect(ruling?.text).toContain('/form?token=');
  expect(shownText(card.blocks)).not.toContain('Claim');
  expect(slack.inThread(card.ts).filter((line) => line.startsWith('Ann Berg\n'))).toEqual([]);
  expect(slack.refusals()).toEqual([]);
  expect(slack.inChannel()).toHaveLength(1);
});

test('the second who claims hears who has it, and nothing changes', async () => {
  const { slack, escalated, press } = await workspace();
  const { card, reference } = await escalated();
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  await press('U0BOB', 'case-claim', reference);
  await press('U0BOB', 'case-uphold', reference);
  await eventually(() => expect(slack.ephemerals).toHaveLength(2));
  expect(slack.ephemerals.map(({ user, text }) => `${user}: ${text}`)).toEqual([
    `U0BOB: Ann Berg has case ${reference}.`,
    `U0BOB: Ann Berg has case ${reference}.`,
  ]);
  expect(slack.modals).toEqual([]);
});

test('who has not claimed is told so, with a button to claim, and the customer hears nothing', async () => {
  const { slack, escalated, press, write } = await workspace();
  const { customer, card, reference } = await escalated();
  await write('U0BOB', 'Hello, I am here', { thread_ts: card.ts });
  const hint = await eventually(() => {
    const [first] = slack.ephemerals;
    if (!first) throw new Error('no hint');
    return first;
  });
  expect(hint).toMatchObject({ user: 'U0BOB', thread_ts: card.ts });
  expect(shownText(hint.blocks)).toContain('not sent to the customer');
  expect(JSON.stringify(hint.blocks)).toContain('case-claim');
  await press('U0BOB', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Bob Noor has it.'));
  expect((await customer.texts()).join()).not.toContain('I am here');
});

test('what bots write, edits, asides and other threads never reach the customer', async () => {
  const { slack, escalated, press, write } = await workspace();
  const { customer, card, reference } = await escalated();
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  const thread = { thread_ts: card.ts };
  await write('U0ANN', 'by a bot', { ...thread, bot_id: 'B0SELF' });
  await write('U0ANN', 'edited', { ...thread, subtype: 'message_changed' });
  await write('U0ANN', 'deleted', { ...thread, subtype: 'message_deleted' });
  await write('U0ANN', 'joined', { subtype: 'channel_join' });
  await write('U0ANN', '// between us', thread);
  await write('U0ANN', 'in the channel');
  await write('U0ANN', 'in another thread', { thread_ts: newTs() });
  await write('U0ANN', 'with a file', {
    ...thread,
    subtype: 'file_share',
    files: [{ name: 'label.pdf', permalink: 'https://files.example/label.pdf' }],
  });
  await eventually(async () =>
    expect((await customer.texts()).at(-1)).toBe(
      '**Ann Berg:** with a file  \nlabel.pdf: https://files.example/label.pdf',
    ),
  );
  const heard = (await customer.texts()).join('\n');
  for (const unsent of ['by a bot', 'edited', 'deleted', 'joined', 'between us', 'in the channel', 'another thread']) {
    expect(heard).not.toContain(unsent);
  }
  expect(slack.ephemerals).toEqual([]);
});

test('what is written first arrives first, though the writer’s name takes its time', async () => {
  const { slack, returns, escalated, press, write } = await workspace();
  const { customer, card, reference } = await escalated();
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  await returns.stop();
  await returns.start();
  slack.next({ kind: 'hang' }, 'users.info');
  await write('U0ANN', 'first', { thread_ts: card.ts });
  await write('U0ANN', 'second', { thread_ts: card.ts });
  await eventually(async () => expect((await customer.texts()).at(-1)).toContain('second'));
  expect((await customer.texts()).at(-2)).toContain('first');
});

test('what is done at the desk shows in Slack: who has it, what is said, and what the customer answers', async () => {
  const { slack, returns, escalated } = await workspace({ DESK_TOKEN: 'a-long-enough-desk-token' });
  const { customer, card, reference } = await escalated();
  const act = async (action: string, body: object) => {
    const headers = { authorization: 'Bearer a-long-enough-desk-token', 'content-type': 'application/json' };
    const by = { id: 'cleo', name: 'Cleo' };
    const sent = JSON.stringify({ by, key: action, ...body });
    const answer = await fetch(`${returns.base}/desk/api/cases/${reference}/${action}`, {
      method: 'POST',
      headers,
      body: sent,
    });
    expect(answer.status).toBe(200);
  };
  await act('claim', {});
  await act('say', { text: 'Hello from the desk' });
  await act('ask', { fact: 'purchasedOn' });
  await eventually(() => expect(slack.inThread(card.ts)).toContainEqual('Cleo\nHello from the desk'));
  expect(shownText(card.blocks)).toContain('Cleo has it.');
  expect(shownText(card.blocks)).not.toContain('2026');
  await customer.say('1 October 2026');
  await eventually(() => expect(shownText(card.blocks)).toContain('Thursday 1 October 2026'));
  const { edits } = card;
  await customer.say('thank you');
  await eventually(() => expect(slack.inThread(card.ts).at(-1)).toContain('thank you'));
  // Where nothing on the card changes it is left alone.
  expect(card.edits).toBe(edits);
});

test('the assistant goes on once the case is handed back, and a free case calls out again', async () => {
  const { slack, escalated, press, submit } = await workspace();
  const { customer, card, reference } = await escalated();
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  await press('U0ANN', 'case-release', reference);
  await eventually(() => expect(slack.messages.at(-1)).toMatchObject({ reply_broadcast: 'true' }));
  expect(shownText(card.blocks)).toContain('Waiting: nobody has claimed it.');
  await press('U0BOB', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Bob Noor has it.'));
  await press('U0BOB', 'case-hand-back', reference);
  await eventually(() => expect(slack.modals).toHaveLength(1));
  const [modal] = slack.modals;
  if (!modal) throw new Error('no modal');
  await submit('U0BOB', modal, { reason: { type: 'plain_text_input', value: 'Your order is found.' } });
  await eventually(() => expect(shownText(card.blocks)).toContain('Bob Noor has handed it back'));
  expect((await customer.texts()).join('\n')).toContain('Your order is found.');
  expect(slack.refusals()).toEqual([]);
});

test('a ruling needs its reason, and a case that is over says so in the modal', async () => {
  const { slack, escalated, press, submit } = await workspace();
  const { card, reference } = await escalated();
  await press('U0ANN', 'case-uphold', reference);
  await eventually(() => expect(slack.modals).toHaveLength(1));
  const [modal] = slack.modals;
  if (!modal) throw new Error('no modal');
  const reason = (value: string) => ({ reason: { type: 'plain_text_input', value } });
  expect((await submit('U0ANN', modal, reason('  '))).body).toEqual({
    response_action: 'errors',
    errors: { reason: 'Please say why: the customer reads it.' },
  });
  expect((await submit('U0ANN', modal, reason('Out of warranty.'))).body).toBeUndefined();
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg upheld'));
  expect((await submit('U0BOB', { ...modal, id: 'V9' }, reason('Me too.'))).body).toEqual({
    response_action: 'errors',
    errors: { reason: 'The case is ruled now.' },
  });
});

test.each([
  ['have a nice day :slightly_smiling_face: :+1::skin-tone-3:', {}, 'have a nice day 🙂 👍🏼'],
  [
    ':kiwi_bird:',
    { blocks: [{ type: 'rich_text', elements: [{ type: 'emoji', name: 'kiwi_bird', unicode: '1f95d' }] }] },
    '🥝',
  ],
  ['*10 %*, _not_, ~20 %~', {}, '**10 %**, _not_, ~~20 %~~'],
  ['&gt; as you wrote\nYes.', {}, '\n\n> as you wrote\n\nYes.'],
  ['packs your label', { subtype: 'me_message' }, 'packs your label'],
  ['', { attachments: [{ is_share: true, text: 'It is on its way' }] }, '\n\n> It is on its way'],
  [
    'The warehouse says:',
    { attachments: [{ is_share: true, text: 'On its way' }, null] },
    'The warehouse says:\n\n> On its way',
  ],
  ['Look', { files: null, attachments: 'x', blocks: {} }, 'Look'],
])('what is written in the thread as %j reaches the customer as it was meant', async (text, rest, heard) => {
  const { escalated, press, write } = await workspace();
  const { customer, card, reference } = await escalated();
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  await write('U0ANN', text, { thread_ts: card.ts, ...rest });
  await eventually(async () => expect((await customer.texts()).at(-1)).toBe(`**Ann Berg:** ${heard}`));
});

test('whoever shares what has no words in it hears that nothing was sent', async () => {
  const { slack, escalated, press, write } = await workspace();
  const { card, reference } = await escalated();
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  await write('U0ANN', '', { thread_ts: card.ts, attachments: [{ is_share: true }] });
  await eventually(() => expect(JSON.stringify(slack.ephemerals)).toContain('there are no words in it'));
});
