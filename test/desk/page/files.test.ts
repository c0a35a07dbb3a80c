import { expect, test } from 'vitest';
import { z } from 'zod';
import { call } from '../../channels/client.ts';
import { heicHead, pictureHeads } from '../../pictures.ts';
import { deskShop, refused, token } from '../desk-shop.ts';

const caseSchema = z.object({
  transcript: z.array(
    z.object({
      who: z.string(),
      files: z.array(z.string()),
      keptFiles: z.array(z.object({ id: z.string(), name: z.string(), contentType: z.string() })).optional(),
    }),
  ),
});

/** A case whose customer sent a file, as the desk serves it. */
async function sent(name: string, contentType: string, bytes: string | Uint8Array<ArrayBuffer>) {
  const shop = await deskShop();
  const customer = await shop.waiting();
  const form = new FormData();
  form.append('file', new Blob([bytes], { type: contentType }), name);
  const upload = await fetch(`${shop.base}/v3/directline${customer.here}/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${customer.token}` },
    body: form,
  });
  expect(upload.status).toBe(200);
  const { body } = await shop.get(`cases/${customer.reference}`);
  const message = caseSchema.parse(body.case).transcript.findLast(({ who }) => who === 'customer');
  const id = message?.keptFiles?.[0]?.id ?? '';
  const response = await fetch(`${shop.base}/desk/api/files/${id}`, { headers: { authorization: `Bearer ${token}` } });
  return { shop, customer, message, id, response };
}

const picture = new Uint8Array(pictureHeads.png(800, 600));

test.each([
  ['a page under a picture’s name', 'image/png', '<script>alert(1)</script>'.padEnd(64)],
  ['a picture of 1.4 gigabytes in the agent’s browser', 'image/png', new Uint8Array(pictureHeads.png(19_000, 19_000))],
])('%s is a download like any other file', async (_, contentType, bytes) => {
  const { message, response } = await sent('seal.png', contentType, bytes);
  expect(message?.keptFiles).toMatchObject([{ name: 'seal.png', contentType: 'application/octet-stream' }]);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
});

test('a name is shown as it is spelled, whatever direction it asks for', async () => {
  const { message } = await sent('seal\u202egnp.\u2066exe\u0007', 'application/x-msdownload', 'MZ');
  expect(message?.files).toEqual(['sealgnp.exe']);
});

test('a picture of a customer is shown to people, and to nobody else', async () => {
  const { shop, customer, message, id, response } = await sent('seal (1).png', 'image/png', picture);
  expect(message?.files).toEqual(['seal (1).png']);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture);
  expect(message?.keptFiles).toMatchObject([{ contentType: 'image/png' }]);
  expect(response.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''seal%20%281%29.png");
  expect(refused(await shop.get(`files/${id}`, {}))).toEqual([401, 'token-missing']);
  const asCustomer = { authorization: `Bearer ${customer.token}` };
  expect(refused(await shop.get(`files/${id}`, asCustomer))).toEqual([401, 'token-invalid']);
  expect(refused(await shop.get('files/another'))).toEqual([404, 'unknown-file']);
});

test.each([
  ['page.html', 'text/html'],
  ['drawing.svg', 'image/svg+xml'],
  ['x.js', 'text/javascript'],
])('%s is a download that nothing in a browser runs', async (name, contentType) => {
  const { response } = await sent(name, contentType, '<script>alert(1)</script>');
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a customer sees that somebody writes, once the case is claimed', async () => {
  const shop = await deskShop();
  const { reference, token: customerToken } = await shop.waiting();
  const opened = await call(shop.base, 'POST', '/conversations', { token: customerToken });
  const frames: string[] = [];
  const socket = new WebSocket(z.object({ streamUrl: z.string() }).parse(opened.body).streamUrl);
  socket.addEventListener('message', ({ data }) => frames.push(String(data)));
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  const isTyping = (): boolean => frames.some((frame) => frame.includes('"typing"'));

  expect((await shop.post(`cases/${reference}/typing`)).status).toBe(202);
  expect((await shop.post('cases/ZZZZ-9999/typing')).status).toBe(404);
  await shop.post(`cases/${reference}/claim`);
  await expect.poll(() => frames.some((frame) => frame.includes('claimed'))).toBe(true);
  expect(isTyping()).toBe(false);
  await shop.post(`cases/${reference}/typing`);
  await expect.poll(isTyping).toBe(true);
  socket.close();
});

test('a phone’s picture that cannot be opened is kept as a download, and its customer is asked for another', async () => {
  const { message, customer, response } = await sent('IMG_1.HEIC', 'image/heic', heicHead(64, 48));
  expect(message?.keptFiles).toMatchObject([{ name: 'IMG_1.HEIC', contentType: 'application/octet-stream' }]);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
  const { activities } = await customer.read();
  expect(activities.at(-1)?.text).toContain('Please send it again as a JPEG or PNG');
  expect(JSON.stringify(activities)).not.toMatch(/isUnreadable|originalId|fileId/);
});
