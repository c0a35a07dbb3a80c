import { budgets } from '../budgets.ts';

/** The brands of pictures of phones, which few browsers show; see ISO/IEC 23008-12. */
const brands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** True for a HEIC picture, by its first bytes. */
export function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return head.slice(4, 8) === 'ftyp' && brands.has(head.slice(8, 12));
}

/** True if one of the pictures in a HEIC file would be a burden to decode, or none of them tells its size. */
export function isTooLargeHeic(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = 0;
  // The property `ispe`: a word of flags, then width and height.
  for (let at = buffer.indexOf('ispe'); at !== -1 && at + 16 <= buffer.length; at = buffer.indexOf('ispe', at + 4)) {
    found += 1;
    if (buffer.readUInt32BE(at + 8) * buffer.readUInt32BE(at + 12) > budgets.picture.pixels) return true;
  }
  return found === 0;
}

/** Reads a HEIC picture as a JPEG; `undefined` where it cannot be read. */
export type ReadHeic = (bytes: Uint8Array) => Promise<Uint8Array | undefined>;
