import { expect, test } from 'vitest';
import { keepFile } from '../../src/channels/kept-files.ts';
import type { StoredFile } from '../../src/store/store.ts';
import { heicHead, pictureHeads } from '../pictures.ts';

const jpeg = pictureHeads.jpeg(64, 48);

/** A picture of a phone as it is kept where the decoder makes this of it. */
async function kept(decoded: Uint8Array | undefined, room = 20) {
  const files: StoredFile[] = [];
  const store = {
    async keepFile(file: StoredFile) {
      if (files.length < room) files.push(file);
      return files.includes(file);
    },
  };
  const file = {
    ...{ id: 'f', conversationId: 'c', at: '2026-11-21T10:00:00Z' },
    ...{ name: 'IMG_1.HEIC', contentType: 'image/heic', bytes: heicHead(64, 48) },
  };
  const attachment = await keepFile({ store, readHeic: async () => decoded }, file);
  return { attachment, ids: files.map(({ id }) => id) };
}

test('a picture of a phone is kept as a JPEG that a browser shows, beside the original', async () => {
  const { attachment, ids } = await kept(jpeg);
  expect(attachment).toMatchObject({ fileId: 'f-jpeg', fileType: 'image/jpeg', originalId: 'f', name: 'IMG_1.HEIC' });
  expect(ids).toEqual(['f', 'f-jpeg']);
});

test.each([
  ['cannot be decoded', undefined, 20],
  ['becomes nothing that a browser shows', new Uint8Array(99), 20],
  ['has no room for its JPEG', jpeg, 1],
])('a picture that %s is kept as it is, and said to be unreadable', async (_, decoded, room) => {
  const { attachment, ids } = await kept(decoded, room);
  expect(attachment).toMatchObject({ fileId: 'f', isUnreadable: true });
  expect(ids).toEqual(['f']);
});
