import { cut, fitting } from '../../case/text/excerpts.ts';

/** A block of a message or a modal; Slack's own types are wider than what is sent here. */
export interface Block {
  type: string;
  block_id?: string;
  [name: string]: unknown;
}

/** Slack's limits, in characters and counts. */
export const limits = {
  header: 150,
  section: 3_000,
  buttonText: 75,
  optionText: 75,
  title: 24,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  label: 2_000,
  placeholder: 150,
  options: 100,
  messageBlocks: 50,
  /** Not documented: all blocks of a message together were refused from 13,200 characters on (bolt-js issue 2509). */
  list: 2_000,
  quote: 2_900,
  quotes: 3,
} as const;

/** A text that is shown as it is: no mention, link or emoji can be formed in it. */
export function plain(text: string, most: number) {
  // Slack refuses empty texts.
  return { type: 'plain_text', text: cut(text, most) || ' ', emoji: false } as const;
}

/**
 * A text for Slack's markup with nothing left of its own: no mention or link can be formed, nothing is bold. For
 * notifications only; blocks carry plain and rich text, which need none of this.
 */
export function escaped(text: string, most: number): string {
  const neutral = cut(text.replace(/\s+/g, ' ').replace(/[*_~`]/g, ''), most);
  // What looks like a mention or an address to a client is broken by a space of no width.
  const unlinked = neutral.replace(/@(?=\w)/g, '@\u200b').replace(/:\/\//g, ':\u200b//');
  return unlinked.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A line or more in plain text. */
export function section(text: string): Block {
  return { type: 'section', text: plain(text, limits.section) };
}

/** Small print. */
export function context(text: string): Block {
  return { type: 'context', elements: [plain(text, limits.section)] };
}

/** A heading over a list, if there is anything in it; rich text shows every character as it is. */
export function list(title: string, lines: string[]): Block[] {
  if (lines.length === 0) return [];
  const items = fitting(lines, { inAll: limits.list - 40, inLine: 400 }).map((line) => ({
    type: 'rich_text_section',
    elements: [textOf(line)],
  }));
  return [
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ ...textOf(title), style: { bold: true } }] },
        { type: 'rich_text_list', style: 'bullet', elements: items },
      ],
    },
  ];
}

/** Somebody's words under their name, whole if it is not longer than a chat takes. */
export function quote(title: string, text: string): Block {
  const quotes = piecesOf(cut(text, limits.quote * limits.quotes));
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ ...textOf(title), style: { bold: true } }] },
      ...quotes.map((piece) => ({ type: 'rich_text_quote', elements: [textOf(piece)] })),
    ],
  };
}

/** By whole characters, none of them longer than a quote. */
function piecesOf(text: string): string[] {
  const pieces = [''];
  for (const character of text) {
    const last = pieces.at(-1) ?? '';
    if (last.length + character.length > limits.quote) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}

export function button(title: string, id: string, value: string, style?: 'primary' | 'danger') {
  return {
    type: 'button',
    action_id: id,
    text: plain(title, limits.buttonText),
    value,
    ...(style && { style }),
  };
}

/** What Slack asks before a button does what it says. */
export function confirmation(asked: { title: string; text: string; yes: string; no: string }) {
  return {
    title: plain(asked.title, limits.confirmTitle),
    text: plain(asked.text, limits.confirmText),
    confirm: plain(asked.yes, limits.confirmButton),
    deny: plain(asked.no, limits.confirmButton),
  };
}

export function linkButton(title: string, id: string, url: string) {
  return { type: 'button', action_id: id, text: plain(title, limits.buttonText), url };
}

export function actions(elements: object[]): Block {
  return { type: 'actions', elements };
}

/** An option of a select. */
export function option(title: string, value: string) {
  return { text: plain(title, limits.optionText), value };
}

function textOf(text: string) {
  return { type: 'text', text: text || ' ' };
}
