import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/open-store.ts';
import { eventually } from '../eventually.ts';
import { ann, bob, deskShop, refused } from './desk-shop.ts';

const viewSchema = z.looseObject({
  state: z.string(),
  mergedInto: z.string().optional(),
  merged: z
    .array(z.object({ reference: z.string(), transcript: z.array(z.looseObject({ text: z.string() })) }))
    .optional(),
  transcript: z.array(z.looseObject({ who: z.string(), text: z.string(), fromCase: z.string().optional() })),
  history: z.array(z.looseObject({ what: z.string(), note: z.string().optional() })),
});

/** A customer with two chats and a case in each: the duplicate, and the one that stays. */
async function twoCases({ policy = 'fortnight-shop', isMerged = true, settings = {} } = {}) {
  const shop = await deskShop(settings);
  const duplicate = await shop.waiting('fortnight-shop', ['my lamp flickers']);
  const kept = await shop.waiting(policy, ['it is still the lamp']);
  const step = (reference: string, action: string, body: object = {}) =>
    shop.post(`cases/${reference}/${action}`, body);
  const merge = (body: object = {}) => step(duplicate.reference, 'merge', { into: kept.reference, ...body });
  const view = async (reference: string) => viewSchema.parse((await shop.get(`cases/${reference}`)).body.case);
  const said = async () =>
    (await view(kept.reference)).transcript.flatMap(({ text, fromCase }) =>
      fromCase === undefined ? [] : [[fromCase, text]],
    );
  if (isMerged) {
    await merge();
    await duplicate.newTexts();
    await kept.newTexts();
  }
  return { shop, duplicate, kept, step, merge, view, said };
}

test('a duplicate is closed, both histories say so, and its customer hears one sentence', async () => {
  const { duplicate, kept, merge, view } = await twoCases({ isMerged: false });
  await duplicate.newTexts();
  await kept.newTexts();
  const merged = await merge();
  expect([merged.status, merged.body.case]).toMatchObject([200, { state: 'closed', mergedInto: kept.reference }]);
  expect(await duplicate.newTexts()).toEqual([
    `Your requests are now looked after together under **${kept.reference}**, and what you write here is added to it.`,
  ]);
  expect(await kept.newTexts()).toEqual([]);
  const [gone, stays] = [await view(duplicate.reference), await view(kept.reference)];
  expect(gone.history.at(-1)).toMatchObject({ what: 'merged', note: kept.reference, by: ann });
  expect(stays.history.at(-1)).toMatchObject({ what: 'merged', note: duplicate.reference, by: ann });
  expect(stays.merged).toMatchObject([{ reference: duplicate.reference }]);
  expect(stays.merged?.[0]?.transcript.map(({ text }) => text)).toContain('my lamp flickers');
});

test('what the customer writes in the old chat comes into the case that stays, marked, and once', async () => {
  const { shop, duplicate, kept, step, said } = await twoCases();
  await step(kept.reference, 'claim', { by: bob });
  await eventually(async () => expect((await duplicate.newTexts()).join()).toContain('Bob'));
  await duplicate.say('the bulb has burst now');
  await duplicate.say('and where do I send it?');
  await eventually(async () =>
    expect(await said()).toEqual([
      [duplicate.reference, 'the bulb has burst now'],
      [duplicate.reference, 'and where do I send it?'],
    ]),
  );
  expect(await duplicate.newTexts()).toEqual([]);
  const { body } = await shop.get(`cases/${kept.reference}`);
  expect(body.case).toMatchObject({ state: 'claimed', waitingSince: '2026-11-21T10:00:00.000Z' });
});

test('what people say in the case that stays is read in both chats, in order and once', async () => {
  const { duplicate, kept, step } = await twoCases();
  await step(kept.reference, 'claim');
  await step(kept.reference, 'say', { text: 'We have both of your messages.' });
  await step(kept.reference, 'say', { text: 'A new lamp is on its way.' });
  const heard = [
    expect.stringContaining('Ann'),
    expect.stringContaining('We have both of your messages.'),
    expect.stringContaining('A new lamp is on its way.'),
  ];
  expect(await kept.newTexts()).toEqual(heard);
  const inOther: string[] = [];
  await eventually(async () => {
    inOther.push(...(await duplicate.newTexts()));
    expect(inOther).toEqual(heard);
  });
});

