import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { isSentenceKey } from '../../dialogs/wording/catalog/languages.ts';
import { type Words, wordsIn } from '../../dialogs/wording/catalog/words.ts';
import { HttpError } from '../errors.ts';
import { readableAccent } from './accent.ts';
import { assetPath, assetPaths, mountAssets } from './assets.ts';
import type { ChatPage } from './chat-page.ts';
import { chatWordsIn } from './chat-words.ts';
import { fill, Html, join, jsonInPage, links } from './templates.ts';
import { readTemplate } from './web-files.ts';

/** The contents of a shop's page, from the shop's policy. */
export interface ShopPage {
  id: string;
  /** In which it speaks to its customers: two letters. */
  language: string;
  name: string;
  /** One line: what the shop sells or promises. */
  tagline: string;
  /** `#rrggbb` */
  accentColor: string;
  disclaimer: string;
  /** Orders to try the chat with; empty where the shop's own are looked up. */
  demoOrders: { number: string; email: string }[];
}

/** Web Chat adds one empty style element without the nonce, and fills it by script. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Mounts `/`, the list of shops in `language`, and `/shops/:policy`, the chat of one in its own. */
export function mountPages(
  server: Server,
  deps: { pages: ShopPage[]; publicUrl: string | undefined; frameAncestors: string; language: string },
): void {
  mountAssets(server);

  async function index(req: Request, res: Response): Promise<void> {
    const [page, card, css] = await Promise.all([
      readTemplate('front/index.html'),
      readTemplate('front/shop-card.html'),
      assetPaths(['shop.css', 'front/front.css']),
    ]);
    const words = wordsIn(deps.language);
    const shops = join(deps.pages.map((shop) => fill(card, valuesOf(shop), words)));
    const styles = (nonce: string) => join(deps.pages.map((shop) => accentStyle(`.shop-${shop.id}`, shop, nonce)));
    sendPage(req, res, (nonce) =>
      fill(
        page,
        { shops, links: links('stylesheet', css, nonce), styles: styles(nonce), language: words.language },
        words,
      ),
    );
  }

  async function shop(req: Request, res: Response): Promise<void> {
    const found = deps.pages.find(({ id }) => id === req.params.policy);
    if (!found) throw new HttpError(404, 'unknown-policy', 'there is no such shop');
    const [page, css, chat, webChat] = await Promise.all([
      readTemplate('chat/shop.html'),
      assetPaths(['shop.css', 'chat/talk.css', 'chat/web-chat.css']),
      assetPath('chat/chat.js'),
      assetPath('webchat.js'),
    ]);
    const words = wordsIn(found.language);
    const values = {
      ...valuesOf(found),
      demo: await demoOf(words, found),
      chat: `../${chat}`,
      webChat: `../${webChat}`,
    };
    const paths = css.map((path) => `../${path}`);
    const data: ChatPage = {
      policy: found.id,
      language: words.language,
      colors: readableAccent(found.accentColor),
      words: chatWordsIn(words),
    };
    sendPage(req, res, (nonce) =>
      fill(
        page,
        {
          ...values,
          nonce,
          links: links('stylesheet', paths, nonce),
          styles: accentStyle(':root', found, nonce),
          data: jsonInPage(data),
        },
        words,
      ),
    );
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
      'Content-Security-Policy': contentPolicy(nonce, socketOrigins(req, deps.publicUrl), deps.frameAncestors),
    });
  }
}

/** The values of a shop that the templates show. */
function valuesOf({ demoOrders: _, ...shop }: ShopPage) {
  return { ...shop, ...readableAccent(shop.accentColor), initial: [...shop.name][0] ?? '' };
}

/** A shop's colours for what the selector names. */
function accentStyle(selector: string, shop: ShopPage, nonce: string): Html {
  const rule = '{{selector}} { --accent: {{accent}}; --on-accent: {{onAccent}}; --accent-text: {{accentText}}; }';
  const values = { ...readableAccent(shop.accentColor), selector, nonce };
  return fill(`<style nonce="{{nonce}}">${rule}</style>`, values);
}

async function demoOf(words: Words, { demoOrders }: ShopPage): Promise<Html> {
  if (demoOrders.length === 0) return new Html('');
  const [list, row] = await Promise.all([readTemplate('chat/demo-orders.html'), readTemplate('chat/demo-order.html')]);
  const rows = demoOrders.map(({ number, email }) => fill(row, { number, email, story: storyOf(words, number) }));
  return fill(list, { rows: join(rows) }, words);
}

/** One line about a demonstration order. */
function storyOf(words: Words, number: string): string {
  const key = `demo.${number}`;
  return isSentenceKey(key) ? words.say(key) : '';
}

/**
 * Scripts and styles by nonce alone; Web Chat shows pictures from data and blobs, and makes and sends files by blobs.
 */
function contentPolicy(nonce: string, sockets: string[], frameAncestors: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${EMPTY_STYLE}`,
    "img-src 'self' data: blob:",
    'worker-src blob:',
    `connect-src 'self' blob: ${sockets.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

/** The address of the page's sockets, named because older Safari does not count sockets as 'self'. */
function socketOrigins(req: Request, publicUrl: string | undefined): string[] {
  const { host } = new URL(`http://${req.headers.host || 'localhost'}`);
  const own = [`ws://${host}`, `wss://${host}`];
  return publicUrl ? [...own, new URL(publicUrl).origin.replace(/^http/, 'ws')] : own;
}
