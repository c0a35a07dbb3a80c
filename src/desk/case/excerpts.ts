/** Who speaks, as people at the shop read it. */
export const speakers = { customer: 'Customer', bot: 'Assistant', agent: 'Agent' } as const;

/** A text cut to so many characters; `…` says that there was more. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  // Half a pair of surrogates is no character.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** A text with the names of the files that came with it. */
export function withFiles(text: string, files: string[]): string {
  return [text, ...files.map((name) => `[file: ${name}]`)].filter(Boolean).join('\n');
}

/** A message of a person begins with their name, which stands above it where it is quoted. */
export function withoutName(text: string): string {
  return text.replace(/^\*\*[^*\n]{1,200}:\*\* /, '');
}
