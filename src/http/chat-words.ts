/** What the chat's scripts say by themselves, outside the conversation. */
export interface ChatWords {
  /** In the empty field for the customer's message. */
  placeholder: string;
  /** While the connection is being made again. */
  lost: string;
  /** While the server does not answer. */
  unreachable: string;
  /** When it refuses to chat at all. */
  unavailable: string;
  /** When the chat of before cannot be taken up again. */
  expired: string;
  filesTooLarge: string;
  filesOfWrongKind: string;
  fileNotSent: string;
}

export const chatWords: ChatWords = {
  placeholder: 'Type your answer or a question',
  lost: 'Connection lost. Reconnecting…',
  unreachable: 'The chat cannot be reached at the moment. Trying again…',
  unavailable: 'This chat is not available at the moment. Please contact the shop directly.',
  expired: 'Your earlier chat has expired, so this is a new one.',
  filesTooLarge: 'Files can have 4 MB together, so these were not sent. Please send fewer or smaller ones.',
  filesOfWrongKind: 'Only pictures and PDF files can be sent here, so these were not sent.',
  fileNotSent: 'Your file could not be sent. Please try again, or describe in words what it shows.',
};
