import { keepReturnsSince } from '../../privacy/kept-returns.ts';
import type { Erased } from '../../store/erasing.ts';
import type { Store } from '../../store/store.ts';
import { visibleLine } from '../chat/text.ts';
import { conversationsOf } from './subjects.ts';

/** Erases everything of a customer, or only counts it; returns the text to print. Throws UsageError. */
export async function eraseSubject(
  store: Store,
  subject: string,
  { isDryRun, returnsDays, now }: { isDryRun: boolean; returnsDays: number; now: Date },
): Promise<string> {
  const keptSince = keepReturnsSince(now, returnsDays);
  const lines: string[] = [];
  for (const conversationId of await conversationsOf(store, subject)) {
    const erased = await store.erase({ conversationId, keepReturnsSince: keptSince, isDryRun });
    if (erased) lines.push(...linesOf(conversationId, erased));
  }
  if (!isDryRun) await store.scrub();
  return [...lines, isDryRun ? 'Nothing was deleted; add --yes to do it.' : 'Deleted.'].join('\n');
}

function linesOf(conversationId: string, { places, kept, ...counts }: Erased): string[] {
  const { messages, files, cases, decisions, returns, effects } = counts;
  const counted = [
    `${messages} messages`,
    `${files} files`,
    `${cases} cases`,
    `${decisions} decisions`,
    `${returns} returns`,
    `${effects} deliveries`,
  ];
  return [
    `${visibleLine(conversationId)}: ${counted.join(', ')}`,
    ...(kept.length > 0 ? [`  stays, by its number, item and decision: ${kept.join(', ')}`] : []),
    ...places.map(({ desk, key }) => `  also shown in ${visibleLine(desk)}, to be deleted there: ${visibleLine(key)}`),
  ];
}
