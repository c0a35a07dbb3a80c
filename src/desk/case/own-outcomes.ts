import { z } from 'zod';
import { kindOf, outcomeKindSchema } from '../../policy/format/outcome-schema.ts';
import type { PolicyFile, Resolution } from '../../policy/format/schema.ts';

/** The outcomes of the shop's own by their ids, as people at the desk read them. */
export const ownOutcomesSchema = z.record(z.string(), z.strictObject({ title: z.string(), kind: outcomeKindSchema }));
export type OwnOutcomes = z.infer<typeof ownOutcomesSchema>;

/** The outcomes of a shop's own; `undefined` where it has none. */
export function ownOutcomesIn({ outcomes }: PolicyFile): OwnOutcomes | undefined {
  const own = Object.entries(outcomes).map(([id, { headline, kind }]) => [id, { title: headline, kind }] as const);
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** What people can grant at a shop: the outcomes of its rows that give something. */
export function grantableAt(file: PolicyFile): Resolution[] {
  const own = Object.keys(file.outcomes);
  const decided = new Set(file.decisions.map(({ resolution }) => resolution));
  return ['return', 'cancellation', 'warranty-repair', ...own].filter(
    (id) => kindOf(file, id) === 'grants' && (own.includes(id) || decided.has(id)),
  );
}
