import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { product } from '../../channels/botframework/product.ts';
import { apiOf, call, token } from '../desk-shop.ts';
import { contractSettings, type DeskOfPeople, deskOfPeopleContract } from '../notifier-contract.ts';

deskOfPeopleContract('The page', begin);

const historySchema = z.array(
  z.object({ what: z.string(), by: named().optional(), who: named().optional(), note: z.string().optional() }),
);

/** The desk's page, whose scripts speak to the API with the cookie and the token of a session. */
async function begin(): Promise<DeskOfPeople> {
  const shop = await product({ ...contractSettings, DEFAULT_POLICY: 'tool-shop' });
  const { base } = shop;
  const ann = await session(base, 'Ann');
  const step = (reference: string, action: string, body: object = {}) =>
    call(`${base}/desk/api/cases/${reference}/${action}`, {
      method: 'POST',
      headers: { ...ann, 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
  const seen = new Map<string, string[]>();

  /** What the page shows of the history, read anew as its stream has it do. */
  function look(reference: string): string[] {
    void apiOf(base)
      .get(`cases/${reference}`)
      .then(({ body }) => seen.set(reference, historySchema.parse(body.case?.history).map(lineOf)))
      .catch(() => undefined);
    return seen.get(reference) ?? [];
  }

  return {
    base,
    introductions: () => 1,
    changeTexts: look,
    raw: () => '',
    setDown: () => undefined,
    later: shop.later,
    async refused(reference) {
      const url = `${base}/desk/api/cases/${reference}/claim`;
      const { cookie } = ann;
      return [
        [401, await fetch(url, { method: 'POST' })],
        [403, await fetch(url, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'cross-site' } })],
        [403, await fetch(url, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } })],
      ];
    },
    acts: {
      claim: (reference) => step(reference, 'claim'),
      say: (reference, text) => step(reference, 'say', { text }),
      uphold: (reference, reason) => step(reference, 'rule', { ruling: 'uphold', reason }),
      correct: (reference, reason) =>
        step(reference, 'rule', { ruling: 'approve', resolution: 'return', reason, again: true }),
      withdraw: (reference, note) => step(reference, 'withdraw', { note }),
      close: (reference) => step(reference, 'close'),
      reopen: (reference) => step(reference, 'reopen'),
      note: (reference, text) => step(reference, 'note', { text }),
      takeOver: (reference) => step(reference, 'take-over', { from: 'bob' }),
    },
  };
}

function named() {
  return z.object({ id: z.string(), name: z.string() });
}

/** A line of the history, told as a change. */
function lineOf({ what, by, who, note = '' }: z.infer<typeof historySchema>[number]): string {
  if (what === 'taken-over') return `${by?.name} has taken the case over from ${who?.name}`;
  return `${what} ${by?.name ?? ''} ${note}`;
}

async function session(base: string, name: string) {
  const fields = new URLSearchParams({ name, token });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await call(`${base}/desk/log-in`, { method: 'POST', headers, body: fields });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(`${base}/desk`, { headers: { cookie } })).text();
  return { cookie, 'x-csrf-token': /"csrf":"([^"]+)"/.exec(page)?.[1] ?? '' };
}
