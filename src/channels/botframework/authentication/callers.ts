import type { IncomingMessage } from 'node:http';
import { HttpError } from '../../../http/errors.ts';
import { isFromThisMachine, isLocalUrl, isPublicUrl } from '../../../http/limits/local-addresses.ts';

/** Refuses whoever is not on this machine, for a bot without an app id, which cannot tell callers apart. */
export function refuseStrangers(req: IncomingMessage): void {
  if (!isFromThisMachine(req)) throw appIdMissing();
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
