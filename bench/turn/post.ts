import { setTimeout as wait } from 'node:timers/promises';

/** Servers close kept connections after five idle seconds, which may be just when the next message is sent. */
const attempts = 3;

/** Posts JSON, once more where the connection was closed; resolves to the body of the answer, and throws on a refusal. */
export async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<string> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, request);
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status} ${text}`);
      return text;
    } catch (error) {
      if (!(error instanceof TypeError) || attempt === attempts) throw error;
      await wait(attempt);
    }
  }
}
