/**
 * The index of the row that many places away: from the focused one, else from the open one, else to the nearest end.
 * @param {number} count
 * @param {{ focused: number, open: number }} at -1 where there is none
 * @param {1 | -1} by
 */
export function nextFocus(count, { focused, open }, by) {
  const from = focused >= 0 ? focused : open;
  if (from < 0) return by > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, from + by));
}
