import { expect, test } from 'vitest';
import { shownPictureType } from '../../src/http/pictures.ts';
import { pictureHeads } from '../pictures.ts';

test.each(Object.entries(pictureHeads))('a %s is shown up to 40 megapixels, and not beyond', (kind, head) => {
  const type = `image/${kind.split(',')[0]}`;
  expect(shownPictureType(head(800, 600))).toBe(type);
  expect(shownPictureType(head(8_000, 5_000))).toBe(type);
  expect(shownPictureType(head(8_000, 5_001))).toBeUndefined();
  expect(shownPictureType(head(16_000, 16_000))).toBeUndefined();
});

test.each([
  ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['nothing', Buffer.alloc(0)],
  ['the first bytes of a picture alone', pictureHeads.png(1, 1).slice(0, 12)],
  ['a picture of no size', pictureHeads.png(0, 100)],
  ['a WebP of an unknown kind', Buffer.from('RIFF0000WEBPVP9 '.padEnd(64, '\0'))],
  ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, ...Array(40).fill(0xff)])],
])('%s is no picture', (_, bytes) => {
  expect(shownPictureType(bytes)).toBeUndefined();
});
