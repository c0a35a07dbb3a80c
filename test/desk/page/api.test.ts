import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ann, bob, deskShop, refused } from '../desk-shop.ts';

describe('the queue', () => {
  test('shows who waits: urgent ones first, then the longest, with what they said first', async () => {
    const shop = await deskShop();
    const first = await shop.waiting('fortnight-shop', ['I changed my mind']);
    shop.clock.now = new Date('2026-11-21T10:05:00Z');
    const second = await shop.waiting();
    shop.clock.now = new Date('2026-11-21T10:10:00Z');
    const courier = await shop.waiting('tool-shop', [
      'It was damaged on the way',
      "I don't know",
      'The courier is here',
      'yes',
    ]);
    const { body } = await shop.get('cases');
    expect(body.cases?.map(({ reference, urgent }) => [reference, urgent])).toEqual([
      [courier.reference, true],
      [first.reference, false],
      [second.reference, false],
    ]);
    expect(body.cases?.[1]).toMatchObject({
      state: 'waiting',
      because: 'asked-for-human',
      at: '2026-11-21T10:00:00.000Z',
      opening: 'I changed my mind',
      shop: { id: 'fortnight-shop' },
    });
  });

  test('leaves out what is done where only open cases are asked for', async () => {
    const shop = await deskShop();
    const [done, open] = [await shop.waiting(), await shop.waiting()];
    await shop.post(`cases/${done.reference}/close`, { note: 'Done by phone.' });
    const references = async (path: string) => (await shop.get(path)).body.cases?.map(({ reference }) => reference);
    expect(await references('cases?state=open')).toEqual([open.reference]);
    expect(await references('cases')).toEqual([open.reference, done.reference]);
  });
});

test('what could not be delivered is counted', async () => {
  const shop = await deskShop();
  expect((await shop.get('outbox')).body).toEqual({ undelivered: 0 });
});

describe('a case', () => {
  test('is shown with its facts, where they come from, and what is not known', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting('fortnight-shop', ['I changed my mind', 'FD-1003', 'quentin@example.com']);
    const { body } = await shop.get(`cases/${reference}`);
    expect(body.case).toMatchObject({
      reference,
      state: 'waiting',
      details: { orderNumber: 'FD-1003' },
      order: { number: 'FD-1003', items: [expect.any(String)], item: expect.any(String) },
      facts: expect.arrayContaining([
        expect.objectContaining({ fact: 'reason', source: 'stated' }),
        expect.objectContaining({ fact: 'receivedOn', source: 'order' }),
      ]),
      history: [{ what: 'filed', at: '2026-11-21T10:00:00.000Z' }],
      grants: expect.arrayContaining(['return', 'warranty-repair']),
    });
  });

  test('says of an unknown fact what each answer would lead to, alike answers together', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting('tool-shop', ['It does not work properly', 'EQ-1001', 'anna@example.com']);
    const unknown = z
      .array(z.object({ fact: z.string(), answers: z.array(z.object({ title: z.string(), resolution: z.string() })) }))
      .parse((await shop.get(`cases/${reference}`)).body.case?.unknown);
    expect(unknown).toEqual([
      {
        fact: 'condition',
        answers: [
          { title: 'none of these', resolution: 'return' },
          { title: expect.stringMatching(/^unauthorised repair or seal damaged or /), resolution: 'not-eligible' },
        ],
      },
    ]);
  });

  test('is found however its reference is written, and unknown ones are not', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    expect((await shop.get(`cases/${reference.toLowerCase()}`)).body.case?.reference).toBe(reference);
    expect(refused(await shop.get('cases/ZZZZ-9999'))).toEqual([404, 'unknown-case']);
    expect(refused(await shop.post('cases/ZZZZ-9999/claim'))).toEqual([404, 'unknown-case']);
  });

  test('goes from waiting over claimed and ruled to closed, and the customer hears of it', async () => {
    const shop = await deskShop();
    const customer = await shop.waiting();
    const step = async (action: string, body: object = {}) =>
      (await shop.post(`cases/${customer.reference}/${action}`, body)).body.case?.state;

    expect(await step('claim')).toBe('claimed');
    expect(await customer.newTexts()).toEqual([expect.stringContaining('**Ann** from the shop')]);
    expect(await step('say', { text: 'Hello, I am reading this.' })).toBe('claimed');
    expect(await customer.newTexts()).toEqual([expect.stringContaining('Hello, I am reading this.')]);
    expect(await step('ask', { fact: 'receivedOn' })).toBe('claimed');
    expect(await customer.lastReturns()).toMatchObject({ kind: 'question', id: 'receivedOn' });
    expect(await step('release')).toBe('waiting');
    expect(await step('claim')).toBe('claimed');
    expect(await step('rule', { ruling: 'approve', resolution: 'return', reason: 'We know you.' })).toBe('ruled');
    expect(await customer.lastReturns()).toMatchObject({
      kind: 'ruling',
      ruling: 'approve',
      resolution: 'return',
      reason: 'We know you.',
      formUrl: expect.stringContaining('/form?token='),
    });
    expect(await step('close', { note: 'All done.' })).toBe('closed');
  });

  test('goes back to the bot with a summary', async () => {
    const shop = await deskShop();
    const customer = await shop.waiting('fortnight-shop', ['I changed my mind']);
    await shop.post(`cases/${customer.reference}/claim`);
    await customer.newTexts();
    await shop.post(`cases/${customer.reference}/hand-back`, { summary: 'We agreed to go on here.' });
    const [handedBack, ...questions] = await customer.newTexts();
    expect(handedBack).toContain('We agreed to go on here.');
    expect(questions).toHaveLength(1);
    expect(await customer.lastReturns()).toMatchObject({ kind: 'question' });
  });
});

