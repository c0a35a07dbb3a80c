import { words } from './words/words.ts';

const maxNameCharacters = 60;

/** A person's name as another product has it, in one line that customers can be shown. */
export function agentName(...candidates: (string | null | undefined)[]): string {
  for (const candidate of candidates) {
    const name = (candidate ?? '')
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, maxNameCharacters);
    if (name !== '') return name;
  }
  return words.case.colleague;
}
