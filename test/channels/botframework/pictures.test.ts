import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { InboundActivity } from '../../../src/channels/botframework/inbound.ts';
import { createPictures } from '../../../src/channels/botframework/pictures.ts';
import type { StoredFile } from '../../../src/store/store.ts';
import { apiOf, token } from '../../desk/desk-shop.ts';
import { heicHead, pictureHeads } from '../../pictures.ts';
import { channelUser } from './channel-user.ts';
import { product } from './product.ts';

const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from([0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]),
  Buffer.alloc(8),
]);

const heic = heicHead(64, 48);
const jpeg = pictureHeads.jpeg(64, 48);

const answers: Record<string, [number, string | Buffer]> = {
  '/phone': [200, Buffer.from(heic)],
  '/gone': [404, ''],
  '/away': [302, ''],
  '/text': [200, '<script>'],
  '/endless': [200, Buffer.alloc(5 * 1024 * 1024)],
};

/** A channel's service that has pictures for whoever brings the bot's token. */
async function service() {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization);
    const isKnown = request.headers.authorization === 'Bearer t0ken';
    const [status, body] = (isKnown && answers[request.url ?? '']) || [isKnown ? 200 : 401, png];
    response.writeHead(status, { location: '/views/original' });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, url };
}

async function keeping(
  contentUrl: (url: string) => string,
  targets: 'this-machine' | 'public-addresses' = 'this-machine',
  decoded: Uint8Array | undefined = undefined,
) {
  const { asked, url } = await service();
  const files: StoredFile[] = [];
  const store = {
    keepFile: async (file: StoredFile) => files.push(file) > 0,
    repeated: async () => undefined,
  };
  const keep = createPictures({
    store,
    token: async () => 't0ken',
    replyTargets: targets,
    readHeic: async () => decoded,
  });
  const activity: InboundActivity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: `${url}/teams/`,
    conversation: { id: 'c' },
    attachments: [
      { contentType: 'image/*', contentUrl: contentUrl(url), name: null },
      { contentType: 'text/html', content: '<p>look</p>' },
    ],
  };
  return { attachments: await keep(activity, 'bf-1', 'in-1'), files, asked };
}

test('a customer’s photo in Teams is fetched with the bot’s token and kept', async () => {
  const { attachments, files, asked } = await keeping((url) => `${url}/v3/attachments/0-weu/views/original`);
  expect(asked).toEqual(['Bearer t0ken']);
  expect(files).toMatchObject([{ conversationId: 'bf-1', name: 'picture', contentType: 'image/png' }]);
  expect(attachments).toEqual([
    { contentType: 'image/*', name: 'picture', fileId: files[0]?.id, fileType: 'image/png' },
  ]);
});

test('a phone’s picture in Teams is kept, with a JPEG of it that people see', async () => {
  const { attachments, files } = await keeping((url) => `${url}/phone`, 'this-machine', jpeg);
  expect(files).toMatchObject([{ contentType: 'image/heic' }, { contentType: 'image/jpeg' }]);
  expect(attachments).toEqual([
    {
      contentType: 'image/*',
      name: 'picture',
      fileId: files[1]?.id,
      fileType: 'image/jpeg',
      originalId: files[0]?.id,
    },
  ]);
});

test('one that cannot be read is kept all the same, and the message says so', async () => {
  const { attachments, files } = await keeping((url) => `${url}/phone`);
  expect(files).toHaveLength(1);
  expect(attachments).toMatchObject([{ fileId: files[0]?.id, isUnreadable: true }]);
});

test.each([['gone'], ['away'], ['text'], ['endless']])(
  'what is at /%s is not kept, and the message lives',
  async (path) => {
    const { attachments, files } = await keeping((url) => `${url}/${path}`);
    expect([attachments, files]).toEqual([[{ contentType: 'image/*', name: '' }], []]);
  },
);

test('nothing is fetched from elsewhere, nor from a network that is not public', async () => {
  const elsewhere = await service();
  const other = await keeping(() => `${elsewhere.url}/views/original`);
  expect([other.attachments, elsewhere.asked]).toEqual([undefined, []]);
  const inside = await keeping((url) => `${url}/views/original`, 'public-addresses');
  expect([inside.files, inside.asked]).toEqual([[], []]);
});

test('a photo that begins a chat in Teams is there for the agent', async () => {
  const server = createServer((_, response) => void response.end(png)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { base } = await product({ DESK_TOKEN: token });
  const anna = channelUser(base, url);
  const photo = { contentType: 'image/*', contentUrl: `${url}/v3/attachments/1/views/original` };
  await anna.asks('My device is broken', { attachments: [photo] });
  await anna.asks('talk to a human');
  const desk = apiOf(base);
  const { cases = [] } = (await desk.get('cases')).body;
  const view = await desk.get(`cases/${cases[0]?.reference}`);
  expect(JSON.stringify(view.body)).toContain('"picture"');
  expect(JSON.stringify(view.body)).toMatch(/"(?:fileId|id|url)":"[^"]*[0-9a-f]{32}/);
});
