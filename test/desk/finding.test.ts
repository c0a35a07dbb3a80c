import { expect, it } from 'vitest';
import { z } from 'zod';
import { ann, bob, deskShop, refused } from './desk-shop.ts';

const pageSchema = z.looseObject({
  cases: z.array(
    z.looseObject({
      reference: z.string(),
      waitingSince: z.string().optional(),
      dueAt: z.string().optional(),
      tags: z.array(z.string()),
    }),
  ),
  counts: z.looseObject({}),
});

type Shop = Awaited<ReturnType<typeof deskShop>>;

async function look(shop: Shop, query: string) {
  return pageSchema.parse((await shop.get(`cases?${query}`)).body);
}

async function found(shop: Shop, query: string): Promise<string[]> {
  return (await look(shop, query)).cases.map(({ reference }) => reference);
}

function pass(shop: Shop, minutes: number): void {
  shop.clock.now = new Date(shop.clock.now.getTime() + minutes * 60_000);
}

it('finds an open case by what was said before it and after, by the agent’s words, and by a number in any spelling', async () => {
  const shop = await deskShop();
  const anna = await shop.waiting('fortnight-shop', ['the hinge of the cabinet came off']);
  const boris = await shop.waiting();
  await anna.say('the order is EQ-1015, and my address is anna@example.com');
  await shop.post(`cases/${anna.reference}/claim`);
  await shop.post(`cases/${anna.reference}/say`, { text: 'Please photograph the varnish' });
  for (const words of ['hing', 'CABINET hinge', 'eq 1015', 'EQ1015', 'anna@example', 'varnish', anna.reference])
    expect(await found(shop, `q=${encodeURIComponent(words)}`), words).toEqual([anna.reference]);
  expect(await found(shop, 'q=varnish&state=waiting')).toEqual([]);
  expect(await found(shop, `q=${boris.reference.replace('-', '%20').toLowerCase()}`)).toEqual([boris.reference]);
  expect(await found(shop, 'q=nobody+said+this')).toEqual([]);
});

it('finds a case by what people noted for each other', async () => {
  const shop = await deskShop();
  const anna = await shop.waiting();
  await shop.post(`cases/${anna.reference}/note`, { text: 'The forwarder Zyx has lost the parcel 4711' });
  expect(await found(shop, 'q=forwarder+zyx')).toEqual([anna.reference]);
  await shop.post(`cases/${anna.reference}/close`);
  await shop.post(`cases/${anna.reference}/note`, { text: 'It was on the veranda' });
  expect(await found(shop, 'q=veranda')).toEqual([anna.reference]);
  expect(await found(shop, 'q=4711')).toEqual([anna.reference]);
});

it('finds a closed case, too', async () => {
  const shop = await deskShop();
  const anna = await shop.waiting('fortnight-shop', ['the hinge came off']);
  await shop.post(`cases/${anna.reference}/close`, { note: 'Solved by phone' });
  expect(await found(shop, 'q=hinge')).toEqual([anna.reference]);
  expect(await found(shop, 'q=hinge&state=open')).toEqual([]);
  expect(await found(shop, 'q=hinge&state=settled')).toEqual([anna.reference]);
});

it('puts first who has waited longest for an answer, not whose case is oldest', async () => {
  const shop = await deskShop();
  const anna = await shop.waiting();
  pass(shop, 10);
  const boris = await shop.waiting();
  expect(await found(shop, 'state=open')).toEqual([anna.reference, boris.reference]);
  pass(shop, 1);
  await shop.post(`cases/${anna.reference}/claim`);
  await shop.post(`cases/${anna.reference}/say`, { text: 'I am looking into it' });
  expect(await found(shop, 'state=open')).toEqual([boris.reference, anna.reference]);
  pass(shop, 5);
  await anna.say('any news?');
  pass(shop, 5);
  await anna.say('hello?');
  expect(await found(shop, 'state=open')).toEqual([boris.reference, anna.reference]);
  await shop.post(`cases/${boris.reference}/claim`, { by: bob });
  await shop.post(`cases/${boris.reference}/say`, { by: bob, text: 'Good morning' });
  const { cases } = await look(shop, 'state=open');
  expect(cases.map(({ reference }) => reference)).toEqual([anna.reference, boris.reference]);
  expect(cases[0]).toMatchObject({ waitingSince: '2026-11-21T10:16:00.000Z' });
  expect(cases[1]).not.toHaveProperty('waitingSince');
});

