import { findingsIn, lampShop } from './small.ts';

/** Without the clauses' examples, which the mistakes would contradict as well. */
const clauses = `clauses:
  window: { section: One, title: Fourteen days, text: Back within 14 days. }
  unlit: { section: Two, title: Unlit, text: Not once lit. }`;

/** What `check` finds in the lamp shop beside examples that are missing, with one thing in each of its parts changed. */
export function found(sections: Record<string, string>, [from, to]: [string, string] = ['', '']) {
  const text = lampShop({ clauses, ...sections });
  if (from !== '' && text.split(from).length !== 2) throw new Error(`the file must have just one ${from}`);
  const changed = text.replace(from, () => to);
  const lines = changed.split('\n');
  const findings = findingsIn(changed).filter(({ code }) => !['missing-example', 'dead-fact'].includes(code));
  return findings.map((finding) => ({ ...finding, changed, text: lines[finding.line - 1]?.trim() }));
}
