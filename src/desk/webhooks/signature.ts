import { createHmac } from 'node:crypto';

/**
 * The value of `webhook-signature`: HMAC-SHA256 over id, Unix seconds and body, one signature for each key so that keys
 * can be exchanged without a gap. See "Signature scheme" at
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatures({ id, seconds, body }: Signed, keys: Uint8Array[]): string {
  return keys
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`)
    .join(' ');
}

interface Signed {
  /** Without a full stop, which parts it from what follows. */
  id: string;
  seconds: number;
  body: string;
}
