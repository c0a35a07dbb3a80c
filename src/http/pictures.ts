import { budgets } from '../budgets.ts';

/** A picture as its first bytes describe it; width and height in pixels. */
interface Picture {
  contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  width: number;
  height: number;
}

/**
 * The content type under which a browser may show these bytes in place; `undefined` for all that is no picture by its
 * first bytes, or one whose size would be a burden to whoever opens it.
 */
export function shownPictureType(bytes: Uint8Array): Picture['contentType'] | undefined {
  const picture = pictureIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (picture === undefined) return undefined;
  const { contentType, width, height } = picture;
  const pixels = width * height;
  return pixels > 0 && pixels <= budgets.picture.pixels ? contentType : undefined;
}

function pictureIn(bytes: Buffer): Picture | undefined {
  // No header that is read here is shorter.
  if (bytes.length < 30) return undefined;
  if (bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return png(bytes);
  if (/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return gif(bytes);
  if (bytes.readUInt16BE(0) === 0xffd8) return jpeg(bytes);
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
    ? webp(bytes)
    : undefined;
}

function png(bytes: Buffer): Picture | undefined {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { contentType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gif(bytes: Buffer): Picture {
  return { contentType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** See the container specification of WebP: lossy, lossless and extended files each have their own header. */
function webp(bytes: Buffer): Picture | undefined {
  const contentType = 'image/webp';
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { contentType, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const both = bytes.readUInt32LE(21);
      return { contentType, width: (both & 0x3fff) + 1, height: ((both >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { contentType, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}

/** The size stands in the first frame header, behind segments that each tell their length. */
function jpeg(bytes: Buffer): Picture | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) {
      return { contentType: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15, without the three markers among them that define tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