test('a case that was closed is open again for whoever had it when the old chat goes on, and both chats hear so', async () => {
  const { duplicate, kept, step, view } = await twoCases();
  await step(kept.reference, 'claim');
  await step(kept.reference, 'close');
  await duplicate.say('it has broken once more');
  await eventually(async () => expect((await view(kept.reference)).state).toBe('claimed'));
  expect(await kept.newTexts()).toContainEqual(expect.stringContaining(`your case **${kept.reference}** again`));
  const inOther: string[] = [];
  await eventually(async () => {
    inOther.push(...(await duplicate.newTexts()));
    expect(inOther.at(-1)).toContain(`your case **${kept.reference}** again`);
  });
});

test('whoever only says thanks in the old chat opens nothing', async () => {
  const { duplicate, kept, step, said, view } = await twoCases();
  await step(kept.reference, 'claim');
  await step(kept.reference, 'close');
  await duplicate.say('thanks');
  await eventually(async () => expect(await said()).toEqual([[duplicate.reference, 'thanks']]));
  expect((await view(kept.reference)).state).toBe('closed');
});

test('whoever is in danger in the old chat hears what to do, and the case that stays is urgent', async () => {
  const { shop, duplicate, kept } = await twoCases();
  await duplicate.say('the battery is on fire');
  expect((await duplicate.newTexts())[0]).toContain('stop using it at once');
  await eventually(async () =>
    expect((await shop.get(`cases/${kept.reference}`)).body.case).toMatchObject({ urgent: true, state: 'waiting' }),
  );
});

test('a declaration in the old chat is received there, and people read it in the case that stays', async () => {
  const { duplicate, kept, view } = await twoCases();
  await duplicate.say('I hereby withdraw from the contract');
  expect((await duplicate.newTexts())[0]).toContain('I received your declaration on');
  await eventually(async () =>
    expect((await view(kept.reference)).history).toContainEqual(
      expect.objectContaining({ what: 'declared', note: `(in the chat of ${duplicate.reference}, word for word)` }),
    ),
  );
  expect((await view(duplicate.reference)).history.at(-1)).toMatchObject({
    what: 'declared',
    note: 'I hereby withdraw from the contract',
  });
});

test('an urgent duplicate makes the case that stays urgent', async () => {
  const shop = await deskShop();
  const duplicate = await shop.waiting('fortnight-shop', ['the battery is on fire']);
  const kept = await shop.waiting();
  await shop.post(`cases/${duplicate.reference}/merge`, { into: kept.reference });
  expect((await shop.get(`cases/${kept.reference}`)).body.case).toMatchObject({ urgent: true });
});

test('reopening the duplicate ends the merge: each chat is by itself again', async () => {
  const { duplicate, kept, step, view, said } = await twoCases();
  await step(kept.reference, 'claim');
  expect((await step(duplicate.reference, 'reopen', { by: bob })).body.case).toMatchObject({ state: 'claimed' });
  await eventually(async () =>
    expect((await view(kept.reference)).history.at(-1)).toMatchObject({ what: 'unmerged', note: duplicate.reference }),
  );
  await step(kept.reference, 'say', { text: 'Only for this chat.' });
  await duplicate.say('only for Bob');
  const { merged, mergedInto } = { ...(await view(duplicate.reference)), merged: (await view(kept.reference)).merged };
  expect([merged, mergedInto]).toEqual([undefined, undefined]);
  expect((await view(duplicate.reference)).transcript.at(-1)).toMatchObject({ who: 'customer', text: 'only for Bob' });
  expect(await said()).toEqual([]);
  expect((await duplicate.newTexts()).join()).not.toContain('Only for this chat.');
});

