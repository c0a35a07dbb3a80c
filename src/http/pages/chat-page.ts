import type { Accent } from './accent.ts';
import type { ChatWords } from './chat-words.ts';

/** The data that the chat's scripts read from their page:  JSON in an element with the id `page`. */
export interface ChatPage {
  /** The id of the shop's policy. */
  policy: string;
  /** In which Web Chat names its own parts: two letters. */
  language: string;
  colors: Accent;
  words: ChatWords;
}
