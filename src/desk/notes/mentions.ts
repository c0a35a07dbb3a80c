import type { Agent, FiledCase } from '../../machines/case.ts';

/** The people whom a note calls by `@` and their name, their first name, or their id. */
export function mentionsIn(text: string, colleagues: readonly Agent[]): Agent[] {
  return colleagues.filter(({ id, name }) => {
    const [first = ''] = name.split(' ');
    // Of several with one first name it calls nobody by that alone.
    const isOnly = colleagues.filter((other) => other.name.split(' ')[0] === first).length === 1;
    return [id, name, ...(isOnly ? [first] : [])].some((called) => calls(text, called));
  });
}

/** "@Ann" does not call Anna, and "joe@ann.example" calls nobody. */
function calls(text: string, name: string): boolean {
  if (name === '') return false;
  const quoted = name.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  return new RegExp(`(?<![\\p{L}\\p{N}])@${quoted}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** The ids of those whom a note of a case calls, and who have done nothing with it since. */
export function stillCalled(history: FiledCase['history']): string[] {
  const called = new Set<string>();
  for (const { by, mentions = [] } of history) {
    if (by) called.delete(by.id);
    for (const { id } of mentions) if (id !== by?.id) called.add(id);
  }
  return [...called];
}
