import { z } from 'zod';
import type { DeskRows } from '../../store/desk-rows.ts';
import type { Store } from '../../store/store.ts';

const valuesSchema = z.record(z.string(), z.string());

/** The place of a draft: a case, and one of the forms in which agents write there. */
export const draftPlaceSchema = z.strictObject({
  reference: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  form: z.string().regex(/^[a-z-]{1,20}$/),
});
type DraftPlace = z.infer<typeof draftPlaceSchema>;

/** Something that an agent has begun to write: what stands in each field of a form. */
export interface Draft extends DraftPlace {
  values: Record<string, string>;
}

/** What agents have begun to write and not yet sent. */
export interface Drafts {
  /** Keeps a draft in the place of the one before; an empty one is dropped. False if there is no such case. */
  keep(agentId: string, draft: Draft): Promise<boolean>;
  of(agentId: string): Promise<Draft[]>;
}

export function createDrafts(store: DeskRows & Pick<Store, 'case'>, now: () => Date): Drafts {
  return {
    async keep(agentId, { reference, form, values }) {
      const key = `${reference} ${form}`;
      const isEmpty = Object.values(values).every((value) => value === '');
      if (isEmpty) {
        await store.dropDeskRow(kind, agentId, key);
        return true;
      }
      const found = await store.case(reference);
      if (!found) return false;
      const row = { kind, owner: agentId, key, conversationId: found.conversationId, data: values };
      return await store.keepDeskRow({ ...row, at: now().toISOString() });
    },
    async of(agentId) {
      const rows = await store.deskRows({ kind, owner: agentId });
      return rows.flatMap(({ key, data }) => {
        const [reference, form] = key.split(' ');
        const place = draftPlaceSchema.safeParse({ reference, form });
        const values = valuesSchema.safeParse(data);
        return place.success && values.success ? [{ ...place.data, values: values.data }] : [];
      });
    },
  };
}

const kind = 'draft';
