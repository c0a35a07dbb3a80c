// What the keys of the desk mean.

/** @typedef {'next' | 'previous' | 'claim' | 'rule' | 'answer' | 'note' | 'search' | 'keys' | 'leave'} Command */

/** @type {Readonly<Record<string, Command>>} */
const commands = {
  j: 'next',
  k: 'previous',
  c: 'claim',
  r: 'rule',
  a: 'answer',
  n: 'note',
  '/': 'search',
  '?': 'keys',
};

/**
 * The command of a key. `undefined` where it means nothing: with Ctrl and the like, and while somebody is typing.
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @param {{ isTyping: boolean }} where
 * @returns {Command | undefined}
 */
export function commandOf({ key, ctrlKey, metaKey, altKey }, { isTyping }) {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Escape') return 'leave';
  return !isTyping && Object.hasOwn(commands, key) ? commands[key] : undefined;
}
