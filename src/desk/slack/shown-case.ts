import type { Store } from '../../store/store.ts';
import type { CaseView } from '../case/case-view.ts';
import type { Desk } from '../desk.ts';

/** The channel of conversations that were taken down for somebody on the phone: nobody reads them there. */
export const CALLERS = 'slack';

/** A case as Slack shows it; `isCaller`: the customer is not in a chat, so whoever rules has to tell them. */
export type ShownCase = CaseView & { isCaller: boolean };

/** The case of a reference, if there is one. */
export async function shownCase(
  { desk, store }: { desk: Pick<Desk, 'view'>; store: Pick<Store, 'case' | 'conversation'> },
  reference: string,
): Promise<ShownCase | undefined> {
  const [view, stored] = await Promise.all([desk.view(reference), store.case(reference)]);
  const conversation = stored && (await store.conversation(stored.conversationId));
  return view && { ...view, isCaller: conversation?.channel === CALLERS };
}