test.each([
  ['begun anew', ['start over']],
  ['everything erased', ['delete all my data', 'yes']],
])('where the customer of the case that stays has %s, the old chat waits for people by itself', async (_, says) => {
  const { duplicate, kept, view } = await twoCases();
  for (const text of says) await kept.say(text);
  await duplicate.say('is anybody there?');
  await eventually(async () => expect((await view(duplicate.reference)).state).toBe('waiting'));
  expect((await duplicate.newTexts()).at(-1)).toContain(`passed your case **${duplicate.reference}** on once more`);
});

test('is refused: into itself, into another shop, into what is not open or merged, of what was ruled on, and in chains', async () => {
  const { shop, duplicate, kept, step, merge } = await twoCases({ isMerged: false });
  const code = async (answer: ReturnType<typeof merge>) => {
    const { status, body } = await answer;
    return [status, body.error?.because];
  };
  expect(await code(merge({ into: duplicate.reference }))).toEqual([409, 'same']);
  const elsewhere = await shop.waiting('tool-shop');
  expect(await code(merge({ into: elsewhere.reference }))).toEqual([409, 'shop']);
  expect(refused(await merge({ into: 'R-NONE' }))).toEqual([409, 'superseded']);
  await step(kept.reference, 'close');
  expect(await code(merge())).toEqual([409, 'not-open']);
  await step(kept.reference, 'reopen');
  expect((await merge()).status).toBe(200);
  const third = await shop.waiting();
  expect(await code(step(kept.reference, 'merge', { into: third.reference }))).toEqual([409, 'merged']);
  expect(await code(step(duplicate.reference, 'merge', { into: third.reference }))).toEqual([409, 'merged']);
  expect(await code(step(third.reference, 'merge', { into: duplicate.reference }))).toEqual([409, 'not-open']);
  await step(third.reference, 'rule', { ruling: 'approve', resolution: 'return', reason: 'We know you.' });
  expect(await code(step(third.reference, 'merge', { into: kept.reference }))).toEqual([409, 'ruled']);
  const claimed = await shop.waiting();
  await step(claimed.reference, 'claim');
  expect(await code(step(claimed.reference, 'merge', { into: kept.reference, by: bob }))).toEqual([200, undefined]);
});

test('two that are merged into each other at once are not lost in a circle', async () => {
  const { duplicate, kept, step, view } = await twoCases({ isMerged: false });
  await Promise.all([
    step(duplicate.reference, 'merge', { into: kept.reference }),
    step(kept.reference, 'merge', { into: duplicate.reference }),
  ]);
  const states = [(await view(duplicate.reference)).state, (await view(kept.reference)).state];
  expect(states).toContain('waiting');
});

test('whoever has everything erased in the old chat is no longer merged, and its words are gone', async () => {
  const { shop, duplicate, kept, view, said } = await twoCases();
  await duplicate.say('my name is Quentin Canary');
  await eventually(async () => expect(await said()).toHaveLength(1));
  await duplicate.say('delete all my data');
  await duplicate.say('yes');
  await eventually(async () => expect((await view(kept.reference)).history.at(-1)?.what).toBe('unmerged'));
  // What the chat had still to deliver goes out first.
  shop.clock.now = new Date(shop.clock.now.getTime() + 60_000);
  await eventually(async () =>
    expect(await said()).toEqual([[duplicate.reference, '(erased with the chat in which it was written)']]),
  );
});

test('the words of an erased chat are gone from the case that stays, and nothing else is', async () => {
  const { shop, duplicate, kept, said } = await twoCases();
  await duplicate.say('my name is Quentin Canary');
  await eventually(async () => expect(await said()).toHaveLength(1));
  await shop.stop();
  const store = await openStore({ dataDir: shop.dataDir, database: undefined });
  try {
    const [of, into] = [await store.conversationOf(duplicate.reference), await store.conversationOf(kept.reference)];
    await store.erase({ conversationId: of ?? '' });
    expect(await store.conversationsNaming('Canary')).toEqual([]);
    expect(JSON.stringify(await store.activities(into ?? '', 0, 99))).not.toContain('Canary');
    expect(JSON.stringify(await store.case(kept.reference))).toContain(duplicate.reference);
  } finally {
    await store.close();
  }
});
