import type { Agent } from '../../machines/case.ts';
import type { wordsForPage } from '../words/words.ts';
import type { DeskSession } from './sessions.ts';

/** The data that the desk's scripts read from their page: JSON in an element with the id `page`. */
export interface DeskPage {
  /** The agent who is logged in. */
  agent: Agent;
  role: DeskSession['role'];
  /** To be sent as `X-CSRF-Token` with every step. */
  csrf: string;
  words: typeof wordsForPage;
}
