import { z } from 'zod';
import type { Policy } from '../../policy/format/load.ts';

/** A clause in the words of the policy. */
export const clauseViewSchema = z.strictObject({ id: z.string(), title: z.string(), text: z.string() });
export type ClauseView = z.infer<typeof clauseViewSchema>;

/** A clause by its id; one that the policy does not know is shown as it is. */
export function clauseOf({ file }: Policy, id: string): ClauseView {
  const { title = id, text = '' } = file.clauses[id] ?? {};
  return { id, title, text };
}
