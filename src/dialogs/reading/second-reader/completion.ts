import { z } from 'zod';

/** An OpenAI-compatible endpoint. */
export interface LlmEndpoint {
  /** Its base, without a trailing slash, such as `http://localhost:11434/v1`. */
  url: string;
  model: string;
  apiKey?: string | undefined;
  /** For tests; Node's own if absent. */
  fetch?: typeof fetch;
}

/** The reason why there is no completion: a code without anything that was written. */
export type LlmFailure =
  | 'time-out'
  | 'network'
  | `status-${number}`
  | 'too-large'
  | 'unexpected-shape'
  | 'refused'
  | 'no-reading';

export type Completion = { content: string } | { failure: LlmFailure };

const maxAnswerBytes = 64 * 1024;

const completionSchema = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) }))
    .min(1),
});

/** POSTs to `{url}/chat/completions` and returns what the model wrote, until the signal aborts; never throws. */
export async function complete(endpoint: LlmEndpoint, body: object, signal: AbortSignal): Promise<Completion> {
  try {
    const response = await (endpoint.fetch ?? fetch)(`${endpoint.url}/chat/completions`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(endpoint.apiKey && { authorization: `Bearer ${endpoint.apiKey}` }),
      },
      body: JSON.stringify({ model: endpoint.model, ...body }),
      signal,
      // A redirect could carry the message and the key to somebody else.
      redirect: 'manual',
    });
    if (response.status !== 200) {
      response.body?.cancel().catch(() => undefined);
      return { failure: `status-${response.status}` };
    }
    return contentOf(await textOf(response));
  } catch {
    return { failure: signal.aborted ? 'time-out' : 'network' };
  }
}

async function textOf(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxAnswerBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function contentOf(text: string | undefined): Completion {
  if (text === undefined) return { failure: 'too-large' };
  const [choice] = completionSchema.safeParse(jsonOf(text)).data?.choices ?? [];
  if (!choice) return { failure: 'unexpected-shape' };
  if (choice.message.refusal) return { failure: 'refused' };
  return choice.message.content ? { content: choice.message.content } : { failure: 'unexpected-shape' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
