import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { listen, start } from '../channels/client.ts';
import { words } from '../wording.ts';
import { chat, customers, type FormShop, formShop, signed, withStore } from './form-shop.ts';
import { rmaOf, rowsOf, type SeenPage, visitor } from './visitor.ts';

const complete = {
  serialNumber: 'SN-1',
  refundMethod: 'credit',
  defect: 'dark',
  orderNumber: '',
  accept: 'yes',
} as const;

async function openForm(customer: keyof typeof customers) {
  const shop = await formShop();
  const talk = await chat(shop, customers[customer]);
  const visit = visitor(shop.base);
  const form = await visit.openLoggedIn(talk.token);
  return { shop, ...talk, visit, form };
}

async function rmas({ dataDir }: FormShop, conversationId: string): Promise<string[]> {
  const activities = await withStore(dataDir, (store) => store.activities(conversationId, 0, 999));
  return activities.flatMap(({ activity }) => /RMA-\w{4}-\w{4}/.exec(String(activity.text)) ?? []);
}

function says(page: SeenPage): [number, string] {
  return [page.status, page.heading];
}

const used: [number, string] = [409, words.say('notice.used.heading')];
const noLonger: [number, string] = [410, words.say('notice.no-longer.heading')];

describe('a form that was submitted', () => {
  it('shows its number to the visit that submitted it, and to nobody else', async () => {
    const { shop, token, visit, form, conversation } = await openForm('return');
    const rma = rmaOf(await visit.fill(token, form, complete));
    const again = await visit.fill(token, form, complete);
    expect(says(again)).toEqual(used);
    expect(rmaOf(again)).toBe(rma);
    expect(rmaOf(await visit.open(token))).toBe(rma);

    const other = await visitor(shop.base).open(token);
    expect(says(other)).toEqual(used);
    expect(rmaOf(other)).toBe('');
    expect(await rmas(shop, conversation.conversationId)).toEqual([rma]);
  });

  it('has one number however often it is submitted at once', async () => {
    const { shop, token, visit, form, conversation } = await openForm('return');
    const pages = await Promise.all(Array.from({ length: 8 }, () => visit.fill(token, form, complete)));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    expect(new Set(pages.map(rmaOf)).size).toBe(1);
    expect(await rmas(shop, conversation.conversationId)).toEqual([rmaOf(pages[0] as SeenPage)]);
  });

  it('is used only then: opening it many times changes nothing', async () => {
    const { token, visit } = await openForm('fourteenDays');
    for (let i = 0; i < 3; i += 1) expect((await visit.open(token)).status).toBe(200);
  });

  it('is known after the process died before it could answer', async () => {
    const { shop, token, visit, form, conversation } = await openForm('return');
    const rma = rmaOf(await visit.fill(token, form, complete));
    await shop.close();
    const { base } = await formShop({ dataDir: shop.dataDir });
    const again = await visitor(base, visit.cookies).fill(token, form, complete);
    expect(says(again)).toEqual(used);
    expect(rmaOf(again)).toBe(rma);
    expect(await rmas(shop, conversation.conversationId)).toEqual([rma]);
  });

  it('is said at once in the chat that is open', async () => {
    const { token, visit, form, conversation } = await openForm('fourteenDays');
    const { opened, until, socket } = listen(conversation.streamUrl);
    await opened;
    const before = (await conversation.read()).activities.length;
    const seen = until(before + 1);
    const rma = rmaOf(await visit.fill(token, form, complete));
    expect((await seen).at(-1)).toMatchObject({ text: expect.stringContaining(rma), from: { role: 'bot' } });
    socket.close();
  });

  it('stays submitted when an answer is changed afterwards', async () => {
    const { token, visit, form, conversation } = await openForm('return');
    const rma = rmaOf(await visit.fill(token, form, complete));
    await conversation.say('start over');
    const page = await visit.open(token);
    expect(says(page)).toEqual(used);
    expect(rmaOf(page)).toBe(rma);
  });

  it('leaves the chat as it was: one can go on in it', async () => {
    const { token, visit, form, conversation } = await openForm('fourteenDays');
    await visit.fill(token, form, complete);
    await conversation.say('talk to a human');
    expect((await conversation.read()).activities.at(-1)?.channelData).toMatchObject({ returns: { kind: 'handoff' } });
  });
});

