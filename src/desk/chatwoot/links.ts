import { z } from 'zod';
import { createQueue } from '../../dialogs/turns/queue.ts';
import { asJson } from '../../json.ts';
import type { Store } from '../../store/store.ts';
import type { CaseView } from '../case/case-view.ts';
import type { ChatwootSettings } from './calls.ts';
import { type ChatwootApi, type Status, statusSchema } from './client.ts';

/** The kind of effects that tell Chatwoot of cases, and the desk under which their places are kept. */
export const CHATWOOT = 'chatwoot';

const linkSchema = z.object({
  /** The conversation's number in the account. */
  id: z.number(),
  /** Statuses that we set, oldest first, whose webhooks are to come and no agent's doing. */
  expects: z.array(z.object({ status: statusSchema, until: z.string() })).default([]),
  /** The keys of such webhooks that have come, for they can come again. */
  ours: z.array(z.string()).default([]),
});
type ChatwootLink = z.infer<typeof linkSchema>;

/** Chatwoot's webhooks wait in a queue of its own. */
const EXPECTED_MS = 10 * 60_000;
const maxRemembered = 20;

/** The links of cases to Chatwoot: each has a contact and a conversation of its own. */
export interface Links {
  /** The conversation of a case, which is made unless there is one; `isNew` if it was not known here before. */
  of(view: CaseView): Promise<{ id: number; isNew: boolean }>;
  /** The conversation of a case whose earlier one is gone; `undefined` where it is still there. */
  anew(view: CaseView): Promise<number | undefined>;
  /** The case of a conversation. */
  caseAt(id: number): Promise<string | undefined>;
  /** Sets a status, unless it is set already, so that its webhook is known to be ours. */
  setStatus(reference: string, id: number, status: Status): Promise<void>;
  /** True if a webhook, the same by its key whenever it comes, tells of a status that we have set. */
  isOurs(reference: string, webhook: { status: Status; key: string }): Promise<boolean>;
}

export function createLinks(deps: {
  settings: Pick<ChatwootSettings, 'account' | 'inbox'>;
  api: ChatwootApi;
  store: Pick<Store, 'caseLink' | 'caseLinkByKey' | 'keepCaseLink'>;
  now(): Date;
}): Links {
  const { settings, api, store, now } = deps;
  const inOrder = createQueue();
  const keyOf = (id: number): string => `${settings.account} ${settings.inbox} ${id}`;

  async function kept(reference: string): Promise<ChatwootLink | undefined> {
    const link = await store.caseLink(reference, CHATWOOT);
    // A deployment may have moved to another account or inbox, where its cases are to be opened anew.
    const data = link && linkSchema.parse(link.data);
    return data && link.key === keyOf(data.id) ? data : undefined;
  }

  async function keep(reference: string, link: ChatwootLink): Promise<void> {
    await store.keepCaseLink({ reference, desk: CHATWOOT, key: keyOf(link.id), data: asJson(link) });
  }

  async function expect(reference: string, status: Status): Promise<void> {
    const link = await kept(reference);
    if (!link) return;
    const until = new Date(now().getTime() + EXPECTED_MS).toISOString();
    // A call that failed before its answer is made again.
    const earlier = link.expects.at(-1)?.status === status ? link.expects.slice(0, -1) : link.expects;
    await keep(reference, { ...link, expects: [...earlier, { status, until }] });
  }

  /** Looks first, for an earlier attempt can have made them without our having heard so. */
  async function make(view: CaseView): Promise<number> {
    const identifier = `returns-${view.reference}`;
    const contact =
      (await api.findContact(identifier)) ??
      (await api.createContact({ name: `Customer ${view.reference}`, identifier }));
    const [found] = await api.conversationsOf(contact);
    return (
      found?.id ??
      api.createConversation(contact, {
        returns_reference: view.reference,
        returns_shop: view.shop.name,
        returns_urgent: view.urgent,
      })
    );
  }

  return {
    async of(view) {
      const link = await kept(view.reference);
      if (link) return { id: link.id, isNew: false };
      const id = await make(view);
      await keep(view.reference, { id, expects: [], ours: [] });
      return { id, isNew: true };
    },

    async anew(view) {
      const [link, id] = [await kept(view.reference), await make(view)];
      if (link?.id === id) return undefined;
      await keep(view.reference, { id, expects: [], ours: [] });
      return id;
    },

    caseAt: async (id) => (await store.caseLinkByKey(CHATWOOT, keyOf(id)))?.reference,

    async setStatus(reference, id, status) {
      const before = await api.conversation(id);
      if (before.status === status) return;
      // Before the call, for its webhook can be faster than its answer.
      await inOrder(reference, () => expect(reference, status));
      await api.setStatus(id, status);
      // What an agent opens Chatwoot assigns to them, and the token is an agent's.
      if (status === 'open' && before.meta?.assignee) await api.assign(id, before.meta.assignee.id);
    },

    isOurs: (reference, { status, key }) =>
      inOrder(reference, async () => {
        const link = await kept(reference);
        if (!link) return false;
        if (link.ours.includes(key)) return true;
        const expected = link.expects.findIndex((one) => one.status === status && now().toISOString() < one.until);
        const isOurs = expected >= 0;
        // They come in order: what should have come before is lost, and any other is somebody's.
        const expects = isOurs ? link.expects.slice(expected + 1) : [];
        const ours = isOurs ? [...link.ours, key].slice(-maxRemembered) : link.ours;
        await keep(reference, { ...link, expects, ours });
        return isOurs;
      }),
  };
}
