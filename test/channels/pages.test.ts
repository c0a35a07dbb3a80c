import { describe, expect, it } from 'vitest';
import { readableAccent } from '../../src/http/pages/accent.ts';
import { fill, Html } from '../../src/http/pages/templates.ts';
import { sendRaw } from '../raw-http.ts';
import { serve, shopPages } from './serve.ts';

async function page(url: string): Promise<{ html: string; headers: Headers }> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return { html: await response.text(), headers: response.headers };
}

describe('the pages', () => {
  it('list every shop with a link to its chat', async () => {
    const { base } = await serve();
    const { html } = await page(base);
    for (const { id, tagline } of shopPages) {
      expect(html).toContain(`href="shops/${id}"`);
      expect(html).toContain(tagline);
    }
    expect(html).toContain('Lab &amp; Field Equipment');
    expect(html).not.toContain('{{');
  });

  it('let scripts and styles in by nonce alone, a new one each time', async () => {
    const { base } = await serve({ publicUrl: 'https://shop.example/returns' });
    const nonces = [];
    for (const path of ['/', '/shops/tool-shop', '/shops/tool-shop']) {
      const { html, headers } = await page(base + path);
      const policy = headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'nonce-([\w-]+)';/.exec(policy)?.[1] ?? 'none';
      nonces.push(nonce);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain(
        `connect-src 'self' blob: ws://${new URL(base).host} wss://${new URL(base).host} wss://shop.example;`,
      );
      expect(html.match(/<(script|style|link rel="stylesheet")(?![^>]*nonce=)/g)).toBeNull();
      expect(html).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/ on\w+=|style="/);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(new Set(nonces).size).toBe(3);
  });

  it('load files that browsers keep for good, the big one compressed', async () => {
    const { base, port } = await serve();
    const { html } = await page(`${base}/shops/tool-shop`);
    const paths = [...html.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.map((path) => path.split('/').slice(2).join('/')).sort()).toEqual([
      'chat/chat.js',
      'chat/talk.css',
      'chat/web-chat.css',
      'shop.css',
      'webchat.js',
    ]);
    for (const path of paths) {
      const response = await fetch(`${base}/${path}`);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect((await response.text()).length).toBeGreaterThan(1_000);
    }
    const webChat = paths.find((path) => path.endsWith('webchat.js'));
    const plain = await fetch(`${base}/${webChat}`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const [first, second] = await Promise.all([fetch(`${base}/${webChat}`), fetch(`${base}/${webChat}`)]);
    const text = await plain.text();
    expect(await first.text()).toBe(text);
    expect(await second.text()).toBe(text);
    const raw = await fetch(`${base}/${webChat}`, { method: 'HEAD' });
    expect(Number(raw.headers.get('content-length') ?? 0)).toBeLessThan(1_200_000);
    expect(await sendRaw(port, `HEAD /${webChat} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(
      /\r\n\r\n$/,
    );
  });

  it.each([
    '/assets/x/webchat.js',
    '/assets/x/chat/chat.js',
    '/assets/x/nothing.js',
    '/assets/x/__proto__',
    '/shops/',
    '/shops/nothing',
  ])('%s is not found', async (path) => {
    const { base } = await serve();
    expect((await fetch(base + path)).status).toBe(404);
  });
});

describe('a template', () => {
  it('escapes what it is given, and takes over what is markup', () => {
    const { markup } = fill('<p title="{{a}}">{{b}}</p>', { a: `"'<&>`, b: new Html('<b>x</b>') });
    expect(markup).toBe('<p title="&quot;&#39;&lt;&amp;&gt;"><b>x</b></p>');
    expect(fill('{{a}}', { a: '{{b}} $& $1' }).markup).toBe('{{b}} $&amp; $1');
  });
  it('misses no value silently', () => {
    expect(() => fill('{{a}}', {})).toThrow('the template needs a value for a');
  });
});

// Grey #767676 is the lightest that WCAG AA lets pass on white (4.54), #777777 the first that fails (4.48).
describe('a shop’s colour', () => {
  it('is kept as text where it can be read on white', () => {
    expect(readableAccent('#0b5c8f')).toEqual({ accent: '#0b5c8f', onAccent: '#ffffff', accentText: '#0b5c8f' });
    expect(readableAccent('#767676').accentText).toBe('#767676');
  });
  it('is darkened as text, and itself kept, where it cannot', () => {
    expect(readableAccent('#777777').accentText).toBe('#6e6e6e');
    const { accent, onAccent, accentText } = readableAccent('#f2b705');
    expect([accent, onAccent]).toEqual(['#f2b705', '#111111']);
    expect(readableAccent(accentText).accentText).toBe(accentText);
  });
  it.each(['red', '#fff', 'url(x)', '#12345g'])('%s is none of the form #rrggbb', (color) => {
    expect(readableAccent(color).accent).toBe('#1f4e79');
  });
});
