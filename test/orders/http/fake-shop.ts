import nock from 'nock';

export const shopUrl = 'https://shop.example/api';

/** How a system of the shop answers one request; `afterMs` lets it wait first. */
export interface Reply {
  status?: number;
  body?: string | object;
  headers?: Record<string, string>;
  afterMs?: number;
}

/** The shop's system answers the next requests for `path` with these replies, in order. */
export function shopReplies(path: string, ...replies: Reply[]): nock.Scope {
  const scope = nock(shopUrl);
  for (const { status = 200, body = '', headers = {}, afterMs = 0 } of replies) {
    // nock's own delay() crashes when the request is aborted meanwhile.
    scope.get(path).reply(async () => {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      return [status, body, headers];
    });
  }
  return scope;
}

/** The shop's system breaks the connection on the next request for `path`. */
export function shopBreaksOff(path: string, times = 1): nock.Scope {
  return nock(shopUrl).get(path).times(times).replyWithError(new Error('the connection was reset'));
}
