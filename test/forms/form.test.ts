import { once } from 'node:events';
import { createServer } from 'restify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mountForms } from '../../src/forms/routes.ts';
import { returnFormSchema } from '../../src/forms/submission.ts';
import { createLog } from '../../src/log.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import { fixtureText } from '../fixtures/policies.ts';
import { startApp } from '../journeys/app.ts';
import { words } from '../wording.ts';
import { chat, customers, formShop, signed, withStore } from './form-shop.ts';
import { rmaOf, rowsOf, visitor } from './visitor.ts';

const number = /^RMA-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/;

/** The messages about a submitted form in a chat. */
async function registered(conversation: Awaited<ReturnType<typeof chat>>['conversation']) {
  const { activities } = await conversation.read();
  return activities.filter(({ text }) => text?.includes('RMA-'));
}

describe('a return at the tool shop', () => {
  it('is registered once logged in, with the serial number, the way of a refund and the terms', async () => {
    const shop = await formShop();
    const { conversation, reference, token } = await chat(shop, customers.return);
    const { open, openLoggedIn, fill } = visitor(shop.base);

    const logIn = await open(token);
    expect([logIn.status, logIn.heading]).toEqual([200, words.say('logIn.heading')]);
    expect(logIn.html).toContain('the name is &quot;demo&quot;');
    for (const secret of [reference, '1 December 2026', 'does not work']) expect(logIn.html).not.toContain(secret);

    const form = await openLoggedIn(token);
    expect([form.status, form.heading]).toEqual([200, words.say('form.return.title')]);
    expect(rowsOf(form)).toMatchObject({
      [words.say('form.row.shop')]: 'Tool Shop',
      [words.say('form.row.about')]: words.say('form.return.about'),
      [words.say('form.row.reference')]: reference,
      Reason: 'it does not work properly',
      Product: 'a device',
      'Warranty until': 'Tuesday 1 December 2026',
      Condition: words.say('answer.none'),
    });
    for (const title of ['You pay the way back', 'The manufacturer decides', 'How a refund is paid']) {
      expect(form.html).toContain(title);
    }
    expect(form.html).toContain('does not answer for a serial number');
    expect(form.html).not.toMatch(/approv/i);

    const page = await fill(token, form, {
      serialNumber: ' SN 12-34/A ',
      refundMethod: 'credit',
      orderNumber: '',
      accept: 'yes',
    });
    expect([page.status, page.heading]).toEqual([200, words.say('form.return.registered')]);
    const rma = rmaOf(page);
    expect(rma).toMatch(number);
    expect(page.html).toContain('undamaged original packaging');

    const [message, ...more] = await registered(conversation);
    expect(more).toEqual([]);
    expect(message?.text).toContain(`Your return is registered. Its number is **${rma}**`);
    expect(message?.text).not.toContain('12-34');
    expect(message).not.toHaveProperty('replyToId');
    expect(message).not.toHaveProperty('channelData');

    const stored = await withStore(shop.dataDir, (store) => store.return(reference));
    expect(stored).toMatchObject({ rma, reference, state: 'open' });
    expect(stored).not.toHaveProperty('itemKey');
    expect(returnFormSchema.parse(stored?.form)).toMatchObject({
      serialNumber: 'SN 12-34/A',
      refundMethod: 'credit',
      terms: [
        'warranty-return',
        'serial-number',
        'buyer-pays-return',
        'manufacturer-diagnoses',
        'manufacturer-decides',
        'refund-choice',
        'return-form',
      ],
    });
    const events = await withStore(shop.dataDir, (store) => store.events(conversation.conversationId));
    expect(events.at(-1)).toMatchObject({ type: 'returnSubmitted', data: { reference, rma } });
  });

  it('takes no wrong password', async () => {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers.return);
    const { open, fill } = visitor(shop.base);
    const page = await fill(token, await open(token), { name: 'demo', password: 'Demo' });
    expect([page.status, page.heading]).toEqual([401, words.say('logIn.heading')]);
    expect(page.html).toContain(words.say('mistake.logIn'));
    expect(page.html).not.toContain(reference);
    const past = await fill(token, page, { serialNumber: 'SN1', refundMethod: 'credit', accept: 'yes' });
    expect([past.status, past.heading]).toEqual([401, words.say('logIn.heading')]);
    expect(await withStore(shop.dataDir, (store) => store.return(reference))).toBeUndefined();
  });
});

