import { type Details, detailsSchema } from '../../../machines/record/record.ts';
import type { Words } from '../catalog/words.ts';
import { plainMarkdown } from '../plain-markdown.ts';

const ids = detailsSchema.keyof().options;

/** Details by name, e.g. "your order number EQ-1001 and your e-mail address anna@example.com"; empty if none is known. */
export function namesOf(words: Words, details: Details): string {
  const named = ids.flatMap((id) => {
    const value = details[id];
    return typeof value === 'string' && id !== 'pieces'
      ? [words.say(`detail.${id}.named`, { value: plainMarkdown(value) })]
      : [];
  });
  return words.all(named);
}
