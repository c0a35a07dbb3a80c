// The desk's own calls.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { UploadedFile } from '../../../src/desk/files/files.ts' */
/** @import { CasePage } from '../../../src/desk/finding/case-page.ts' */
/** @import { SavedView } from '../../../src/desk/finding/views.ts' */
/** @import { RelatedCase } from '../../../src/desk/related/related.ts' */
/** @import { CannedReply } from '../../../src/desk/replies/replies.ts' */
/** @import { Filters } from './filters.js' */
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { PolicyCheck } from '../../../src/desk/check/policy-check.ts' */
/** @import { Draft } from '../../../src/desk/screen/drafts.ts' */
/** @import { Choices, Remembered } from '../../../src/desk/screen/screen.ts' */
/** @import { Colleague } from '../../../src/desk/standing/standing.ts' */
import { get, post, send } from './calls.js';
import { Refusal } from './refusal.js';

/** @typedef {{ what: string, reference: string }} Change */

const pollMs = 5_000;

/** The desk's calls to the server; every call rejects with a `Refusal`. */
export const api = {
  /**
   * So many pages of the cases that are looked for, in the order in which they are to be looked after.
   * @param {Filters} filters
   * @param {number} pages
   * @returns {Promise<CasePage>}
   */
  async queue(filters, pages) {
    /** @type {CasePage} */
    let page = await get(`api/cases?${new URLSearchParams(filters)}`);
    for (let read = 1; read < pages && page.next !== undefined; read += 1) {
      const { cases } = page;
      page = await get(`api/cases?${new URLSearchParams({ ...filters, after: page.next })}`);
      page = { ...page, cases: [...cases, ...page.cases] };
    }
    return page;
  },

  /** @returns {Promise<SavedView[]>} */
  views: async () => (await get('api/views')).views,

  /**
   * @param {SavedView} view
   * @returns {Promise<SavedView[]>}
   */
  keepView: async (view) => (await post('api/views', view)).views,

  /**
   * @param {string} name
   * @returns {Promise<SavedView[]>}
   */
  dropView: async (name) => (await post('api/views/delete', { name })).views,

  /**
   * The number of messages that were given up.
   * @returns {Promise<number>}
   */
  undelivered: async () => (await get('api/outbox')).undelivered,

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
   * Who works at the desk.
   * @returns {Promise<Colleague[]>}
   */
  agents: async () => (await get('api/agents')).agents,

  /**
   * Says if I am there, and how many cases I take.
   * @param {{ presence: Colleague['presence'], capacity?: number | null }} change
   * @returns {Promise<Colleague[]>}
   */
  setPresence: async (change) => (await post('api/presence', change)).agents,

  /**
   * The canned replies of the agent and of a shop.
   * @param {string} shop
   * @returns {Promise<{ replies: CannedReply[], mayKeepShops: boolean }>}
   */
  replies: (shop) => get(`api/replies?shop=${encodeURIComponent(shop)}`),

  /** @param {Omit<CannedReply, 'id'> & { id?: string, shop: string }} reply */
  keepReply: (reply) => post('api/replies', reply),

  /** @param {Pick<CannedReply, 'id' | 'of'> & { shop: string }} reply */
  removeReply: (reply) => post('api/replies/remove', reply),

  /** @returns {Promise<{ id: string, name: string }[]>} */
  colleagues: async () => (await get('api/colleagues')).colleagues,

  /** @returns {Promise<{ id: string, name: string }[]>} */
  policies: async () => (await get('api/policies')).policies,

  /**
   * Files a case for somebody on the phone; its reference.
   * @param {{ policy: string, facts: Record<string, unknown>, orderNumber: string, email: string, story: string }} caller
   * @returns {Promise<string>}
   */
  fileForCaller: async (caller) => (await post('api/callers', caller)).reference,

  /**
   * Runs a policy on facts; facts that it does not take are a refusal.
   * @param {string} policy
   * @param {Record<string, unknown>} facts
   * @returns {Promise<Exclude<PolicyCheck, { kind: 'error' }>>}
   */
  check: (policy, facts) => post('api/policy-check', { policy, facts }),

  /**
   * What the server remembers for this agent, whatever browser it was told in.
   * @returns {Promise<Remembered>}
   */
  remembered: () => get('screen'),

  /**
   * Keeps what was begun; an empty draft is dropped.
   * @param {Draft} draft
   * @param {{ isLast?: boolean }} [options]
   */
  keepDraft: (draft, options) => post('screen/drafts', draft, options),

  /**
   * Notes that a case was seen up to a turn.
   * @param {string} reference
   * @param {number} revision
   */
  markRead: (reference, revision) => post('screen/read', { reference, revision }),

  /**
   * Tells colleagues which case is open here, if one is.
   * @param {string | undefined} reference
   * @param {{ isTyping?: boolean, isLast?: boolean }} [options]
   */
  tellViewing: (reference, { isTyping = false, isLast = false } = {}) =>
    post('screen/viewing', { reference, isTyping }, { isLast }),

  /** @param {Choices} choices */
  choose: (choices) => post('screen/choices', choices),
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
  return `api/cases/${encodeURIComponent(reference)}`;
}