describe('a link that does not count any more', () => {
  it('was revoked by a changed answer, before it was opened and while it was filled in', async () => {
    const { shop, token, visit, form, conversation, reference } = await openForm('return');
    await conversation.say('start over');
    const revoked = [410, words.say('notice.revoked.heading')];
    expect(says(await visit.fill(token, form, complete))).toEqual(revoked);
    const page = await visit.open(token);
    expect(says(page)).toEqual(revoked);
    expect(page.html).not.toContain(reference);
    expect(await rmas(shop, conversation.conversationId)).toEqual([]);
  });

  it('expired at the end of its deadline, in the shop’s own time', async () => {
    const { shop, token, visit, form, reference, conversation } = await openForm('fourteenDays');
    shop.clock.now = new Date('2026-11-24T21:59:59Z');
    const inTime = await visitor(shop.base).open(token);
    expect(inTime.status).toBe(200);
    shop.clock.now = new Date('2026-11-24T22:00:00Z');
    const expired = [410, words.say('notice.expired.heading')];
    expect(says(await visit.fill(token, form, complete))).toEqual(expired);
    const page = await visit.open(token);
    expect(says(page)).toEqual(expired);
    expect(page.html).not.toContain(reference);
    expect(await rmas(shop, conversation.conversationId)).toEqual([]);
  });

  it('is submitted on the last day of the deadline', async () => {
    const { shop, token } = await openForm('fourteenDays');
    shop.clock.now = new Date('2026-11-24T21:59:59Z');
    const visit = visitor(shop.base);
    expect((await visit.fill(token, await visit.open(token), complete)).status).toBe(200);
  });

  it('expires after thirty days where there is no deadline', async () => {
    const { shop, token } = await openForm('cancellation');
    shop.clock.now = new Date('2026-12-21T09:59:59Z');
    expect((await visitor(shop.base).open(token)).status).toBe(200);
    shop.clock.now = new Date('2026-12-21T10:00:00Z');
    expect(says(await visitor(shop.base).open(token))).toEqual([410, words.say('notice.expired.heading')]);
  });

  it('has a deadline that the policy counts, whatever the token says', async () => {
    const { shop, token, reference } = await openForm('fourteenDays');
    const later = await signed(shop, reference, { deadline: '2026-12-24' }, { token });
    shop.clock.now = new Date('2026-11-25T10:00:00Z');
    expect(says(await visitor(shop.base).open(later))).toEqual(noLonger);
  });

  it('is not taken when the warranty ended between opening and submitting', async () => {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers.return);
    const visit = visitor(shop.base);
    shop.clock.now = new Date('2026-12-01T21:30:00Z');
    const form = await visit.openLoggedIn(token);
    expect(says(form)).toEqual([200, words.say('form.return.title')]);
    shop.clock.now = new Date('2026-12-01T22:00:00Z');
    const page = await visit.fill(token, form, complete);
    expect(says(page)).toEqual(noLonger);
    expect(page.html).toContain('statutory rights');
    expect(await withStore(shop.dataDir, (store) => store.return(reference))).toBeUndefined();
  });
});