describe('a cancellation at the tool shop', () => {
  it('shows the fee before it is submitted, and asks for no serial number of what is not physical', async () => {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers.cancellation);
    const { openLoggedIn, fill } = visitor(shop.base);
    const form = await openLoggedIn(token);
    expect(form.heading).toBe(words.say('form.cancellation.title'));
    expect(rowsOf(form)).toMatchObject({ [words.say('form.row.fee')]: words.say('fee.percent', { percent: 6 }) });
    expect(form.html).not.toContain('serialNumber');
    expect(form.html).toContain('What the fee is for');
    const page = await fill(token, form, { refundMethod: 'original', accept: 'yes', orderNumber: 'A-1001' });
    expect([page.status, page.heading]).toEqual([200, words.say('form.cancellation.registered')]);
    const stored = await withStore(shop.dataDir, (store) => store.return(reference));
    expect(stored?.form).toMatchObject({ refundMethod: 'original', orderNumber: 'A-1001' });
  });

  it('tells the fee and what remains in money, the order and the item where the link does', async () => {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers.cancellation);
    const order = {
      orderNumber: 'A-1001',
      item: { id: '2', name: 'Licence <Pro> & "more"' },
      refund: { amount: '94.00', fee: '6.00', currency: 'EUR' },
    };
    const rich = await signed(shop, reference, order, { token });
    const form = await visitor(shop.base).openLoggedIn(rich);
    expect(rowsOf(form)).toMatchObject({
      [words.say('form.row.orderNumber')]: 'A-1001',
      [words.say('form.row.item')]: 'Licence &lt;Pro&gt; &amp; &quot;more&quot;',
      [words.say('form.row.fee')]: expect.stringContaining('€6.00'),
      [words.say('form.row.remains')]: '€94.00',
    });
    expect(form.html).not.toContain('name="orderNumber"');
  });
});

describe('the fortnight shop', () => {
  it('asks for no log-in and shows the deadline as a weekday and a date', async () => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.fourteenDays);
    const { open, fill } = visitor(shop.base);
    const form = await open(token);
    expect([form.status, form.heading]).toEqual([200, words.say('form.return.title')]);
    expect(rowsOf(form)[words.say('form.row.deadline')]).toContain('Tuesday 24 November 2026');
    const page = await fill(token, form, { accept: 'yes', orderNumber: '' });
    expect([page.status, page.heading]).toEqual([200, words.say('form.return.registered')]);
  });

  it('asks what does not work for a repair', async () => {
    const shop = await formShop();
    const { token, reference, conversation } = await chat(shop, customers['warranty-repair']);
    const { open, fill } = visitor(shop.base);
    const form = await open(token);
    expect(form.heading).toBe(words.say('form.warranty-repair.title'));
    const defect = 'It stays dark.\nSince Monday 🙁';
    const page = await fill(token, form, { defect: defect.replace('\n', '\r\n'), accept: 'yes' });
    expect([page.status, page.heading]).toEqual([200, words.say('form.warranty-repair.registered')]);
    const stored = await withStore(shop.dataDir, (store) => store.return(reference));
    expect(stored?.form).toMatchObject({ defect });
    expect(await registered(conversation)).toHaveLength(1);
  });
});

