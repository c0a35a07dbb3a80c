import type { Policy } from '../policy/format/load.ts';
import { hasForm } from '../policy/format/outcome-schema.ts';
import type { FiledCase, Ruling } from './case.ts';

/** True if a ruling gives something that has a form. */
export function isGranted({ file }: Pick<Policy, 'file'>, ruling: Ruling): boolean {
  return ruling.ruling === 'approve' && hasForm(file, ruling.resolution);
}

/** True if a ruling of it was corrected or withdrawn, so that a form of an earlier one does not count. */
export function isRulingMended({ history }: Pick<FiledCase, 'history'>): boolean {
  return history.some(({ what }) => what === 'corrected' || what === 'ruling-withdrawn');
}
