import nock from 'nock';

export const modelUrl = 'https://models.example/v1';

/** What was sent to the model. */
export interface Sent {
  headers: Record<string, string | string[] | undefined>;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    temperature?: number;
    response_format?: { type: string; json_schema: { name: string; strict: boolean; schema: object } };
  };
}

/** How the endpoint answers one request; `afterMs` lets it wait first. */
export interface Reply {
  status?: number;
  body?: string | object;
  headers?: Record<string, string>;
  afterMs?: number;
}

/** The endpoint answers the next requests with these replies, in order; what it was sent comes to stand in the list. */
export function modelReplies(...replies: Reply[]): Sent[] {
  const sent: Sent[] = [];
  const scope = nock(modelUrl);
  for (const { status = 200, body = '', headers = {}, afterMs = 0 } of replies) {
    // nock's own delay() crashes when the request is aborted meanwhile.
    scope.post('/chat/completions').reply(async (request: Request) => {
      sent.push({ headers: Object.fromEntries(request.headers), body: (await request.json()) as Sent['body'] });
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      return [status, body, headers];
    });
  }
  return sent;
}

/** A completion in which the model writes this. */
export function writes(content: unknown): Reply {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return {
    body: {
      id: 'c1',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    },
  };
}
