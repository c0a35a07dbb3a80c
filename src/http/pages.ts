import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';
import { readableAccent } from './accent.ts';
import { mountAssets } from './assets.ts';
import { HttpError } from './errors.ts';
import { fill, Html } from './templates.ts';

/** What a shop's page shows; it comes from the shop's policy. */
export interface ShopPage {
  id: string;
  name: string;
  /** One line: what the shop sells or promises. */
  tagline: string;
  /** `#rrggbb` */
  accentColor: string;
  disclaimer: string;
}

/** Mounts `/`, the list of shops, and `/shops/:policy`, the chat of one. */
export function mountPages(server: Server, deps: { pages: ShopPage[]; publicUrl: string | undefined }): void {
  const assets = mountAssets(server);

  async function index(req: Request, res: Response): Promise<void> {
    const [page, card, css] = await Promise.all([read('index.html'), read('shop-card.html'), assets.url('shop.css')]);
    const cards = deps.pages.map((shop) => fill(card, { ...shop, ...readableAccent(shop.accentColor) }).markup);
    sendPage(req, res, (nonce) => fill(page, { nonce, css, shops: new Html(cards.join('')) }));
  }

  async function shop(req: Request, res: Response): Promise<void> {
    const found = deps.pages.find(({ id }) => id === req.params.policy);
    if (!found) throw new HttpError(404, 'unknown-policy', 'there is no such shop');
    const [page, css, chat, webChat] = await Promise.all([
      read('shop.html'),
      assets.url('shop.css'),
      assets.url('chat.js'),
      assets.url('webchat.js'),
    ]);
    const values = { ...found, ...readableAccent(found.accentColor), css, chat, webChat };
    sendPage(req, res, (nonce) => fill(page, { ...values, nonce }));
  }

  for (const method of ['get', 'head'] as const) {
    server[method]('/', async (req, res) => index(req, res));
    server[method]('/shops/:policy', async (req, res) => shop(req, res));
  }

  function sendPage(req: Request, res: Response, page: (nonce: string) => Html): void {
    const nonce = randomBytes(16).toString('base64url');
    res.sendRaw(200, page(nonce).markup, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentPolicy(nonce, socketOrigins(req, deps.publicUrl)),
    });
  }
}

/** Scripts and styles by nonce alone; Web Chat shows pictures from data and blobs. */
function contentPolicy(nonce: string, sockets: string[]): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    `connect-src 'self' ${sockets.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** Where the page's sockets go, named because older Safari does not count sockets as 'self'. */
function socketOrigins(req: Request, publicUrl: string | undefined): string[] {
  const { host } = new URL(`http://${req.headers.host || 'localhost'}`);
  const own = [`ws://${host}`, `wss://${host}`];
  return publicUrl ? [...own, new URL(publicUrl).origin.replace(/^http/, 'ws')] : own;
}

function read(name: string): Promise<string> {
  return readFile(new URL(`../../web/${name}`, import.meta.url), 'utf8');
}
