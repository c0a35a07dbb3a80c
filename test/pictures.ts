/** The beginning of a picture, which is all that a program reads before it makes room for the rest. */
function padded(head: number[]): Uint8Array {
  return new Uint8Array([...head, ...Array.from({ length: Math.max(0, 64 - head.length) }, () => 0)]);
}

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 255);
const little = (value: number, bytes: number): number[] => big(value, bytes).reverse();

/** Headers of pictures of some width and height, by their kind. */
export const pictureHeads = {
  png: (width: number, height: number) =>
    padded([...ascii('\x89PNG\r\n\x1a\n'), ...big(13, 4), ...ascii('IHDR'), ...big(width, 4), ...big(height, 4)]),
  gif: (width: number, height: number) => padded([...ascii('GIF89a'), ...little(width, 2), ...little(height, 2)]),
  jpeg: (width: number, height: number) =>
    padded([
      ...[0xff, 0xd8, 0xff, 0xe0, ...big(4, 2), 1, 2, 0xff, 0xff, 0xc4, ...big(3, 2), 0],
      ...[0xff, 0xc2, ...big(17, 2), 8, ...big(height, 2), ...big(width, 2)],
    ]),
  'webp, lossy': (width: number, height: number) =>
    padded([
      ...ascii('RIFF'),
      ...little(50, 4),
      ...ascii('WEBPVP8 '),
      ...Array(10).fill(0),
      ...little(width, 2),
      ...little(height, 2),
    ]),
  'webp, lossless': (width: number, height: number) =>
    padded([
      ...ascii('RIFF'),
      ...little(50, 4),
      ...ascii('WEBPVP8L'),
      ...little(9, 4),
      0x2f,
      ...little((width - 1) | ((height - 1) << 14), 4),
    ]),
  'webp, extended': (width: number, height: number) =>
    padded([
      ...ascii('RIFF'),
      ...little(50, 4),
      ...ascii('WEBPVP8X'),
      ...Array(8).fill(0),
      ...little(width - 1, 3),
      ...little(height - 1, 3),
    ]),
};

/** The beginning of a HEIC picture of that width and height, with nothing in it that could be decoded. */
export function heicHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const box = (kind: string, content: number[]): number[] => [
    ...big(8 + content.length, 4),
    ...ascii(kind),
    ...content,
  ];
  const size = box('ispe', [...big(0, 4), ...big(width, 4), ...big(height, 4)]);
  const type = box('ftyp', [...ascii('heic'), ...big(0, 4), ...ascii('mif1heic')]);
  return new Uint8Array([...type, ...box('meta', [...big(0, 4), ...box('iprp', box('ipco', size))])]);
}
