import type { Agent } from '../../machines/case.ts';
import type { Role } from '../people/roles.ts';
import type { wordsForPage } from '../words/words.ts';

/** The data that the desk's scripts read from their page: JSON in an element with the id `page`. */
export interface DeskPage {
  /** The agent who is logged in. */
  agent: Agent;
  role: Role;
  /** To be sent as `X-CSRF-Token` with every step. */
  csrf: string;
  words: typeof wordsForPage;
}
