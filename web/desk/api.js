// The desk's own calls. A step is repeated with the same key when its answer is lost, so it is taken once.

const attempts = 4;
const pauseMs = 700;
const pollMs = 5_000;
const { csrf } = document.body.dataset;

/** Why the server did not do it; `code` as in `docs/api.yaml`, or `offline`. */
export class Refusal extends Error {
  constructor({ code, message }) {
    super(message);
    this.code = code;
  }
}

export function get(path) {
  return call(path, {});
}

/** Takes a step; the same one however often it has to be sent. */
export async function post(path, body = {}) {
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf, 'idempotency-key': newKey() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
    } catch (error) {
      if (error.code !== 'offline' || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * pauseMs));
    }
  }
}

async function call(path, init) {
  const response = await fetch(`desk/api/${path}`, init).catch(() => undefined);
  if (!response || response.status >= 502)
    throw new Refusal({ code: 'offline', message: 'The desk cannot be reached.' });
  // The session is over: the page asks for the token again.
  if (response.status === 401) location.reload();
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  throw new Refusal(body.error ?? { code: 'failed', message: 'Something went wrong.' });
}

// Pages without https have no crypto.randomUUID.
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Calls back on every change here at once, and on those of other processes at the next look. */
export function watch(onChange) {
  const stream = new EventSource('desk/api/stream');
  stream.addEventListener('case', ({ data }) => onChange(JSON.parse(data)));
  stream.addEventListener('open', () => onChange());
  setInterval(() => onChange(), pollMs);
  document.addEventListener('visibilitychange', () => document.hidden || onChange());
}
