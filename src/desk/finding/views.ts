import { z } from 'zod';
import { asJson } from '../../json.ts';
import type { DeskRows } from '../../store/desk-rows.ts';

/** A look at the queue that an agent has saved; its filters are those of the address. */
export const savedViewSchema = z.object({
  name: z.string().trim().min(1).max(40),
  filters: z.record(z.string().max(20), z.string().max(200)),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** What agents save of how they look at the queue. */
export interface SavedViews {
  of(agentId: string): Promise<SavedView[]>;
  /** Keeps a view in the place of the one of its name. */
  keep(agentId: string, view: SavedView): Promise<void>;
  drop(agentId: string, name: string): Promise<void>;
}

const kind = 'view';

export function createSavedViews(
  store: Pick<DeskRows, 'keepDeskRow' | 'deskRows' | 'dropDeskRow'>,
  now: () => Date,
): SavedViews {
  return {
    async of(owner) {
      return (await store.deskRows({ kind, owner })).map(({ data }) => savedViewSchema.parse(data));
    },
    async keep(owner, view) {
      await store.keepDeskRow({ kind, owner, key: view.name, data: asJson(view), at: now().toISOString() });
    },
    drop: (owner, name) => store.dropDeskRow(kind, owner, name),
  };
}
