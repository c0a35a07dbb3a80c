import { randomUUID } from 'node:crypto';
import { type Answer, call, token } from '../desk-shop.ts';

/** The desk's API as the page of somebody who has logged in calls it. */
export async function browserAt(base: string, name: string) {
  const own = { 'sec-fetch-site': 'same-origin' };
  const form = new URLSearchParams({ name, token });
  const { headers } = await call(`${base}/desk/log-in`, { method: 'POST', headers: own, body: form });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(`${base}/desk`, { headers: { cookie } })).text();
  const csrf = /"csrf":"([^"]+)"/.exec(page)?.[1] ?? '';
  return {
    get: (path: string): Promise<Answer> => call(`${base}/desk/api/${path}`, { headers: { cookie } }),
    post: (path: string, body: object = {}): Promise<Answer> =>
      call(`${base}/desk/api/${path}`, {
        method: 'POST',
        headers: { ...own, cookie, 'x-csrf-token': csrf, 'idempotency-key': randomUUID() },
        body: JSON.stringify(body),
      }),
  };
}
