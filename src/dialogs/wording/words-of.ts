import type { Interview } from '../../machines/interview.ts';
import type { Policy } from '../../policy/format/load.ts';
import { type Words, wordsIn } from './catalog/words.ts';

/** The words in which a customer is spoken to. */
export function wordsOf({ language }: Pick<Interview, 'language'>): Words {
  return wordsIn(language);
}

/** The words of a policy's own language, for people at the shop. */
export function wordsOfPolicy({ file }: Policy): Words {
  return wordsIn(file.language);
}
