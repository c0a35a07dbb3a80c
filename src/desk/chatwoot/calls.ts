import type { z } from 'zod';
import { ReturnsError } from '../../errors.ts';
import type { Outcome } from '../../outbox/outcome.ts';
import { retryAfterMs } from '../../outbox/retry-after.ts';

/** One inbox of kind API in one account. */
export interface ChatwootSettings {
  /** Without a trailing slash. */
  url: string;
  /** An agent's access token. */
  token: string;
  account: number;
  inbox: number;
  /** Ends the address of our webhook. */
  webhookToken: string;
  /** The secret that signs Chatwoot's webhooks; absent: they are not signed. */
  webhookSecret?: string | undefined;
}

const CALL_MS = 8_000;
/** More than any page of messages; a longer answer is none of Chatwoot's. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Chatwoot answered otherwise than with success. */
export class ChatwootError extends ReturnsError {
  readonly code = 'chatwoot';
  readonly status: number;
  readonly afterMs: number | undefined;
  constructor(status: number, afterMs: number | undefined) {
    super(`Chatwoot answered ${status}`);
    this.status = status;
    this.afterMs = afterMs;
  }
}

/** Chatwoot answered with success and more than any of its answers has. */
export class ChatwootAnswerError extends ReturnsError {
  readonly code = 'chatwoot-answer-too-large';
}

/** After so many attempts, an hour and more, what Chatwoot does not take is the message's fault, not the set-up's. */
const maxRefusals = 30;

/** The outcome of a delivery whose call failed; throws whatever is not Chatwoot's answer. */
export function outcomeOf(error: unknown, attempts: number): Outcome {
  if (!(error instanceof ChatwootError)) throw error;
  const { status, afterMs } = error;
  const isNotTaken = status === 400 || status === 413 || status === 422;
  if (isNotTaken && attempts >= maxRefusals) return { kind: 'refused', status };
  return { kind: 'later', status, afterMs };
}

/**
 * Makes what calls Chatwoot's application API for one account; each call throws `ChatwootError` unless it succeeds, and
 * `ChatwootAnswerError` where the answer is larger than any.
 */
export function createCall({ url, token, account }: ChatwootSettings, now: () => Date) {
  return async function call<T>(schema: z.ZodType<T>, method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/api/v1/accounts/${account}/${path}`, {
      method,
      headers: { api_access_token: token, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      // A redirect would carry the token to whoever it names.
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_MS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new ChatwootError(response.status, retryAfterMs(response.headers.get('retry-after'), now()));
    }
    return schema.parse(await jsonOf(response));
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new ChatwootAnswerError(`Chatwoot answered with more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  // Some calls answer with success and nothing else.
  return text.trim() === '' ? {} : JSON.parse(text);
}
