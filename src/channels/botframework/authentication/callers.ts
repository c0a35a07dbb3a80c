import type { IncomingMessage } from 'node:http';
import { HttpError } from '../../../http/errors.ts';
import { isLocalUrl, isLoopbackAddress, isPublicUrl } from '../../../http/limits/local-addresses.ts';

/** Headers by which a proxy shows itself: whoever is behind it only looks as if they were on this machine. */
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Refuses whoever is not on this machine, for a bot without an app id, which cannot tell callers apart. The Host header
 * counts too, which a web page in a browser on this machine cannot choose.
 */
export function refuseStrangers({ socket, headers }: IncomingMessage): void {
  const isLocal =
    isLoopbackAddress(socket.remoteAddress ?? '') &&
    ofProxies.every((name) => headers[name] === undefined) &&
    isLocalUrl(`http://${headers.host ?? 'localhost'}`);
  if (!isLocal) throw appIdMissing();
}

/** The refusal of a bot without an app id. */
export function appIdMissing(): HttpError {
  return new HttpError(401, 'app-id-missing', 'MicrosoftAppId is not set, so only callers on this machine are heard');
}

/** The places where a customer's messages may ask for replies to be posted. */
export type ReplyTargets = 'this-machine' | 'anywhere' | 'public-addresses';

/** True if replies may be posted to a `serviceUrl`. */
export function mayReplyTo(serviceUrl: string, targets: ReplyTargets): boolean {
  if (targets === 'anywhere') return true;
  return targets === 'this-machine' ? isLocalUrl(serviceUrl) : isPublicUrl(serviceUrl);
}

/** Refuses a message that asks for replies where none may be posted. */
export function refuseForeignService(serviceUrl: string | undefined, targets: ReplyTargets): void {
  if (serviceUrl === undefined || mayReplyTo(serviceUrl, targets)) return;
  const what =
    targets === 'this-machine'
      ? 'MicrosoftAppId is not set, so serviceUrl must be on this machine'
      : 'serviceUrl must be a public address';
  throw new HttpError(403, 'service-url-refused', what);
}
