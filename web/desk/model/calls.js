// Calls to the server. A call that changes something is repeated with the same key when its answer is lost.
import { page } from '../page.js';
import { words } from '../words/desk-words.js';
import { Refusal } from './refusal.js';

const maxAttempts = 4;
const pauseMs = 700;

/** @param {string} path from the address of the desk's folder */
export function get(path) {
  return call(path, {});
}

/**
 * @param {string} path from the address of the desk's folder
 * @param {object} body
 * @param {{ isLast?: boolean }} [options] `isLast`: the page is left, so the browser sends it behind and nobody waits
 */
export function post(path, body, options) {
  return send(path, JSON.stringify(body), 'application/json', options);
}

/**
 * @param {string} path from the address of the desk's folder
 * @param {BodyInit} body
 * @param {string} contentType
 * @param {{ isLast?: boolean }} [options] see `post`
 */
export async function send(path, body, contentType, { isLast = false } = {}) {
  const headers = { 'content-type': contentType, 'x-csrf-token': page.csrf, 'idempotency-key': newKey() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(path, { method: 'POST', headers, body, keepalive: isLast });
    } catch (error) {
      if (isLast || !(error instanceof Refusal) || error.code !== 'offline' || attempt === maxAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * pauseMs));
    }
  }
}

/**
 * The answer is of the type that the server has for it: page and server are of one version.
 * @param {string} path
 * @param {RequestInit} init
 * @returns {Promise<any>}
 */
async function call(path, init) {
  const response = await fetch(`desk/${path}`, init).catch(() => undefined);
  if (!response || response.status >= 502) throw new Refusal({ code: 'offline', message: words.page.offline });
  // The session is over: the page asks for the log-in again.
  if (response.status === 401) location.reload();
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  throw new Refusal(body.error ?? { code: 'failed', message: words.page.failed });
}

// Pages without https have no crypto.randomUUID.
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
