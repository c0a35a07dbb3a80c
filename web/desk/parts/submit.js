/**
 * Sends the form of a field on Ctrl+Enter or Cmd+Enter.
 * @param {KeyboardEvent} event
 */
export function submitOnCtrlEnter({ key, ctrlKey, metaKey, target }) {
  if (key !== 'Enter' || !(ctrlKey || metaKey) || !(target instanceof Element)) return;
  target.closest('form')?.requestSubmit();
}
