/** Whether a word is another but for one letter too many, too few, wrong, or swapped with its neighbour; never the first. */
export function isMistyped(written: string, meant: string): boolean {
  const [long, short] = written.length < meant.length ? [meant, written] : [written, meant];
  if (written[0] !== meant[0] || long.length - short.length > 1) return false;
  let start = 1;
  while (start < short.length && written[start] === meant[start]) start += 1;
  let end = 0;
  while (end < short.length - start && written.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [left, right] = [written.slice(start, written.length - end), meant.slice(start, meant.length - end)];
  // Of short words too many are another but for one letter: store and stove.
  if (left.length === 1 && right.length === 1) return long.length >= 6;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
