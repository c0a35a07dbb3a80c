import type { Policy } from '../../policy/format/load.ts';

/** A clause in the words of the policy. */
export interface ClauseView {
  id: string;
  title: string;
  text: string;
}

/** A clause by its id; one that the policy does not know is shown as it is. */
export function clauseOf({ file }: Policy, id: string): ClauseView {
  const { title = id, text = '' } = file.clauses[id] ?? {};
  return { id, title, text };
}
