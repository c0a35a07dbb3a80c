import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, 0 to 255. */
type Color = readonly [number, number, number, number];

const white: Color = [255, 255, 255, 255];
const clear: Color = [255, 255, 255, 0];
/** Points looked at in each direction within one pixel, which smooths the edges. */
const samples = 4;

/**
 * The arrow that turns back, in the middle of a square of this colour, such as `#0b5c8f`: Teams asks for 192 pixels.
 */
export function colorIcon(accent: string): Buffer {
  const part = (from: number): number => Number.parseInt(accent.slice(from, from + 2), 16);
  return png(192, [part(1), part(3), part(5), 255], white);
}

/** The arrow in white on nothing: Teams asks for 32 pixels. */
export function outlineIcon(): Buffer {
  return png(32, clear, white);
}

function png(size: number, ground: Color, ink: Color): Buffer {
  const rows = Array.from({ length: size }, (_, y) => {
    const pixels = Array.from({ length: size }, (_, x) => mixed(ground, ink, coverage(x, y, size)));
    // Each row begins with the number of its filter: none.
    return Buffer.from([0, ...pixels.flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits each of red, green, blue and opacity.
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function mixed(ground: Color, ink: Color, share: number): number[] {
  return ground.map((value, index) => Math.round(value + ((ink[index] ?? 0) - value) * share));
}

/** The share of a pixel that the arrow covers, 0 to 1. */
function coverage(x: number, y: number, size: number): number {
  let hits = 0;
  for (let i = 0; i < samples * samples; i += 1) {
    const [dx, dy] = [(i % samples) + 0.5, Math.floor(i / samples) + 0.5];
    if (isArrow((x + dx / samples) / size, (y + dy / samples) / size)) hits += 1;
  }
  return hits / samples ** 2;
}

/** The arrow in a square with sides of 1: a line to the left with a head, a half circle, and a line below. */
function isArrow(x: number, y: number): boolean {
  const [bend, middle, radius, half] = [0.6, 0.53, 0.15, 0.04];
  const onLines = Math.abs(Math.abs(y - middle) - radius) <= half && x <= bend && x >= 0.33;
  const onBend = x > bend && Math.abs(Math.hypot(x - bend, y - middle) - radius) <= half;
  const tip = middle - radius;
  const onHead = x >= 0.2 && x <= 0.36 && Math.abs(y - tip) <= (x - 0.2) * 0.8;
  return onLines || onBend || onHead;
}
