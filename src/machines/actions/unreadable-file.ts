import type { Act } from '../acts.ts';
import type { CustomerEvent } from '../events.ts';

/** Asks once more for a picture that nobody can open, whether it came with words or alone. */
export function unreadableFile(event: CustomerEvent): Act[] {
  const isAlone = 'about' in event && event.about?.kind === 'file-unreadable';
  const isUnreadable = isAlone || event.file === 'unreadable';
  return isUnreadable ? [{ type: 'digression', about: { kind: 'file-unreadable' } }] : [];
}
