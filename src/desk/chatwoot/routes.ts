import type { Logger } from 'pino';
import type { Server } from 'restify';
import { parseJson, readBody } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import { isSameSecret } from '../../http/secrets/same-secret.ts';
import type { ChatwootSettings } from './calls.ts';
import { type MessageCreated, originOf, readEvent, type StatusChanged } from './events.ts';
import { checkSignature } from './signature.ts';
import type { Taken } from './thread.ts';

/** A message can be 150,000 characters long. */
const BODY_LIMIT_BYTES = 1024 * 1024;

export interface ChatwootRoutesDeps {
  settings: Pick<ChatwootSettings, 'account' | 'inbox' | 'webhookToken' | 'webhookSecret'>;
  onEvent(event: MessageCreated | StatusChanged): Promise<Taken>;
  now(): Date;
  log: Pick<Logger, 'info'>;
}

/**
 * Mounts `POST /chatwoot/:token`, the webhook of the inbox. The token is a secret, for only new versions of Chatwoot
 * sign; where the secret of their signature is known it is checked, too.
 */
export function mountChatwoot(server: Server, { settings, onEvent, now, log }: ChatwootRoutesDeps): void {
  server.post('/chatwoot/:token', async (req, res) => {
    if (!isSameSecret(settings.webhookToken, String(req.params.token ?? ''))) {
      throw new HttpError(401, 'token-invalid', 'the address does not end in the token of this webhook');
    }
    const body = await readBody(req, BODY_LIMIT_BYTES);
    if (settings.webhookSecret !== undefined) checkSignature(req.headers, body, settings.webhookSecret, now());
    const event = readEvent(parseJson(body), (field) => log.info({ field }, 'field of Chatwoot not used'));
    if (event) {
      const { account, inbox } = originOf(event);
      if (inbox !== settings.inbox || (account ?? settings.account) !== settings.account) {
        throw new HttpError(403, 'other-inbox', 'this webhook is for one inbox of one account');
      }
      const taken = await onEvent(event);
      // By these Chatwoot marks the message as failed, so that its writer knows.
      if (taken === 'refused') throw new HttpError(409, 'not-sent', 'the customer did not get this message');
      if (taken === 'unknown-conversation') throw new HttpError(404, 'unknown-conversation', 'this is no case');
    }
    res.sendRaw(200, '{}', { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });
}
