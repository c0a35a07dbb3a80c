declare module 'heic-convert' {
  export default function convert(picture: {
    buffer: Buffer;
    format: 'JPEG' | 'PNG';
    quality?: number;
  }): Promise<Uint8Array>;
}
