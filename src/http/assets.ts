import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Server } from 'restify';
import { HttpError } from './errors.ts';

const compress = promisify(gzip);
const webFolder = fileURLToPath(new URL('../../web', import.meta.url));
// Only the bundle is needed of Web Chat; its package exports no path to it.
const require = createRequire(import.meta.url);
const webChatFolder = join(dirname(require.resolve('botframework-webchat')), '../dist');

const sources = {
  'webchat.js': { path: join(webChatFolder, 'webchat.js'), type: 'text/javascript' },
  'chat.js': { path: join(webFolder, 'chat.js'), type: 'text/javascript' },
  'chat-files.js': { path: join(webFolder, 'chat-files.js'), type: 'text/javascript' },
  'shop.css': { path: join(webFolder, 'shop.css'), type: 'text/css' },
  'form.css': { path: join(webFolder, 'form.css'), type: 'text/css' },
  'desk.css': { path: join(webFolder, 'desk.css'), type: 'text/css' },
  'desk.js': { path: join(webFolder, 'desk.js'), type: 'text/javascript' },
  'desk-address.js': { path: join(webFolder, 'desk-address.js'), type: 'text/javascript' },
  'desk-dom.js': { path: join(webFolder, 'desk-dom.js'), type: 'text/javascript' },
  'desk-api.js': { path: join(webFolder, 'desk-api.js'), type: 'text/javascript' },
  'desk-queue.js': { path: join(webFolder, 'desk-queue.js'), type: 'text/javascript' },
  'desk-chat.js': { path: join(webFolder, 'desk-chat.js'), type: 'text/javascript' },
  'desk-packet.js': { path: join(webFolder, 'desk-packet.js'), type: 'text/javascript' },
  'desk-actions.js': { path: join(webFolder, 'desk-actions.js'), type: 'text/javascript' },
  'desk-check.js': { path: join(webFolder, 'desk-check.js'), type: 'text/javascript' },
} as const;

/** The scripts of a page import each other by name alone, so one change gives all of them a new address. */
function scriptsBeside(name: AssetName): string[] {
  const page = /^(desk|chat)\b.*\.js$/.exec(name)?.[1];
  const isBeside = (other: string): boolean => page !== undefined && other.startsWith(page) && other.endsWith('.js');
  return Object.entries(sources).flatMap(([other, { path }]) => (other === name || isBeside(other) ? [path] : []));
}

/** The files that pages load. */
export type AssetName = keyof typeof sources;

interface Asset {
  type: string;
  version: string;
  plain: Buffer;
  /** Made on the first request for it, then kept. */
  gzipped: () => Promise<Buffer>;
}

const loaded = new Map<AssetName, Promise<Asset>>();

function asset(name: AssetName): Promise<Asset> {
  const known = loaded.get(name) ?? loadAsset(name);
  loaded.set(name, known);
  return known;
}

/** The address of a file as it is now, relative to `/`, which a proxy may have put elsewhere. */
export async function assetPath(name: AssetName): Promise<string> {
  return `assets/${(await asset(name)).version}/${name}`;
}

/** Mounts the pages' files at addresses that change with their content, so that browsers keep them for good. */
export function mountAssets(server: Server): { path(name: AssetName): Promise<string> } {
  for (const method of ['get', 'head'] as const) {
    server[method]('/assets/:version/:name', async (req, res) => {
      const { name, version } = req.params;
      const found = isAssetName(name) ? await asset(name) : undefined;
      if (found === undefined || found.version !== version) {
        throw new HttpError(404, 'not-found', 'there is nothing at this address');
      }
      const isGzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
      res.sendRaw(200, isGzip ? await found.gzipped() : found.plain, {
        'Content-Type': `${found.type}; charset=utf-8`,
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        ...(isGzip && { 'Content-Encoding': 'gzip' }),
      });
    });
  }

  return { path: assetPath };
}

async function loadAsset(name: AssetName): Promise<Asset> {
  const { path, type } = sources[name];
  const plain = await readFile(path);
  const parts = await Promise.all(scriptsBeside(name).map((one) => readFile(one)));
  const version = createHash('sha256').update(Buffer.concat(parts)).digest('base64url').slice(0, 12);
  let gzipped: Promise<Buffer> | undefined;
  return {
    type,
    version,
    plain,
    gzipped() {
      gzipped ??= compress(plain, { level: 9 });
      return gzipped;
    },
  };
}

function isAssetName(name: unknown): name is AssetName {
  return typeof name === 'string' && Object.hasOwn(sources, name);
}