describe('refusals', () => {
  test('a case that somebody has is theirs, by name', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/claim`);
    const answer = await shop.post(`cases/${reference}/claim`, { by: bob });
    expect(refused(answer)).toEqual([409, 'taken']);
    expect(answer.body.error).toMatchObject({ by: ann });
    expect(refused(await shop.post(`cases/${reference}/say`, { by: bob, text: 'Hi' }))).toEqual([409, 'taken']);
  });

  test('what cannot be done in this state is said with the state', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    const answer = await shop.post(`cases/${reference}/hand-back`);
    expect(refused(answer)).toEqual([409, 'not-in-this-state']);
    expect(answer.body.error).toMatchObject({ state: 'waiting' });
  });

  test('only questions of the policy are asked', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/claim`);
    expect(refused(await shop.post(`cases/${reference}/ask`, { fact: 'shoeSize' }))).toEqual([409, 'no-such-question']);
  });

  test.each([
    ['rule', { ruling: 'approve', resolution: 'return' }],
    ['rule', { ruling: 'approve', resolution: 'return', reason: '   ' }],
    ['rule', { ruling: 'approve', resolution: 'return', reason: 'x'.repeat(501) }],
    ['rule', { ruling: 'maybe', reason: 'So be it.' }],
    ['say', { text: '' }],
    ['say', { text: `right to left \u202e` }],
    ['say', { text: 'Hi', by: { name: 'Nobody' } }],
    ['say', { text: 'Hi', by: { id: 'x', name: '\u202e' } }],
  ])('%s with %o is no request', async (action, body) => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    expect(refused(await shop.post(`cases/${reference}/${action}`, body))).toEqual([400, 'invalid-body']);
  });

  test('what the shop has no form for cannot be granted, except as something else that the reason tells', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    const rule = (resolution?: string) =>
      shop.post(`cases/${reference}/rule`, { ruling: 'approve', resolution, reason: 'We send you a new cable.' });
    expect(refused(await rule('cancellation'))).toEqual([400, 'no-such-grant']);
    expect(refused(await rule())).toEqual([400, 'no-such-grant']);
    expect((await rule('exception')).body.case).toMatchObject({ ruling: { isException: true } });
  });

  test('a step without a key is refused, and one whose key was seen is not taken twice', async () => {
    const shop = await deskShop();
    const customer = await shop.waiting();
    await shop.post(`cases/${customer.reference}/claim`);
    await customer.newTexts();
    const path = `cases/${customer.reference}/say`;
    expect(refused(await shop.post(path, { text: 'Hi' }, { 'idempotency-key': '' }))).toEqual([400, 'key-missing']);
    for (let time = 0; time < 3; time += 1) {
      expect((await shop.post(path, { text: 'Once.' }, { 'idempotency-key': 'the-same' })).status).toBe(200);
    }
    expect(await customer.newTexts()).toHaveLength(1);
  });
});

describe('a ruling', () => {
  test('against the decision of the policy is an exception', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting('fortnight-shop', [
      'I changed my mind',
      "I don't know",
      'I have received it',
      '2026-09-01',
    ]);
    const before = (await shop.get(`cases/${reference}`)).body.case;
    expect(before).toMatchObject({ decision: { resolution: 'not-eligible' } });
    const wanted = { ruling: 'approve', resolution: 'return', reason: 'You were ill.' };
    const { body } = await shop.post(`cases/${reference}/rule`, wanted);
    expect(body.case).toMatchObject({ ruling: { ...wanted, isException: true, by: ann } });
  });

  test('upholds what the policy decided', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting('fortnight-shop', [
      'I changed my mind',
      "I don't know",
      'I have received it',
      '2026-09-01',
    ]);
    const { body } = await shop.post(`cases/${reference}/rule`, { ruling: 'uphold', reason: 'It is too late.' });
    expect(body.case).toMatchObject({ ruling: { ruling: 'uphold', resolution: 'not-eligible', isException: false } });
  });
});

describe('the policy, run for somebody on the phone', () => {
  test('asks until the facts decide, then answers with the clauses in words', async () => {
    const shop = await deskShop();
    const check = (facts: object) => shop.post('policy-check', { by: undefined, policy: 'fortnight-shop', facts });
    expect((await check({})).body).toMatchObject({
      kind: 'undecided',
      ask: {
        fact: 'reason',
        type: 'choice',
        choices: expect.arrayContaining([{ value: 'changed-mind', title: expect.any(String) }]),
      },
    });
    const { body } = await check({ reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-10' });
    expect(body).toMatchObject({
      kind: 'decision',
      decision: {
        resolution: 'return',
        deadline: '2026-11-24',
        clauses: [{ title: expect.any(String), text: expect.any(String) }],
      },
    });
  });

  test('says which fact is wrong', async () => {
    const shop = await deskShop();
    const answer = await shop.post('policy-check', {
      by: undefined,
      policy: 'fortnight-shop',
      facts: { reason: 'fun' },
    });
    expect(refused(answer)).toEqual([422, 'invalid-value']);
    expect(answer.body.error).toMatchObject({ fact: 'reason' });
    const unknown = await shop.post('policy-check', { by: undefined, policy: 'no-shop', facts: {} });
    expect(refused(unknown)).toEqual([404, 'unknown-policy']);
  });
});
