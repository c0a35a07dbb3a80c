import { crc32 } from 'node:zlib';

/** The files of an archive by name; the names are ASCII. */
export type Files = Record<string, Uint8Array>;

/** The first day that the format knows; with no other, the same files make the same archive. */
const day = (1 << 5) | 1;
const version = 20;

/** A zip archive with its files as they are, not packed. */
export function zip(files: Files): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const header = fileHeader(name, content);
    const local = Buffer.concat([long(0x04034b50), header, Buffer.from(name), content]);
    directory.push(
      Buffer.concat([long(0x02014b50), short(version), header, Buffer.alloc(10), long(offset), Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const count = short(directory.length);
  const end = [long(0x06054b50), Buffer.alloc(4), count, count, long(list.length), long(offset), short(0)];
  return Buffer.concat([...parts, list, ...end]);
}

/** The part of a file's header that stands both before it and in the directory. */
function fileHeader(name: string, content: Uint8Array): Buffer {
  const [flags, stored, time, noExtra] = [short(0), short(0), short(0), short(0)];
  return Buffer.concat([
    short(version),
    flags,
    stored,
    time,
    short(day),
    long(crc32(content)),
    long(content.length),
    long(content.length),
    short(Buffer.byteLength(name)),
    noExtra,
  ]);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
