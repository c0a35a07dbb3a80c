import { describe, expect, test } from 'vitest';
import { createHeicReader } from '../../src/heic.ts';
import { isHeic, isTooLargeHeic } from '../../src/http/heic.ts';
import { heicHead, pictureHeads } from '../pictures.ts';

describe('a picture of a phone', () => {
  test('is told by its first bytes, whatever it is called', () => {
    expect(isHeic(heicHead(4_032, 3_024))).toBe(true);
    expect([pictureHeads.png(8, 8), new Uint8Array(), new Uint8Array(Buffer.from('an ftypheic'))].some(isHeic)).toBe(
      false,
    );
  });

  test('of forty million pixels is decoded, and one of more is not, nor one that does not say', () => {
    expect([heicHead(8_000, 5_000), heicHead(8_000, 5_001)].map(isTooLargeHeic)).toEqual([false, true]);
    expect(isTooLargeHeic(new Uint8Array(Buffer.from('....ftypheic')))).toBe(true);
  });
});

test('what cannot be decoded ends its thread, and the next picture is read all the same', async () => {
  const read = createHeicReader();
  expect(await Promise.all([read(heicHead(64, 64)), read(heicHead(64, 64))])).toEqual([undefined, undefined]);
});
