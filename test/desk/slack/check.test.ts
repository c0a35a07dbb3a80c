import { expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { shownText } from './block-schemas.ts';
import { workspace } from './workspace.ts';

const choice = (value: string) => ({ type: 'static_select', selected_option: { value } });
const several = (...values: string[]) => ({
  type: 'multi_static_select',
  selected_options: values.map((value) => ({ value })),
});
const shop = 'tool-shop';
/** A broken device, bought a month ago with two years of warranty. */
const broken = {
  [`${shop} reason`]: choice('not-working'),
  [`${shop} goods`]: choice('device'),
  [`${shop} delivery`]: choice('received'),
  [`${shop} discounted`]: choice('false'),
  [`${shop} purchasedOn`]: { type: 'datepicker', selected_date: '2026-10-20' },
  [`${shop} warrantyMonths`]: { type: 'number_input', value: '24' },
  [`${shop} condition`]: several('~none'),
};

async function opened() {
  const space = await workspace();
  expect(await space.command('U0ANN', '')).toEqual({ status: 200, body: undefined });
  const [modal] = space.slack.modals;
  if (!modal) throw new Error('no modal');
  return { ...space, modal };
}

const updated = (body: Record<string, unknown> | undefined): string =>
  shownText((body as { view?: { blocks: unknown } } | undefined)?.view?.blocks);

test('/returns opens every fact of the policy, and the policy answers at once with its clauses', async () => {
  const { slack, modal, submit } = await opened();
  const blocks = modal.blocks.flatMap(({ block_id: id }) => id ?? []);
  for (const fact of [
    'reason',
    'goods',
    'delivery',
    'discounted',
    'purchasedOn',
    'warrantyMonths',
    'condition',
    'price',
  ]) {
    expect(blocks).toContain(`${shop} ${fact}`);
  }
  const answer = await submit('U0ANN', modal, broken);
  expect(answer.body).toMatchObject({ response_action: 'update', view: { callback_id: 'check-modal' } });
  expect(updated(answer.body)).toContain('The policy says: return');
  expect(updated(answer.body)).toContain('Returns of broken devices within the warranty');
  expect(slack.refusals()).toEqual([]);
});

test.each([
  ['one condition', { [`${shop} condition`]: several('seal-damaged') }, 'excluded by the policy'],
  ['an unknown discount', { [`${shop} discounted`]: choice('unknown') }, 'left to people'],
  ['nothing of its condition', { [`${shop} condition`]: {} }, 'Not decided yet. Ask: Does any of this apply'],
])('%s changes the answer', async (_, change, expected) => {
  const { modal, submit } = await opened();
  const inputs = { ...broken, ...change };
  const told = Object.fromEntries(Object.entries(inputs).filter(([, input]) => 'type' in input));
  expect(updated((await submit('U0ANN', modal, told)).body)).toContain(expected);
});

test('what the customer cannot tell counts as unknown, a price as money', async () => {
  const { modal, submit } = await opened();
  const { [`${shop} purchasedOn`]: _, ...rest } = broken;
  const unknown = { ...rest, [`${shop} not-known`]: several('purchasedOn') };
  expect(updated((await submit('U0ANN', modal, unknown)).body)).toContain('left to people');
  const early = {
    [`${shop} reason`]: choice('changed-mind'),
    [`${shop} goods`]: choice('device'),
    [`${shop} delivery`]: choice('not-shipped'),
    [`${shop} discounted`]: choice('false'),
    [`${shop} price`]: { type: 'plain_text_input', value: '100.00 eur' },
  };
  const answer = updated((await submit('U0ANN', modal, early)).body);
  expect(answer).toContain('Fee: 6%');
  expect(answer).toContain('€94.00');
});

test('an impossible answer is marked at its input', async () => {
  const { modal, submit } = await opened();
  const late = { ...broken, [`${shop} purchasedOn`]: { type: 'datepicker', selected_date: '2027-01-01' } };
  expect((await submit('U0ANN', modal, late)).body).toMatchObject({
    response_action: 'errors',
    errors: { [`${shop} purchasedOn`]: expect.stringContaining('future') },
  });
  const free = { ...broken, [`${shop} price`]: { type: 'plain_text_input', value: 'cheap' } };
  expect((await submit('U0ANN', modal, free)).body).toMatchObject({
    errors: { [`${shop} price`]: expect.stringContaining('amount') },
  });
});

test.each(['fortnight-shop', 'trail-shop'])('the modal of %s fits into Slack', async (policy) => {
  const { slack, modal, interact } = await opened();
  await interact({
    type: 'block_actions',
    user: { id: 'U0ANN' },
    view: modal,
    actions: [{ action_id: 'check-policy', selected_option: { value: policy } }],
  });
  await eventually(() => expect(modal.private_metadata).toContain(policy));
  expect(slack.refusals()).toEqual([]);
});

test('the case of somebody on the phone is filed from the modal, once, with what they said', async () => {
  const { slack, modal, interact } = await opened();
  const { [`${shop} purchasedOn`]: _, ...rest } = broken;
  const inputs = {
    ...rest,
    [`${shop} not-known`]: several('purchasedOn'),
    story: { type: 'plain_text_input', value: 'Cancel my request? No: it beeps! 0170 123' },
  };
  const file = () =>
    interact({
      type: 'block_actions',
      user: { id: 'U0ANN' },
      view: {
        ...modal,
        state: {
          values: Object.fromEntries(Object.entries(inputs).map(([block, input]) => [block, { value: input }])),
        },
      },
      actions: [{ action_id: 'check-file', action_ts: String(Math.random()), value: 'file' }],
    });
  await Promise.all([file(), file()]);
  await eventually(() => expect(slack.inChannel()).toHaveLength(1));
  const shown = shownText(slack.inChannel()[0]?.blocks);
  expect(shown).toContain('it beeps! 0170 123 (taken down by Ann Berg)');
  expect(shown).toContain('Waiting');
  expect(shown).toContain('left to people');
  await eventually(() => expect(shownText(modal.blocks)).toMatch(/Filed as case [A-Z0-9-]+/));
  await file();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(slack.inChannel()).toHaveLength(1);
  expect(slack.refusals()).toEqual([]);
});

test('a decided case is filed, too, and so is one of which nothing is known', async () => {
  const { slack, modal, interact } = await opened();
  const file = (id: string, inputs: Record<string, object>) =>
    interact({
      type: 'block_actions',
      user: { id: 'U0ANN' },
      view: {
        ...modal,
        id,
        state: {
          values: Object.fromEntries(Object.entries(inputs).map(([block, input]) => [block, { value: input }])),
        },
      },
      actions: [{ action_id: 'check-file', action_ts: '1', value: 'file' }],
    });
  await file('V8', broken);
  await eventually(() => expect(slack.inChannel()).toHaveLength(1));
  expect(shownText(slack.inChannel()[0]?.blocks)).toContain('The policy says: return');
  await file('V9', { story: { type: 'plain_text_input', value: 'They hung up.' } });
  await eventually(() => expect(slack.inChannel()).toHaveLength(2));
  const second = slack.inChannel()[1];
  await eventually(() => expect(slack.inThread(second?.ts ?? '').join()).toContain('They hung up.'));
});

test('who rules for a caller gets the form to pass on, for nobody else tells them', async () => {
  const { slack, modal, interact, press, submit } = await opened();
  const values = Object.fromEntries(Object.entries(broken).map(([block, input]) => [block, { value: input }]));
  const actions = [{ action_id: 'check-file', action_ts: '1', value: 'file' }];
  await interact({ type: 'block_actions', user: { id: 'U0ANN' }, view: { ...modal, state: { values } }, actions });
  await eventually(() => expect(slack.inChannel()).toHaveLength(1));
  const [card] = slack.inChannel();
  expect(shownText(card?.blocks)).toContain('hears only what you tell them yourself');
  await press('U0ANN', 'case-approve', String(card?.metadata?.event_payload.reference));
  await eventually(() => expect(slack.modals).toHaveLength(2));
  const ruling = slack.modals[1];
  if (!ruling) throw new Error('no modal');
  await submit('U0ANN', ruling, {
    resolution: choice('return'),
    reason: { type: 'plain_text_input', value: 'It is within the warranty.' },
  });
  await eventually(() => expect(slack.inThread(card?.ts ?? '').at(-1)).toContain('Please tell the customer.'));
  expect(JSON.stringify(slack.messages.at(-1)?.blocks)).toMatch(/"url":"http:[^"]+\/form\?token=/);
});

test('/returns with a reference shows that case to whoever asks, in the channel of cases alone', async () => {
  const { escalated, command } = await workspace();
  const { reference } = await escalated();
  const shown = await command('U0BOB', ` ${reference.toLowerCase()} `);
  expect(shown.body).toMatchObject({ response_type: 'ephemeral' });
  expect(shownText(shown.body?.blocks)).toContain(`Case ${reference}`);
  expect((await command('U0BOB', 'ZZZZ-ZZZZ')).body).toMatchObject({ text: expect.stringContaining('no case') });
  const elsewhere = await command('U0EVE', reference, 'C0ELSE');
  expect(elsewhere.body).toEqual({ response_type: 'ephemeral', text: 'Please use this command in <#C0CASES>.' });
});
