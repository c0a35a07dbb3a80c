import { type FiledCase, filedCaseSchema } from '../../machines/case.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Store } from '../../store/store.ts';
import { fillIn, words } from '../words/words.ts';
import type { CaseView } from './case-view.ts';
import { transcriptOf } from './transcript.ts';

/** The cases of these references that are merged into this one as they stand, with their talks. */
export async function mergedInto(
  store: Store,
  into: string,
  { references, policy }: { references: string[]; policy: Policy },
): Promise<NonNullable<CaseView['merged']>> {
  const found = references.map(async (reference) => {
    const stored = await store.case(reference);
    const isMerged = filedCaseSchema.safeParse(stored?.file).data?.mergedInto === into;
    const conversation = stored && isMerged ? await store.conversation(stored.conversationId) : undefined;
    return conversation ? [{ reference, transcript: await transcriptOf(store, conversation, policy) }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** A case's history; of a declaration in the chat of a case that was merged into it, it says where the words are. */
export function historyOf({ history }: FiledCase): FiledCase['history'] {
  const others = new Set(history.flatMap(({ what, note }) => (what === 'merged' && note !== undefined ? [note] : [])));
  return history.map((entry) => {
    const { what, note } = entry;
    if (what !== 'declared' || note === undefined || !others.has(note)) return entry;
    return { ...entry, note: fillIn(words.case.declaredThere, { reference: note }) };
  });
}
