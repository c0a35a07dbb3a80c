/** A page as a browser without scripts sees it. */
export interface SeenPage {
  status: number;
  html: string;
  heading: string;
  headers: Headers;
}

/** A browser without scripts: it keeps cookies, follows redirects and submits forms with their hidden fields. */
export function visitor(base: string, cookies = new Map<string, string>()) {
  async function request(path: string, init: RequestInit = {}): Promise<SeenPage> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${base}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    if (response.status === 303) {
      const next = new URL(response.headers.get('location') ?? '', `${base}${path}`);
      return request(next.pathname + next.search);
    }
    const html = await response.text();
    const heading = /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';
    return { status: response.status, html, heading, headers: response.headers };
  }

  const open = (token: string): Promise<SeenPage> => request(`/form?token=${encodeURIComponent(token)}`);
  const post = (token: string, fields: Record<string, string>): Promise<SeenPage> =>
    request(`/form?token=${encodeURIComponent(token)}`, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    cookies,
    request,
    open,
    post,
    /** Fills in the form of a page that is open. */
    fill: (token: string, page: SeenPage, fields: Record<string, string>) =>
      post(token, { formToken: formToken(page), ...fields }),
    /** Opens a link and logs in with the credentials on the page. */
    async openLoggedIn(token: string): Promise<SeenPage> {
      const page = await open(token);
      return post(token, { formToken: formToken(page), name: 'demo', password: 'demo' });
    },
  };
}

/** The hidden field that proves that a form is the shop's own. */
export function formToken({ html }: SeenPage): string {
  return /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** What is known already, as the page lists it. */
export function rowsOf({ html }: Pick<SeenPage, 'html'>): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, label = '', value = '']) => [label, value]),
  );
}

/** The number on a page. */
export function rmaOf({ html }: SeenPage): string {
  return /RMA-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0] ?? '';
}