it('filters by who has it, and counts what each filter would show', async () => {
  const shop = await deskShop();
  const anna = await shop.waiting();
  const boris = await shop.waiting('tool-shop');
  await shop.post(`cases/${anna.reference}/claim`);
  expect(await found(shop, 'agent=nobody')).toEqual([boris.reference]);
  expect(await found(shop, `agent=${ann.id}`)).toEqual([anna.reference]);
  expect(await found(shop, 'shop=tool-shop')).toEqual([boris.reference]);
  expect(await found(shop, 'reason=danger')).toEqual([]);
  const { counts } = await look(shop, 'state=open');
  expect(counts).toMatchObject({
    ...{ open: 2, waiting: 1, claimed: 1, nobody: 1, overdue: 0, snoozed: 0 },
    agents: [{ agent: ann, count: 1 }],
  });
});

it('gives page after page', async () => {
  const shop = await deskShop();
  const references = [];
  for (let n = 0; n < 3; n += 1) {
    references.push((await shop.waiting()).reference);
    pass(shop, 1);
  }
  const first = (await shop.get('cases?limit=2')).body;
  expect(first.cases?.map(({ reference }) => reference)).toEqual(references.slice(0, 2));
  const next = z.looseObject({ next: z.string() }).parse(first).next;
  expect(await found(shop, `limit=2&after=${encodeURIComponent(next)}`)).toEqual(references.slice(2));
  expect(refused(await shop.get('cases?limit=0'))).toEqual([400, 'invalid-filter']);
  expect(refused(await shop.get('cases?state=nowhere'))).toEqual([400, 'invalid-filter']);
});

it('says by when the shop has promised an answer, in its hours, and puts what is overdue first', async () => {
  const shop = await deskShop({
    BUSINESS_HOURS: 'Sat 09:00-10:30, Mon-Fri 09:00-17:00',
    SERVICE_LEVELS: 'fortnight-shop first=60 next=15',
  });
  const boris = await shop.waiting('tool-shop');
  pass(shop, 1);
  const anna = await shop.waiting('fortnight-shop');
  const [first] = (await look(shop, `q=${anna.reference}`)).cases;
  // On Saturday at 12:01 in Kyiv, after the end: by ten on Monday.
  expect(first).toMatchObject({ dueAt: '2026-11-23T08:00:00.000Z' });
  expect(await found(shop, 'overdue=true')).toEqual([]);
  expect(await found(shop, 'state=open')).toEqual([boris.reference, anna.reference]);
  shop.clock.now = new Date('2026-11-23T08:00:00Z');
  expect(await found(shop, 'overdue=true')).toEqual([anna.reference]);
  expect((await look(shop, 'state=open')).counts).toMatchObject({ overdue: 1 });
  await shop.post(`cases/${anna.reference}/claim`);
  await shop.post(`cases/${anna.reference}/say`, { text: 'Good morning' });
  expect(await found(shop, 'overdue=true')).toEqual([]);
  await anna.say('good morning');
  expect((await look(shop, `q=${anna.reference}`)).cases[0]).toMatchObject({ dueAt: '2026-11-23T08:15:00.000Z' });
});

it('keeps tags, by which a case is found and which the customer does not see', async () => {
  const shop = await deskShop();
  const anna = await shop.waiting();
  await shop.waiting();
  const tagged = await shop.post(`cases/${anna.reference}/tag`, { tags: ['VIP', 'glass', 'vip'] });
  expect(tagged.body.case).toMatchObject({ state: 'waiting', tags: ['glass', 'vip'] });
  expect(await found(shop, 'tag=vip')).toEqual([anna.reference]);
  expect((await look(shop, '')).counts).toMatchObject({
    tags: [
      { tag: 'glass', count: 1 },
      { tag: 'vip', count: 1 },
    ],
  });
  await shop.post(`cases/${anna.reference}/close`);
  await shop.post(`cases/${anna.reference}/tag`, { tags: ['glass'] });
  expect(await found(shop, 'tag=vip')).toEqual([]);
  expect(await found(shop, 'tag=glass')).toEqual([anna.reference]);
  expect((await anna.newTexts()).join(' ')).not.toContain('glass');
});

