import { ErrorCode, type LogLevel, WebClient } from '@slack/web-api';
import { z } from 'zod';
import { ReturnsError } from '../../errors.ts';
import type { Outcome } from '../../outbox/outcome.ts';

/** The app in one workspace, and the channel where people take cases over. */
export interface SlackSettings {
  signingSecret: string;
  botToken: string;
  /** Its id, e.g. `C0123456789`. */
  channel: string;
  apiUrl: string;
}

/** As much of Slack's client as is used here. */
export type SlackApi = Pick<WebClient, 'chat' | 'conversations' | 'users' | 'views'>;

/** Slack answered with success, but not with what its documentation promises. */
export class SlackAnswerError extends ReturnsError {
  readonly code = 'slack-answer';
}

/** The time limit of one call. */
const CALL_MS = 5_000;

/**
 * Makes Slack's own client, which neither repeats a call nor waits by itself: the outbox does so, and survives a
 * restart.
 */
export function createSlackApi({ botToken, apiUrl }: Pick<SlackSettings, 'botToken' | 'apiUrl'>): SlackApi {
  return new WebClient(botToken, {
    slackApiUrl: `${apiUrl}/`,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS,
    logger: silent,
  });
}

/** Its own lines would quote what customers write. */
const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error' as LogLevel,
  setName() {},
};

/** Errors that pass: of Slack's own making, or of a token, a leave or a channel that somebody is changing. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_expired',
  'token_revoked',
  'no_permission',
  'missing_scope',
  'org_login_required',
  'ekm_access_denied',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'accesslimited',
]);

const callErrorSchema = z.looseObject({
  code: z.string().optional(),
  retryAfter: z.number().optional(),
  statusCode: z.number().optional(),
  data: z.looseObject({ error: z.string().optional() }).optional(),
});

/** The outcome of a delivery whose call failed; throws whatever is not Slack's doing. */
export function outcomeOf(error: unknown): Extract<Outcome, { kind: 'later' | 'refused' }> & { reason?: string } {
  const { code, retryAfter, statusCode, data } = callErrorSchema.safeParse(error).data ?? {};
  switch (code) {
    case ErrorCode.RateLimitedError:
      return { kind: 'later', status: 429, afterMs: (retryAfter ?? 1) * 1_000 };
    case ErrorCode.RequestError:
      return { kind: 'later' };
    case ErrorCode.HTTPError:
      return { kind: 'later', status: statusCode };
    case ErrorCode.PlatformError: {
      const reason = data?.error ?? 'unknown';
      return { kind: passing.has(reason) ? 'later' : 'refused', reason };
    }
    default:
      throw error;
  }
}

/** Slack's code of an error, e.g. `channel_not_found`; `undefined` where it was another. */
export function reasonOf(error: unknown): string | undefined {
  return callErrorSchema.safeParse(error).data?.data?.error;
}
