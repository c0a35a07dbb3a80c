import type { Response } from 'restify';
import type { StoredFile } from '../../store/store.ts';

/** Content types that a browser can show without running anything in them. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Sends a customer's file: a picture as one, anything else as a download that no browser opens by itself. */
export function sendFile(res: Response, { name, contentType, bytes }: StoredFile): void {
  const isPicture = pictures.has(contentType);
  const disposition = `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name)}`;
  res.writeHead(200, {
    'Content-Type': isPicture ? contentType : 'application/octet-stream',
    'Content-Length': bytes.byteLength,
    'Content-Disposition': disposition,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, max-age=3600',
  });
  res.end(bytes);
}

/** See RFC 5987: what encodeURIComponent leaves, but a header's value may not hold. */
function encodeName(name: string): string {
  const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, escaped);
}
