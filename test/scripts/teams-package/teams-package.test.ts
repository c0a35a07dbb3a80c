import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { colorIcon, outlineIcon } from '../../../scripts/teams-package/icons.ts';
import type { Files } from '../../../scripts/teams-package/zip.ts';

const script = new URL('../../../scripts/teams-package/teams-package.ts', import.meta.url).pathname;
const appId = '11111111-2222-3333-4444-555555555555';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'returns-teams-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function run(settings: Record<string, string>) {
  return spawnSync(process.execPath, [script], { env: settings, encoding: 'utf8' });
}

/** Reads an archive by its directory, as unpackers do, and checks each file's sum. */
function unzipped(archive: Buffer): Files {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const files: Files = {};
  for (let index = 0; index < count; index += 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [sum, size, nameLength, offset] = [16, 24, 28, 42].map((field) =>
      field === 28 ? archive.readUInt16LE(at + field) : archive.readUInt32LE(at + field),
    ) as [number, number, number, number];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    expect(archive.readUInt32LE(offset)).toBe(0x04034b50);
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const content = archive.subarray(start, start + size);
    expect(crc32(content)).toBe(sum);
    files[name] = content;
    at += 46 + nameLength;
  }
  return files;
}

/** The pixels of a PNG by row and column, red, green, blue and opacity each. */
function pixelsOf(image: Uint8Array): number[][][] {
  const bytes = Buffer.from(image);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const start = bytes.indexOf('IDAT') + 4;
  const raw = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)));
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const from = y * (width * 4 + 1) + 1 + x * 4;
      return [...raw.subarray(from, from + 4)];
    }),
  );
}

test('the command writes a package with manifest and icons, without any setting of it in the project', () => {
  const dataDir = folder();
  const { status, stdout } = run({
    MicrosoftAppId: appId,
    PUBLIC_URL: 'https://returns.example.com',
    DATA_DIR: dataDir,
  });
  expect(status).toBe(0);
  expect(stdout).toContain('teams-app.zip');
  const files = unzipped(readFileSync(join(dataDir, 'teams-app.zip')));
  expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
  expect(manifest).toMatchObject({
    manifestVersion: '1.16',
    id: appId,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    developer: { websiteUrl: 'https://returns.example.com' },
    icons: { color: 'color.png', outline: 'outline.png' },
    bots: [{ botId: appId, scopes: ['team', 'personal'] }],
    webApplicationInfo: { id: appId },
    authorization: { permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] } },
  });
  // Teams' own limits.
  expect(manifest.name.short.length).toBeLessThanOrEqual(30);
  expect(manifest.description.short.length).toBeLessThanOrEqual(80);
  for (const { title, description } of manifest.bots[0].commandLists[0].commands) {
    expect([title.length <= 32, description.length <= 128]).toEqual([true, true]);
  }
});

test.each([
  [{}],
  [{ MicrosoftAppId: appId }],
  [{ MicrosoftAppId: appId, PUBLIC_URL: 'http://returns.example.com' }],
  [{ MicrosoftAppId: 'the-bot', PUBLIC_URL: 'https://returns.example.com' }],
])('with %o it says in one line what to set', (settings) => {
  const { status, stderr } = run({ ...(settings as Record<string, string>), DATA_DIR: folder() });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Set MicrosoftAppId [^\n]*PUBLIC_URL[^\n]*\n$/);
});

test('the icons have the sizes that Teams asks for: one on the shop’s colour, one on nothing', () => {
  const color = pixelsOf(colorIcon('#0b5c8f'));
  expect([color.length, color[0]?.length]).toEqual([192, 192]);
  expect(color[0]?.[0]).toEqual([0x0b, 0x5c, 0x8f, 255]);
  expect(color.flat().some((pixel) => pixel.join() === '255,255,255,255')).toBe(true);
  const outline = pixelsOf(outlineIcon());
  expect([outline.length, outline[0]?.length]).toEqual([32, 32]);
  expect(outline.flat().every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  expect(outline[0]?.[0]?.[3]).toBe(0);
  expect(outline.flat().some(([, , , opacity]) => opacity === 255)).toBe(true);
});
