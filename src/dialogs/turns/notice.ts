import { z } from 'zod';
import type { Json } from '../../store/store.ts';
import type { CaseChange } from './writes/case-changes.ts';

const noticeSchema = z.array(z.object({ reference: z.string(), what: z.string() }));

/** A change of a case, as it is told to desks on every process. */
export type NoticedChange = z.infer<typeof noticeSchema>[number];

/** The notice of a turn that changes cases. */
export function noticeOf(changes: readonly CaseChange[]): Json {
  return changes.map(({ reference, what }) => ({ reference, what }));
}

/** The changes in a notice; none where it is of something else, such as one of a newer program. */
export function changesIn(notice: Json | undefined): NoticedChange[] {
  return noticeSchema.safeParse(notice).data ?? [];
}
