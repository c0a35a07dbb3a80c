import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Server } from 'restify';
import { InvariantError } from '../../errors.ts';
import { projectFolder } from '../../project-folder.ts';
import { HttpError } from '../errors.ts';
import { webFolder } from './web-files.ts';

const compress = promisify(gzip);
const require = createRequire(import.meta.url);

/** Files from elsewhere that pages load, by the name in their address. */
const packageFiles: Readonly<Record<string, () => string>> = {
  // Its package is not installed: see docs/decisions/0014-installed-packages.md.
  'webchat.js': () => join(projectFolder, 'vendor/web-chat/webchat.js'),
  'preact.js': () => require.resolve('preact'),
  'preact-hooks.js': () => require.resolve('preact/hooks'),
  // What `require` gives of it is for Node.
  'htm.js': () => join(dirname(require.resolve('htm')), 'htm.mjs'),
  // One file for a page's `script`; what can be imported of it is many.
  'webauthn.js': () => join(dirname(require.resolve('@simplewebauthn/browser')), '../dist/bundle/index.umd.min.js'),
};

/** Packages that scripts import by name, and their files above. */
const importable = { preact: 'preact.js', 'preact/hooks': 'preact-hooks.js', htm: 'htm.js' } as const;

const contentTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** A file as it is served. */
export interface Asset {
  type: string;
  version: string;
  plain: Buffer;
  /** Made on the first request for it, then kept. */
  gzipped: () => Promise<Buffer>;
}

let ownAssets: Promise<ReadonlyMap<string, Asset>> | undefined;
const packageAssets = new Map<string, Promise<Asset>>();

/** A script or style by its path in `web/` or the name of a package's file. `undefined` if there is none. */
async function assetOf(name: string): Promise<Asset | undefined> {
  const path = Object.hasOwn(packageFiles, name) ? packageFiles[name] : undefined;
  if (path) {
    const known = packageAssets.get(name) ?? loadPackageFile(path());
    packageAssets.set(name, known);
    return known;
  }
  ownAssets ??= loadFolder(webFolder);
  return (await ownAssets).get(name);
}

/**
 * The address of a script or style as it is now, relative to `/`, because a proxy may have put us elsewhere; throws if
 * there is none.
 */
export async function assetPath(name: string): Promise<string> {
  const asset = await assetOf(name);
  if (!asset) throw new InvariantError('no-such-asset', `web/ has no ${name}`);
  return `assets/${asset.version}/${name}`;
}

/** The addresses of several scripts or styles. */
export function assetPaths(names: string[]): Promise<string[]> {
  return Promise.all(names.map(assetPath));
}

/** The addresses of all scripts of a room, with what lies beside the rooms, so that a page can fetch them at once. */
export async function scriptPaths(room: string): Promise<string[]> {
  ownAssets ??= loadFolder(webFolder);
  const names = [...(await ownAssets).keys()].filter((name) => extname(name) === '.js');
  return assetPaths(names.filter((name) => name.startsWith(`${room}/`) || !name.includes('/')));
}

/** The import map of a page at `/` whose scripts import these packages by name. */
export async function importMap(packages: (keyof typeof importable)[]): Promise<{ imports: Record<string, string> }> {
  const entries = packages.map(async (name) => [name, `./${await assetPath(importable[name])}`] as const);
  return { imports: Object.fromEntries(await Promise.all(entries)) };
}

/**
 * Mounts the pages' scripts and styles at addresses that change with their content, so that browsers keep them for
 * good.
 */
export function mountAssets(server: Server): void {
  for (const method of ['get', 'head'] as const) {
    server[method]('/assets/:version/*', async (req, res) => {
      const found = await assetOf(String(req.params['*']));
      if (!found || found.version !== req.params.version) {
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
}

/**
 * The scripts and styles in a folder, by their paths. They have one version, because scripts import each other by
 * relative addresses.
 */
export async function loadFolder(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const all = await readdir(folder, { recursive: true });
  const names = all.filter((name) => Object.hasOwn(contentTypes, extname(name))).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name: name.replaceAll('\\', '/'), plain: await readFile(join(folder, name)) })),
  );
  const version = versionOf(files.flatMap(({ name, plain }) => [Buffer.from(name), plain]));
  return new Map(files.map(({ name, plain }) => [name, toAsset(name, plain, version)]));
}

async function loadPackageFile(path: string): Promise<Asset> {
  const plain = await readFile(path);
  return toAsset(path, plain, versionOf([plain]));
}

function versionOf(parts: Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url').slice(0, 12);
}

function toAsset(name: string, plain: Buffer, version: string): Asset {
  let gzipped: Promise<Buffer> | undefined;
  return {
    type: contentTypes[extname(name)] ?? 'text/javascript',
    version,
    plain,
    gzipped() {
      gzipped ??= compress(plain, { level: 9 });
      return gzipped;
    },
  };
}
