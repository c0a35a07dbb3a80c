import type { Response } from 'restify';
import { shownPictureType } from '../../http/pictures.ts';
import type { StoredFile } from '../../store/store.ts';

/** Sends a customer's file: a picture as one, anything else as a download that no browser opens by itself. */
export function sendFile(res: Response, { name, bytes }: StoredFile): void {
  const picture = shownPictureType(bytes);
  const disposition = `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name)}`;
  res.writeHead(200, {
    'Content-Type': picture ?? 'application/octet-stream',
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
