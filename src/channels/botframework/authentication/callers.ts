import type { IncomingMessage } from 'node:http';
import { HttpError } from '../../../http/errors.ts';
import { isLoopbackAddress, isLoopbackUrl } from './loopback.ts';

/**
 * Refuses whoever is not on this machine, for a bot without an app id, which cannot tell callers apart. A proxy makes
 * strangers look local, so what it says of them counts, but only against them; and so does the Host header, which a
 * web page in a browser on this machine cannot choose.
 */
export function refuseStrangers({ socket, headers }: IncomingMessage): void {
  const hops = String(headers['x-forwarded-for'] ?? '').split(',');
  const callers = [socket.remoteAddress ?? '', ...hops.map((hop) => hop.trim()).filter(Boolean)];
  const isLocal =
    callers.every(isLoopbackAddress) &&
    headers.forwarded === undefined &&
    isLoopbackUrl(`http://${headers.host ?? 'localhost'}`);
  if (!isLocal) {
    throw new HttpError(401, 'app-id-missing', 'MicrosoftAppId is not set, so only callers on this machine are heard');
  }
}

/** Refuses to write to any other machine, for a bot without an app id. */
export function refuseForeignService(serviceUrl: string | undefined): void {
  if (serviceUrl === undefined || isLoopbackUrl(serviceUrl)) return;
  throw new HttpError(403, 'service-url-refused', 'MicrosoftAppId is not set, so serviceUrl must be on this machine');
}
