/** The abilities of a channel beside showing words. */
export interface Abilities {
  /** The way that buttons below a message are sent back; `none`: there are no buttons. */
  buttons: 'message-back' | 'none';
  /** The way that a card's buttons send their data; `none`: there are no Adaptive Cards. */
  cards: 'submit' | 'teams' | 'none';
  markdown: boolean;
  /** Files come as such; else as links in words. */
  files: boolean;
}

const everything: Abilities = { buttons: 'message-back', cards: 'submit', markdown: true, files: true };
const wordsAlone: Abilities = { buttons: 'none', cards: 'none', markdown: false, files: false };

const byChannel: ReadonlyMap<string, Abilities> = new Map([
  ['directline', everything],
  ['webchat', everything],
  ['emulator', everything],
  // Suggested actions of Teams are for chats between two alone, and say words only.
  ['msteams', { buttons: 'none', cards: 'teams', markdown: true, files: false }],
]);

/** The abilities of a Bot Framework channel; any that is not known is taken to show words alone. */
export function abilitiesOf(channelId: string): Abilities {
  return byChannel.get(channelId) ?? wordsAlone;
}
