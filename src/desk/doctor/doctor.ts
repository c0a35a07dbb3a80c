import { codeOf } from '../../errors.ts';
import { fillIn, words } from '../words/words.ts';

/** A connection to a desk, and what is wrong with it in one sentence; `undefined`: it works. It may throw. */
export interface Connection {
  desk: string;
  examine(): Promise<string | undefined>;
}

/** One line for a connection, and if it works. */
export interface Finding {
  desk: string;
  works: boolean;
  line: string;
}

/** Tries every connection; never throws. */
export function examineAll(connections: readonly Connection[]): Promise<Finding[]> {
  return Promise.all(
    connections.map(async ({ desk, examine }) => {
      const wrong = await examine().catch((error: unknown) =>
        fillIn(words.doctor.unreachable, { why: reasonIn(error) }),
      );
      return { desk, works: wrong === undefined, line: `${desk}: ${wrong ?? words.doctor.well}` };
    }),
  );
}

/** The code of an error or of what caused it; never its message, which may have a secret in it. */
export function reasonIn(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return codeOf(cause) ?? codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
}

/** The most that a connection may take. */
export const EXAMINE_MS = 10_000;