describe('one item', () => {
  const order = { orderNumber: 'A-1001', item: { id: '1', name: 'Tester' } };

  async function twoLinks(other: typeof order) {
    const shop = await formShop();
    const links = [];
    for (const claim of [order, other]) {
      const { token, reference, conversation } = await chat(shop, customers.return);
      const visit = visitor(shop.base);
      const rich = await signed(shop, reference, claim, { token });
      links.push({ token: rich, conversation, visit, form: await visit.openLoggedIn(rich) });
    }
    const [first, second] = links as [(typeof links)[0], (typeof links)[0]];
    return { shop, first, second };
  }
  const taken = [409, words.say('notice.item-taken.heading')];

  it('has one open return', async () => {
    const { shop, first, second } = await twoLinks(order);
    expect((await first.visit.fill(first.token, first.form, complete)).status).toBe(200);
    expect(says(await second.visit.fill(second.token, second.form, complete))).toEqual(taken);
    const page = await second.visit.open(second.token);
    expect(says(page)).toEqual(taken);
    expect(rmaOf(page)).toBe('');
    expect(await rmas(shop, second.conversation.conversationId)).toEqual([]);
  });

  it('has one open return when two are submitted at once', async () => {
    const { first, second } = await twoLinks(order);
    const pages = await Promise.all([first, second].map(({ visit, token, form }) => visit.fill(token, form, complete)));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of an order that the shop found has one open return, whoever asks', async () => {
    const shop = await formShop();
    const { facts } = customers.return;
    const found = { ...facts, orderNumber: 'EQ-1001', email: 'anna@example.com' };
    const [first, second] = [
      await chat(shop, { shop: 'tool-shop', facts: found }),
      await chat(shop, { shop: 'tool-shop', facts: { ...found, orderNumber: ' eq-1001 ' } }),
    ];
    const visit = visitor(shop.base);
    const form = await visit.openLoggedIn(first.token);
    expect(rowsOf(form)).toMatchObject({
      [words.say('form.row.orderNumber')]: 'EQ-1001',
      [words.say('form.row.item')]: 'Diagnostic scanner DS-20',
      Price: '€489.00',
    });
    const own = { ...complete, serialNumber: 'sn-eq 2001' };
    expect((await visit.fill(first.token, form, own)).status).toBe(200);
    expect(says(await visit.open(second.token))).toEqual(taken);
    const stored = await withStore(shop.dataDir, (store) => store.return(first.reference));
    expect(stored?.form).toMatchObject({ orderNumber: 'EQ-1001', item: { id: 'scanner' } });
  });

  it('for which a return or a case is under way is told in another chat before anything is asked', async () => {
    const shop = await formShop();
    const facts = { ...customers.return.facts, orderNumber: 'EQ-1001', email: 'anna@example.com' };
    const opened = async (then?: string) => {
      const talk = await start(shop.base);
      await talk.say('EQ-1001 anna@example.com my scanner does not work');
      if (then) await talk.say(then);
      return (await talk.read()).activities.at(-1);
    };
    const filed = await opened('talk to a human');
    const { reference } = (filed?.channelData?.returns ?? {}) as { reference?: string };
    const waiting = await opened();
    expect(waiting?.text).toContain(`**${reference}**`);
    expect(waiting?.channelData?.returns).toMatchObject({ kind: 'question', id: 'offerHuman' });
    await withStore(shop.dataDir, async (store) => {
      const filedCase = await store.case(reference ?? '');
      expect(filedCase?.itemKey).toBe(JSON.stringify(['tool-shop', 'EQ-1001', 'scanner']));
    });

    const other = await formShop();
    const { token } = await chat(other, { shop: 'tool-shop', facts });
    const visit = visitor(other.base);
    const own = { ...complete, serialNumber: 'SN-EQ-2001' };
    const rma = rmaOf(await visit.fill(token, await visit.openLoggedIn(token), own));
    const talk = await start(other.base);
    await talk.say('EQ-1001 anna@example.com my scanner does not work');
    expect((await talk.read()).activities.at(-1)?.text).toContain(`**${rma}**`);
  });

  it('is not sent in with the serial number of another one', async () => {
    const shop = await formShop();
    const facts = { ...customers.return.facts, orderNumber: 'EQ-1001', email: 'anna@example.com' };
    const { token, reference } = await chat(shop, { shop: 'tool-shop', facts });
    const visit = visitor(shop.base);
    const page = await visit.fill(token, await visit.openLoggedIn(token), { ...complete, serialNumber: 'SN-EQ-2002' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('This is not the serial number of');
    expect(page.html).toContain('Diagnostic scanner DS-20');
    expect(page.html).toContain('value="SN-EQ-2002"');
    expect(await withStore(shop.dataDir, (store) => store.return(reference))).toBeUndefined();
    const own = { ...complete, serialNumber: 'SN-EQ-2001' };
    expect((await visit.fill(token, page, own)).status).toBe(200);
  });

  it('is another item in the same order', async () => {
    const { first, second } = await twoLinks({ ...order, item: { id: '2', name: 'Tester' } });
    expect((await first.visit.fill(first.token, first.form, complete)).status).toBe(200);
    expect((await second.visit.fill(second.token, second.form, complete)).status).toBe(200);
  });

  it('is not blocked by an order number that somebody typed', async () => {
    const { shop, first } = await twoLinks(order);
    const { token } = await chat(shop, customers.return);
    const stranger = visitor(shop.base);
    const typed = { ...complete, orderNumber: 'A-1001' };
    expect((await stranger.fill(token, await stranger.openLoggedIn(token), typed)).status).toBe(200);
    expect((await first.visit.fill(first.token, first.form, complete)).status).toBe(200);
  });
});

describe('a form that somebody else submits', () => {
  const outdated = [403, words.say('notice.outdated.heading')];

  it.each([
    ['without a form token', {}],
    ['with an empty one', { formToken: '' }],
    ['with a made-up one', { formToken: 'AAAA' }],
  ])('%s is refused', async (_, fields) => {
    const { shop, token, visit, reference } = await openForm('return');
    expect(says(await visit.post(token, { ...complete, ...fields }))).toEqual(outdated);
    expect(await withStore(shop.dataDir, (store) => store.return(reference))).toBeUndefined();
  });

  it('with the form token of another visit is refused', async () => {
    const { shop, token, visit } = await openForm('fourteenDays');
    const other = visitor(shop.base);
    expect(says(await visit.fill(token, await other.open(token), complete))).toEqual(outdated);
  });

  it('logs nobody in without a form token', async () => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.return);
    const visit = visitor(shop.base);
    expect(says(await visit.post(token, { name: 'demo', password: 'demo' }))).toEqual(outdated);
    expect((await visit.open(token)).heading).toBe(words.say('logIn.heading'));
  });

  it('with a changed cookie, or one from before two hours, is refused', async () => {
    const { shop, token, form, visit } = await openForm('fourteenDays');
    const cookie = visit.cookies.get('returns_form') ?? '';
    const changed = visitor(shop.base, new Map([['returns_form', `${cookie.slice(0, -3)}AAA`]]));
    expect(says(await changed.fill(token, form, complete))).toEqual(outdated);
    shop.clock.now = new Date('2026-11-21T12:00:01Z');
    expect(says(await visit.fill(token, form, complete))).toEqual(outdated);
  });

  it('gets another visit by logging in, so that nobody can plant one', async () => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.return);
    const visit = visitor(shop.base);
    const before = await visit.open(token);
    const planted = new Map(visit.cookies);
    await visit.openLoggedIn(token);
    expect((await visitor(shop.base, planted).open(token)).heading).toBe(words.say('logIn.heading'));
    expect(says(await visit.fill(token, before, complete))).toEqual(outdated);
  });
});

