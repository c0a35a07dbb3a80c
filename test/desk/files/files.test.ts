import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderFor } from '../../../src/dialogs/wording/rendering/render.ts';
import { runCommand } from '../../commands/command.ts';
import { pictureHeads } from '../../pictures.ts';
import { call, deskShop, refused, token } from '../desk-shop.ts';

type Shop = Awaited<ReturnType<typeof deskShop>>;
const pdf = '%PDF-1.7 a label';
const fileSchema = z.object({ id: z.string(), name: z.string(), contentType: z.string() });

function upload(shop: Shop, reference: string, bytes: string | Uint8Array<ArrayBuffer>, name = 'label.pdf') {
  return call(`${shop.base}/desk/api/cases/${reference}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    body: bytes,
  });
}

/** A claimed case, and what its customer gets with a message. */
async function sent(bytes: string | Uint8Array<ArrayBuffer> = pdf, name = 'label.pdf') {
  const shop = await deskShop();
  const customer = await shop.waiting();
  await shop.post(`cases/${customer.reference}/claim`);
  const file = fileSchema.parse((await upload(shop, customer.reference, bytes, name)).body.file);
  const { status } = await shop.post(`cases/${customer.reference}/say`, { text: 'Your label', files: [file.id] });
  expect(status).toBe(200);
  const { activities } = await customer.read();
  const [attachment] = z
    .array(z.object({ name: z.string(), contentType: z.string(), contentUrl: z.string() }))
    .parse(activities.at(-1)?.attachments);
  const path = new URL(attachment?.contentUrl ?? '').pathname;
  return { shop, customer, file, attachment, path, fetched: () => fetch(`${shop.base}${path}`) };
}

describe('a file for the customer', () => {
  test('comes with the message, and is a download that nothing in a browser runs', async () => {
    const { attachment, fetched, shop, customer } = await sent();
    expect(attachment).toMatchObject({ name: 'label.pdf', contentType: 'application/pdf' });
    const response = await fetched();
    expect([response.status, await response.text()]).toEqual([200, pdf]);
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''label.pdf");
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect((await shop.get(`cases/${customer.reference}`)).body.case?.transcript).toContainEqual(
      expect.objectContaining({ who: 'agent', files: ['label.pdf'], keptFiles: [expect.anything()] }),
    );
  });

  test('is shown in place where it is a picture', async () => {
    const { fetched } = await sent(new Uint8Array(pictureHeads.png(8, 8)), 'where.png');
    expect((await fetched()).headers.get('content-type')).toBe('image/png');
  });

  test('is found under its very address alone', async () => {
    const { shop, path } = await sent();
    for (const other of [path.slice(0, -1), path.replace('desk-', ''), `${path}x`, '/files/desk-1.x', '/files/x']) {
      expect((await fetch(`${shop.base}${other}`)).status).toBe(404);
    }
  });

  test('goes with the conversation', async () => {
    const { shop, customer, path } = await sent();
    await shop.stop();
    const { output } = await runCommand(['erase', customer.reference, '--yes'], shop.dataDir);
    expect(output).toContain('1 files');
    expect(path).toContain('/files/desk-');
  });
});

test.each([
  ['a program', 'MZ\u0000\u0001', 'label.pdf'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'label.pdf'],
  ['a drawing that could hold a script', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'label.png'],
  ['nothing', '', 'label.pdf'],
])('%s is not taken, whatever it is called', async (_, bytes, name) => {
  const shop = await deskShop();
  const { reference } = await shop.waiting();
  expect(refused(await upload(shop, reference, bytes, name))).toEqual([415, 'wrong-kind']);
});

test('a file is sent in the case that it was uploaded for, and a customer’s own is not sent by its id', async () => {
  const shop = await deskShop();
  const [one, other] = [await shop.waiting(), await shop.waiting()];
  const file = fileSchema.parse((await upload(shop, one.reference, pdf)).body.file);
  await shop.post(`cases/${other.reference}/claim`);
  const say = (files: string[]) => shop.post(`cases/${other.reference}/say`, { text: 'Here', files });
  expect(refused(await say([file.id]))).toEqual([400, 'unknown-file']);
  expect(refused(await say(['another']))).toEqual([400, 'unknown-file']);
});

test('what was uploaded and never sent is not given to the customer who asks for theirs', async () => {
  const shop = await deskShop();
  const customer = await shop.waiting();
  await upload(shop, customer.reference, pdf, 'internal.pdf');
  await shop.stop();
  const { output } = await runCommand(['export', '--of', customer.reference], shop.dataDir);
  expect(output).toContain(customer.reference);
  expect(output).not.toContain('internal.pdf');
});

test('where a channel shows words alone the customer gets a link', () => {
  const attachment = {
    contentType: 'image/png',
    name: 'where.png',
    contentUrl: 'https://shop.example/files/x',
    fileId: 'x',
  };
  const stored = { type: 'message', text: '**Ann:** Look', attachments: [attachment] };
  expect(renderFor('sms', stored).text).toBe('Ann: Look\n\nwhere.png: https://shop.example/files/x');
  expect(renderFor('msteams', stored)).toMatchObject({ text: expect.stringContaining('https://shop.example/files/x') });
  expect(renderFor('directline', stored)).toMatchObject({ text: '**Ann:** Look', attachments: [attachment] });
});
