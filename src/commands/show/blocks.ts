/** A part of a page, in no particular form. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; title?: string; items: string[]; isNumbered?: boolean };

/** A heading with what stands below it; nothing at all where nothing does. */
export function section(level: 2 | 3, text: string, blocks: Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', level, text }, ...blocks] : [];
}

/** A list, if it has items. */
export function list(items: string[], more: { title?: string; isNumbered?: boolean } = {}): Block[] {
  return items.length > 0 ? [{ kind: 'list', items, ...more }] : [];
}
