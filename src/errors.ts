/**
 * The base of all our errors. An error's class and its `code` tell errors apart in logs and in code; the message is for
 * people and may quote what a customer wrote, so it is never logged and never compared. `cause` is the error that led
 * to it.
 */
export abstract class ReturnsError extends Error {
  /** Kebab-case, never reused for something else. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A mistake that whoever runs this program can put right; the message says how, in one line for each thing. */
export abstract class CorrectableError extends ReturnsError {}

/** A broken promise of our own code, which is a bug; `code` says which promise was broken. */
export class InvariantError extends ReturnsError {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The `code` of whatever was thrown, ours or of Node or a library; `undefined` where it has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The `code` nearest to where something began to go wrong, such as that of the network below a library's own. */
export function rootCodeOf(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > maxCauses) return undefined;
  return rootCodeOf(error.cause, depth + 1) ?? codeOf(error);
}

/** A chain of causes may close on itself. */
const maxCauses = 5;