describe('what is filled in', () => {
  async function openForm(customer: keyof typeof customers) {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers[customer]);
    const visit = visitor(shop.base);
    return { shop, token, reference, visit, form: await visit.openLoggedIn(token) };
  }

  it('comes back with what is missing, beside each field', async () => {
    const { token, visit, form, shop, reference } = await openForm('return');
    const page = await visit.fill(token, form, { serialNumber: 'SN 1', orderNumber: 'x'.repeat(41) });
    expect([page.status, page.heading]).toEqual([422, words.say('form.return.title')]);
    expect(page.html).toContain('value="SN 1"');
    for (const field of ['refundMethod', 'orderNumber', 'accept']) expect(page.html).toContain(`id="${field}-mistake"`);
    expect(page.html).not.toContain('id="serialNumber-mistake"');
    expect(await withStore(shop.dataDir, (store) => store.return(reference))).toBeUndefined();
  });

  it.each([
    ['a script', '"><script>alert(1)</script>'],
    ['a template', '{{formToken}}'],
    ['too long', 'A'.repeat(65)],
    ['a null', 'A\u0000B'],
    ['a line break', 'A\nB'],
    ['turned text', 'A\u202eB'],
    ['nothing', '   '],
  ])('is refused as a serial number and shown as plain text: %s', async (_, serialNumber) => {
    const { token, visit, form } = await openForm('return');
    const page = await visit.fill(token, form, { serialNumber, refundMethod: 'credit', accept: 'yes' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('id="serialNumber-mistake"');
    expect(page.html).not.toContain('<script');
    expect((await visit.fill(token, page, { serialNumber: 'SN1', refundMethod: 'credit', accept: 'yes' })).status).toBe(
      200,
    );
  });

  it.each([
    ['too long', 'x'.repeat(2_001)],
    ['a bell', 'It \u0007 rings'],
    ['turned text', 'A\u202eB'],
    ['nothing', '\n\n'],
  ])('is refused as a description: %s', async (_, defect) => {
    const { token, visit, form } = await openForm('warranty-repair');
    const page = await visit.fill(token, form, { defect, accept: 'yes' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('id="defect-mistake"');
  });

  it('is not read when it is no form, or larger than any form', async () => {
    const { token, visit, form } = await openForm('return');
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await visit.request(`/form?token=${token}`, json)).status).toBe(415);
    const page = await visit.fill(token, form, { serialNumber: 'A'.repeat(40_000) });
    expect(page.status).toBe(413);
  });
});

describe('a deployment with a fixed day', () => {
  it.each(['2031-03-03', '2024-02-29'])('on %s has links that hold on that day', async (today) => {
    const app = await startApp({ TODAY: today });
    onTestFinished(app.stop);
    const { token } = await chat(app, {
      shop: 'fortnight-shop',
      facts: { reason: 'changed-mind', delivery: 'received', receivedOn: today },
    });
    const visit = visitor(app.base);
    const page = await visit.fill(token, await visit.open(token), { accept: 'yes' });
    expect([page.status, page.heading]).toEqual([200, words.say('form.return.registered')]);
  });
});

describe('a policy', () => {
  const text = fixtureText('tool-shop');

  it.each([
    ['a log-in by a clause', 'logIn: return-form', 'logIn: nowhere', 'there is no clause "nowhere"'],
    ['a clause beside a field', 'clause: serial-number }', 'clause: nowhere }', 'there is no clause "nowhere"'],
    ['a field', 'field: serialNumber', 'field: shoeSize', 'expected one of serialNumber, refundMethod, defect'],
  ])('that asks for %s that is not there is refused', (_, from, to, message) => {
    const at = text.lastIndexOf(from);
    const wrong = text.slice(0, at) + to + text.slice(at + from.length);
    expect(() => parsePolicy(wrong, 'shop.yaml')).toThrow(message);
  });
});

describe('the pages', () => {
  it('say so when something fails on the side of the shop, and nothing of why', async () => {
    const lines: string[] = [];
    const server = createServer();
    const fail = async () => {
      throw new Error('private words');
    };
    mountForms(server, {
      links: { verify: fail },
      log: createLog('info', { write: (line) => void lines.push(line) }),
      language: 'en',
    } as never);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    onTestFinished(() => server.close());
    const page = await visitor(`http://127.0.0.1:${server.address().port}`).open('a.b.c');
    expect([page.status, page.heading]).toEqual([500, words.say('notice.failed.heading')]);
    expect(page.html + lines.join()).not.toContain('private words');
    expect(lines.join()).toContain('form failed');
  });

  it('need no script, keep no cache, and let nobody frame them', async () => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.fourteenDays);
    const { html, headers } = await visitor(shop.base).open(token);
    const nonce = /nonce="([^"]+)"/.exec(html)?.[1];
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.getSetCookie().join()).toMatch(/^returns_form=[^;]+; Max-Age=7200; HttpOnly; SameSite=Lax$/);
    expect(html).not.toContain('<script');
    expect(html).toContain('--accent: #1d6b45');
    for (const [, href = ''] of html.matchAll(/rel="stylesheet" href="([^"]+)"/g)) {
      expect((await fetch(new URL(href, `${shop.base}/form`))).status).toBe(200);
    }
    expect((await fetch(`${shop.base}/form?token=${token}`, { method: 'HEAD' })).status).toBe(200);
  });
});
