import { z } from 'zod';
import { asJson } from '../../json.ts';
import type { DeskRows } from '../../store/desk-rows.ts';
import { caseFiltersSchema } from './case-page.ts';

const viewFilters = z.strictObject(caseFiltersSchema.omit({ after: true, limit: true }).shape);

/** A look at the queue that an agent has saved; its filters are those of the address. */
export const savedViewSchema = z.object({
  name: z.string().trim().min(1).max(40),
  filters: z.record(z.string().max(20), z.string().max(400)).superRefine((filters, context) => {
    for (const { path, message } of viewFilters.safeParse(filters).error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  }),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** What agents save of how they look at the queue. */
export interface SavedViews {
  of(agentId: string): Promise<SavedView[]>;
  /** Keeps a view in the place of the one of its name; false where there are as many already as anybody looks through. */
  keep(agentId: string, view: SavedView): Promise<boolean>;
  drop(agentId: string, name: string): Promise<void>;
}

const kind = 'view';
/** More than these nobody finds again. */
const mostViews = 50;

export function createSavedViews(
  store: Pick<DeskRows, 'keepDeskRow' | 'deskRows' | 'dropDeskRow'>,
  now: () => Date,
): SavedViews {
  async function viewsOf(owner: string): Promise<SavedView[]> {
    const rows = await store.deskRows({ kind, owner });
    // What was saved by another version may not be a view of this one.
    return rows.flatMap(({ data }) => savedViewSchema.safeParse(data).data ?? []);
  }

  return {
    of: viewsOf,
    async keep(owner, view) {
      const others = (await viewsOf(owner)).filter(({ name }) => name !== view.name);
      if (others.length >= mostViews) return false;
      return store.keepDeskRow({ kind, owner, key: view.name, data: asJson(view), at: now().toISOString() });
    },
    drop: (owner, name) => store.dropDeskRow(kind, owner, name),
  };
}
