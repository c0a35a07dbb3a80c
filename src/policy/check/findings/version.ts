import { textChanges } from '../../diff/texts.ts';
import type { Policy } from '../../engine/diagram/compile.ts';
import type { Finding } from '../finding.ts';

/** The most changed rules that a message names. */
const maxNamed = 5;

/**
 * Rules that differ from those which the same version of the policy had before, in the first of `before` where they do.
 */
export function versionFindings({ file }: Policy, before: readonly Policy[]): Finding[] {
  const rules = before
    .filter((old) => old.file.id === file.id && old.file.version === file.version)
    .map((old) => textChanges(old.file, file).rules)
    .find((changed) => changed.length > 0);
  if (!rules) return [];
  const more = rules.length > maxNamed ? ` and ${rules.length - maxNamed} more` : '';
  const message =
    `version ${file.version} had other rules before: ${rules.slice(0, maxNamed).join(', ')}${more} differ; ` +
    'give it a new version, so that each decision says which rules it was made by';
  return [{ severity: 'error', code: 'same-version', path: ['version'], message }];
}
