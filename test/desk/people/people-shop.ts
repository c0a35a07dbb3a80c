import { call, deskShop, token } from '../desk-shop.ts';

export const password = 'a long walk on the beach';

type Fields = Record<string, string>;

/** The desk, and browsers without scripts that come to it. */
export async function peopleShop(settings: Record<string, string> = {}) {
  const shop = await deskShop(settings);
  const browser = (headers: Fields = {}) => browserAt(shop.base, headers);

  async function owner() {
    const own = browser();
    await own.logInWithToken('Olga');
    return own;
  }

  /** Somebody with an account, who has set their password and is logged in with it. */
  async function person(name: string, role = 'agent', email = '') {
    const link = await (await owner()).invite({ name, role, email });
    const own = browser();
    await own.accept(link);
    return own;
  }

  return { ...shop, browser, owner, person };
}

/** A browser that keeps the cookie of the desk and sends the forms of its pages. */
function browserAt(base: string, headers: Fields) {
  let cookie = '';

  async function send(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Fields } = {}) {
    const own = { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' };
    const all = { ...own, ...headers, cookie, ...init.headers };
    const response = await fetch(`${base}${path}`, { redirect: 'manual', ...init, headers: all });
    const set = response.headers.get('set-cookie')?.split(';')[0];
    if (set?.startsWith('returns_desk=')) cookie = set;
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  const submit = (path: string, fields: Fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) });
  const page = async () => (await send('/desk/people')).text;
  const csrf = async () => /name="csrf" value="([^"]+)"/.exec(await page())?.[1] ?? '';
  const step = async (name: string, fields: Fields = {}) =>
    submit(`/desk/people/${name}`, { csrf: await csrf(), ...fields });

  return {
    send,
    step,
    page,
    csrf,
    cookie: () => cookie,
    logInWithToken: (name: string) => submit('/desk', { name, token }),
    logIn: (name: string, given: string) => submit('/desk', { name, password: given }),
    logOut: () => submit('/desk/log-out', {}),
    /** Sets a password under a link; the answer. */
    accept: (link: string, given = password) =>
      submit('/desk/invitation', { token: new URL(link).searchParams.get('token') ?? '', password: given }),
    /** The link for somebody who is invited. */
    async invite(fields: Fields): Promise<string> {
      return linkIn((await step('invite', { role: 'agent', email: '', ...fields })).text);
    },
    /** True if the desk lets it in now. */
    async isIn(): Promise<boolean> {
      return (await call(`${base}/desk/api/cases`, { headers: { cookie } })).status === 200;
    },
    /** The keys of the sessions that are listed as its own. */
    async sessions(): Promise<string[]> {
      const own = /<section aria-labelledby="sessions">.+?<\/section>/s.exec(await page())?.[0] ?? '';
      return [...own.matchAll(/name="session" value="([^"]+)"/g)].map(([, key = '']) => key);
    },
    /** A stream of the desk that is open now; `end` resolves when the server ends it. */
    async stream(): Promise<{ end: Promise<string> }> {
      const response = await fetch(`${base}/desk/api/stream`, { headers: { cookie } });
      return { end: response.status === 200 ? endOf(response) : Promise.resolve('refused') };
    },
  };
}

async function endOf(response: Response): Promise<string> {
  for await (const _ of response.body ?? []);
  return 'ended';
}

/** The link of an invitation on a page. */
export function linkIn(page: string): string {
  return (/value="(http[^"]+invitation[^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
}
