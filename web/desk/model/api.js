// The desk's own calls. A step is repeated with the same key when its answer is lost, so it is taken once.
/** @import { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { RelatedCase } from '../../../src/desk/related/related.ts' */
/** @import { CannedReply } from '../../../src/desk/replies/replies.ts' */
/** @import { UploadedFile } from '../../../src/desk/files/files.ts' */
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { PolicyCheck } from '../../../src/desk/check/policy-check.ts' */
import { page } from '../page.js';
import { words } from '../words/desk-words.js';
import { Refusal } from './refusal.js';

/** @typedef {{ what: string, reference: string }} Change */

const maxAttempts = 4;
const pauseMs = 700;
const pollMs = 5_000;

/** The desk's calls to the server; every call rejects with a `Refusal`. */
export const api = {
  /**
   * The cases in the order in which they are to be looked after.
   * @param {'open' | 'all'} state
   * @returns {Promise<CaseSummary[]>}
   */
  queue: async (state) => (await get(`cases?state=${state}`)).cases,

  /**
   * The number of messages that were given up.
   * @returns {Promise<number>}
   */
  undelivered: async () => (await get('outbox')).undelivered,

  /**
   * One case; `undefined` if there is none.
   * @param {string} reference
   * @returns {Promise<CaseView | undefined>}
   */
  async case(reference) {
    try {
      return (await get(pathOf(reference))).case;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unknown-case') return undefined;
      throw error;
    }
  },

  /**
   * Takes a step with a case, once however often it has to be sent; the case as it is then.
   * @param {string} reference
   * @param {DeskRequest} request
   * @returns {Promise<CaseView>}
   */
  step: async (reference, { action, ...body }) => (await post(`${pathOf(reference)}/${action}`, body)).case,

  /**
   * Other cases that seem to be of the same customer.
   * @param {string} reference
   * @returns {Promise<RelatedCase[]>}
   */
  related: async (reference) => (await get(`${pathOf(reference)}/related`)).related,

  /**
   * Keeps a file that is to be sent to the customer of a case.
   * @param {string} reference
   * @param {File} file
   * @returns {Promise<UploadedFile>}
   */
  upload: async (reference, file) => {
    const path = `${pathOf(reference)}/files?name=${encodeURIComponent(file.name)}`;
    return (await send(path, file, 'application/octet-stream')).file;
  },

  /**
   * Shows the customer that somebody is writing.
   * @param {string} reference
   */
  showTyping: (reference) => post(`${pathOf(reference)}/typing`, {}),

  /**
   * The canned replies of the agent and of a shop.
   * @param {string} shop
   * @returns {Promise<{ replies: CannedReply[], mayKeepShops: boolean }>}
   */
  replies: (shop) => get(`replies?shop=${encodeURIComponent(shop)}`),

  /** @param {Omit<CannedReply, 'id'> & { id?: string, shop: string }} reply */
  keepReply: (reply) => post('replies', reply),

  /** @param {Pick<CannedReply, 'id' | 'of'> & { shop: string }} reply */
  removeReply: (reply) => post('replies/remove', reply),

  /** @returns {Promise<{ id: string, name: string }[]>} */
  colleagues: async () => (await get('colleagues')).colleagues,

  /** @returns {Promise<{ id: string, name: string }[]>} */
  policies: async () => (await get('policies')).policies,

  /**
   * Files a case for somebody on the phone; its reference.
   * @param {{ policy: string, facts: Record<string, unknown>, orderNumber: string, email: string, story: string }} caller
   * @returns {Promise<string>}
   */
  fileForCaller: async (caller) => (await post('callers', caller)).reference,

  /**
   * Runs a policy on facts; facts that it does not take are a refusal.
   * @param {string} policy
   * @param {Record<string, unknown>} facts
   * @returns {Promise<Exclude<PolicyCheck, { kind: 'error' }>>}
   */
  check: (policy, facts) => post('policy-check', { policy, facts }),
};

/** @typedef {typeof api} Api */

/**
 * Calls back on every change here at once, and on those of other processes at the next look.
 * @param {(change?: Change) => void} onChange
 */
export function watch(onChange) {
  const stream = new EventSource('desk/api/stream');
  stream.addEventListener('case', ({ data }) => onChange(JSON.parse(data)));
  stream.addEventListener('open', () => onChange());
  setInterval(() => onChange(), pollMs);
  document.addEventListener('visibilitychange', () => document.hidden || onChange());
}

/** @param {string} reference */
function pathOf(reference) {
  return `cases/${encodeURIComponent(reference)}`;
}

/** @param {string} path */
function get(path) {
  return call(path, {});
}

/**
 * @param {string} path
 * @param {object} body
 */
function post(path, body) {
  return send(path, JSON.stringify(body), 'application/json');
}

/**
 * @param {string} path
 * @param {BodyInit} body
 * @param {string} contentType
 */
async function send(path, body, contentType) {
  const headers = { 'content-type': contentType, 'x-csrf-token': page.csrf, 'idempotency-key': newKey() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(path, { method: 'POST', headers, body });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'offline' || attempt === maxAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * pauseMs));
    }
  }
}

/**
 * The answer is of the type in `docs/api.yaml`: page and server are of one version.
 * @param {string} path
 * @param {RequestInit} init
 * @returns {Promise<any>}
 */
async function call(path, init) {
  const response = await fetch(`desk/api/${path}`, init).catch(() => undefined);
  if (!response || response.status >= 502) throw new Refusal({ code: 'offline', message: words.page.offline });
  // The session is over: the page asks for the token again.
  if (response.status === 401) location.reload();
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  throw new Refusal(body.error ?? { code: 'failed', message: words.page.failed });
}

// Pages without https have no crypto.randomUUID.
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
