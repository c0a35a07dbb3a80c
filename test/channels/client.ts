import { z } from 'zod';

const activitySchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  timestamp: z.string(),
  replyToId: z.string().optional(),
  channelData: z.looseObject({}).optional(),
  from: z.looseObject({ id: z.string(), role: z.string() }),
});
const setSchema = z.object({ activities: z.array(activitySchema), watermark: z.string() });
const grantSchema = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  streamUrl: z.string().optional(),
  referenceGrammarId: z.string().optional(),
});
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }).strict() }).strict();

export type Activity = z.infer<typeof activitySchema>;
type ActivitySet = z.infer<typeof setSchema>;

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** One request to Direct Line. */
export async function call(
  base: string,
  method: string,
  path: string,
  { token, body, headers }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${base}/v3/directline${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** Insists on a success of this status. */
export function granted(answer: Answer, status = 200) {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status} ${JSON.stringify(answer.body)}`);
  return grantSchema.parse(answer.body);
}

/** The status and code of an error, in the one shape every error has. */
export function refused(answer: Answer): [number, string] {
  return [answer.status, errorSchema.parse(answer.body).error.code];
}

/** A conversation that is open, with the greeting in it. */
export async function start(base: string, policy = 'tool-shop') {
  const { token, conversationId } = granted(await call(base, 'POST', `/tokens/generate?policy=${policy}`));
  const opened = granted(await call(base, 'POST', '/conversations', { token }), 201);
  const here = `/conversations/${conversationId}`;
  return {
    ...opened,
    streamUrl: opened.streamUrl ?? '',
    here,
    say: (text: string, rest: object = {}) =>
      call(base, 'POST', `${here}/activities`, { token, body: { type: 'message', text, ...rest } }),
    read: async (watermark = '') =>
      setSchema.parse((await call(base, 'GET', `${here}/activities?watermark=${watermark}`, { token })).body),
  };
}

/** Collects the frames of a stream. */
export function listen(streamUrl: string) {
  const socket = new WebSocket(streamUrl);
  const frames: ActivitySet[] = [];
  let changed = () => {};
  const closed = new Promise<CloseEvent>((resolve) => socket.addEventListener('close', resolve, { once: true }));
  socket.addEventListener('message', ({ data }) => {
    if (data === '') return;
    frames.push(setSchema.parse(JSON.parse(String(data))));
    changed();
  });
  const activities = () => frames.flatMap((frame) => frame.activities);
  return {
    socket,
    frames,
    closed,
    opened: new Promise((resolve) => socket.addEventListener('open', resolve, { once: true })),
    /** Resolves with all activities once there are `count`. */
    async until(count: number): Promise<Activity[]> {
      while (activities().length < count) await new Promise<void>((resolve) => (changed = resolve));
      return activities();
    },
  };
}