describe('a submission that meets other turns', () => {
  it('is committed beside messages that come at the same time', async () => {
    const { shop, token, visit, form, conversation } = await openForm('return');
    const [page] = await Promise.all([
      visit.fill(token, form, complete),
      ...Array.from({ length: 5 }, () => conversation.say('help')),
    ]);
    expect(page.status).toBe(200);
    expect(await rmas(shop, conversation.conversationId)).toEqual([rmaOf(page)]);
  });

  it('is tried again when another process wrote in between', async () => {
    const { shop, token, visit, form, conversation } = await openForm('return');
    const { conversationId } = conversation;
    const other = openSqliteStore(shop.dataDir);
    let isDone = false;
    const writes = (async () => {
      while (!isDone) {
        const stored = await other.conversation(conversationId);
        if (!stored) throw new Error('the conversation is gone');
        await other.commit({
          conversationId,
          expectedRevision: stored.revision,
          record: stored.record,
          events: [{ type: 'elsewhere', data: randomUUID() }],
          replies: [],
          effects: [],
          cases: [],
          decisions: [],
          at: '2026-11-21T10:00:00.000Z',
        });
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    const page = await visit.fill(token, form, complete);
    isDone = true;
    await writes;
    await other.close();
    expect(page.status).toBe(200);
    expect(await rmas(shop, conversationId)).toEqual([rmaOf(page)]);
  });
});