it('puts a case aside, which is back by itself, and at once when its customer writes', async () => {
  const shop = await deskShop();
  const anna = await shop.waiting();
  const until = '2026-11-21T12:00:00.000Z';
  await shop.post(`cases/${anna.reference}/snooze`, { until });
  expect(await found(shop, 'state=open')).toEqual([]);
  expect(await found(shop, 'snoozed=true')).toEqual([anna.reference]);
  expect((await look(shop, 'state=open')).counts).toMatchObject({ open: 0, snoozed: 1 });
  shop.clock.now = new Date(until);
  expect(await found(shop, 'state=open')).toEqual([anna.reference]);
  await shop.post(`cases/${anna.reference}/snooze`, { until: '2026-11-22T12:00:00.000Z' });
  expect(await found(shop, 'state=open')).toEqual([]);
  await anna.say('it smells of smoke');
  expect(await found(shop, 'state=open')).toEqual([anna.reference]);
  await shop.post(`cases/${anna.reference}/snooze`, { until: '2026-11-22T12:00:00.000Z' });
  await shop.post(`cases/${anna.reference}/snooze`, {});
  expect(await found(shop, 'state=open')).toEqual([anna.reference]);
  await shop.post(`cases/${anna.reference}/close`);
  const tomorrow = { until: '2026-11-22T12:00:00.000Z' };
  expect(refused(await shop.post(`cases/${anna.reference}/snooze`, tomorrow))).toEqual([409, 'not-in-this-state']);
});

it.each([
  ['2020-01-01T00:00:00Z', 'not-ahead'],
  ['2026-11-21T10:00:00Z', 'not-ahead'],
  ['2027-11-23T10:00:00Z', 'too-far-ahead'],
  ['9999-12-31T23:59:59Z', 'too-far-ahead'],
])('puts no case aside until %s', async (until, code) => {
  const shop = await deskShop();
  const { reference } = await shop.waiting();
  const answer = await shop.post(`cases/${reference}/snooze`, { until });
  expect(refused(answer)).toEqual([400, code]);
  expect(answer.body.error?.message).toMatch(/^Not put aside: /);
  expect(await found(shop, 'state=open')).toEqual([reference]);
});

it('keeps views, each under its name', async () => {
  const shop = await deskShop();
  const views = async () => z.looseObject({ views: z.array(z.unknown()) }).parse((await shop.get('views')).body).views;
  const mine = { name: 'Mine, overdue', filters: { agent: 'me', overdue: 'true' } };
  await shop.post('views', { name: 'Mine, overdue', filters: {} });
  await shop.post('views', mine);
  expect(await views()).toEqual([mine]);
  await shop.post('views/delete', { name: 'Mine, overdue' });
  expect(await views()).toEqual([]);
  expect(refused(await shop.post('views', { name: '', filters: {} }))).toEqual([400, 'invalid-filter']);
});

it.each([
  [{ state: 'bogus' }],
  [{ reason: 'bogus' }],
  [{ colour: 'red' }],
  [{ after: '1' }],
  [{ tag: 'x'.repeat(100) }],
  [Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, 'v']))],
])('keeps no view with filters such as %j', async (filters) => {
  const shop = await deskShop();
  expect(refused(await shop.post('views', { name: 'Mine', filters }))).toEqual([400, 'invalid-filter']);
});

it('keeps as many views as somebody looks through', async () => {
  const shop = await deskShop();
  for (let n = 0; n < 50; n += 1) await shop.post('views', { name: `View ${n}`, filters: { q: 'drill' } });
  expect(refused(await shop.post('views', { name: 'One more', filters: {} }))).toEqual([409, 'too-many-views']);
  expect((await shop.post('views', { name: 'View 7', filters: { state: 'all' } })).status).toBe(200);
});

it('finds nothing by signs alone, and by the beginning of what is longer than anybody types', async () => {
  const shop = await deskShop();
  const { reference } = await shop.waiting();
  expect(await found(shop, `q=${encodeURIComponent('😀 % * " !')}`)).toEqual([]);
  const long = `${reference} ${'😀'.repeat(300)}`;
  expect(await found(shop, `q=${encodeURIComponent(long)}`)).toEqual([reference]);
});
