/** What a channel can show beside words. */
export interface Abilities {
  /** How buttons below a message are sent back; `none`: there are no buttons. */
  buttons: 'message-back' | 'none';
  /** How a card's buttons send what they mean; `none`: there are no Adaptive Cards. */
  cards: 'submit' | 'teams' | 'none';
  markdown: boolean;
}

const everything: Abilities = { buttons: 'message-back', cards: 'submit', markdown: true };
const wordsAlone: Abilities = { buttons: 'none', cards: 'none', markdown: false };

const byChannel: ReadonlyMap<string, Abilities> = new Map([
  ['directline', everything],
  ['webchat', everything],
  ['emulator', everything],
  // Suggested actions of Teams are for chats between two alone, and say words only.
  ['msteams', { buttons: 'none', cards: 'teams', markdown: true }],
]);

/** What a Bot Framework channel can show; any that is not known is taken to show words alone. */
export function abilitiesOf(channelId: string): Abilities {
  return byChannel.get(channelId) ?? wordsAlone;
}
