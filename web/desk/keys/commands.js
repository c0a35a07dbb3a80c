// What the keys of the desk mean.

/** @typedef {'next' | 'previous' | 'claim' | 'rule' | 'take-over' | 'assign' | 'reopen' | 'answer' | 'note' | 'select' | 'tags' | 'search' | 'keys' | 'leave'} Command */

/** @type {Readonly<Record<string, Command>>} */
const commands = {
  j: 'next',
  k: 'previous',
  c: 'claim',
  r: 'rule',
  t: 'take-over',
  g: 'assign',
  o: 'reopen',
  a: 'answer',
  x: 'select',
  l: 'tags',
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
