import { expect, test } from 'vitest';
import { textsOfCase } from '../../../../src/dialogs/turns/writes/case-texts.ts';
import type { Conversation } from '../../../../src/machines/record/record.ts';
import { searchTerms, searchWords } from '../../../../src/store/search-words.ts';

/** True if a search finds a case of which nothing but this reference is known. */
function isFound(search: string, reference: string): boolean {
  const words = searchWords(textsOfCase(reference, {} as Conversation, {}));
  return searchTerms(search).every((ways) =>
    ways.some((way) => way.every((part) => words.some((word) => word.startsWith(part)))),
  );
}

test.each(['K7M2-9QXD', 'KXMB-QWRT', '2345-6789', 'KXMB-2345'])('%s is found however it is typed', (reference) => {
  const together = reference.replace('-', '');
  for (const search of [
    reference,
    reference.toLowerCase(),
    together,
    together.toLowerCase(),
    reference.replace('-', ' '),
  ])
    expect([search, isFound(search, reference)]).toEqual([search, true]);
});
