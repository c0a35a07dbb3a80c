/**
 * The reason why the server refused; `code` as in `docs/api.yaml`, or `offline` or `failed` where it gave no answer.
 */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';

  /** @param {{ code: string, message: string, by?: { name: string }, state?: string }} error */
  constructor({ code, message, by, state }) {
    super(message);
    this.code = code;
    /** The agent who has the case, if somebody else does. */
    this.by = by;
    /** The state of the case, where it allows no such step. */
    this.state = state;
  }
}

/**
 * The refusal of a call, or any other error thrown on.
 * @param {unknown} error
 */
export function refusalOf(error) {
  if (error instanceof Refusal) return error;
  throw error;
}
