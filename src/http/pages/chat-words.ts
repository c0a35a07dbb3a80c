import type { Words } from '../../dialogs/wording/catalog/words.ts';

/** The texts that the chat's scripts show by themselves, outside the conversation. */
export interface ChatWords {
  /** In the empty field for the customer's message. */
  placeholder: string;
  /** While the connection is being made again. */
  lost: string;
  /** While the server does not answer. */
  unreachable: string;
  /** Shown if it refuses to chat at all. */
  unavailable: string;
  /** Shown if the earlier chat cannot be resumed. */
  expired: string;
  /** Shown if the link to a chat opens nothing. */
  linkExpired: string;
  /** Asked before a new chat is begun. */
  newChatSure: string;
  /** Shown once a long message was cut. */
  textCut: string;
  filesTooLarge: string;
  filesOfWrongKind: string;
  fileNotSent: string;
}

/** The texts of the chat's scripts in a language. */
export function chatWordsIn(words: Words): ChatWords {
  return {
    placeholder: words.say('chat.placeholder'),
    lost: words.say('chat.lost'),
    unreachable: words.say('chat.unreachable'),
    unavailable: words.say('chat.unavailable'),
    expired: words.say('chat.expired'),
    linkExpired: words.say('chat.linkExpired'),
    newChatSure: words.say('chat.newChatSure'),
    textCut: words.say('chat.textCut'),
    filesTooLarge: words.say('chat.filesTooLarge'),
    filesOfWrongKind: words.say('chat.filesOfWrongKind'),
    fileNotSent: words.say('chat.fileNotSent'),
  };
}
