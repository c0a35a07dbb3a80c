import { z } from 'zod';
import type { Conversations } from '../../../dialogs/turns/conversations.ts';
import { titles } from '../../../dialogs/wording/copy.ts';
import { InvariantError } from '../../../errors.ts';
import type { Facts } from '../../../policy/engine/facts.ts';
import type { Json, Store } from '../../../store/store.ts';
import { CALLERS } from '../../case/callers.ts';

/** A case for somebody who is not in a chat: what a person at the shop took down for them. */
export interface CallerCase {
  /** The same for every repeat. */
  id: string;
  policyId: string;
  facts: Facts;
  orderNumber?: string;
  email?: string;
  /** What the customer says, in the words of whoever took it down. */
  story?: string;
}

const said = z.object({
  channelData: z.object({
    returns: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('question'), id: z.string() }),
      z.object({ kind: z.literal('decision') }),
      z.object({ kind: z.literal('handoff'), reference: z.string() }),
    ]),
  }),
});
type Standing = z.infer<typeof said>['channelData']['returns'];

/** More than any interview has. */
const mostAnswers = 60;
const page = 500;

/**
 * Files a case by going through the interview in the customer's place with the facts that are known, as far as they
 * reach, and asking for a person then; so it is a case like every other. The same id files once. Resolves to the
 * reference.
 */
export async function fileForCustomer(
  { conversations, store }: { conversations: Conversations; store: Pick<Store, 'activities'> },
  caller: CallerCase,
): Promise<string> {
  const conversationId = `slack-${caller.id}`;
  const userId = `caller-${caller.id}`;
  await conversations.open({ id: conversationId, channel: CALLERS, policyId: caller.policyId, userId });
  let { story } = caller;

  async function standing(): Promise<Standing | undefined> {
    const all = await store.activities(conversationId, 0, page);
    return all.flatMap(({ activity }) => said.safeParse(activity).data?.channelData.returns ?? []).findLast(() => true);
  }

  /** Their own words stand with the first answer; what is read is the answer. */
  async function say(key: string, text: string, value?: Json): Promise<void> {
    const words = value === undefined ? text : (story ?? text);
    if (value !== undefined) story = undefined;
    const activity = { type: 'message', text: words, from: { id: userId, role: 'user' }, ...(value && { value }) };
    await conversations.receive({ conversationId, key, activity });
  }

  const answered = new Set<string>();
  for (let count = 0; count < mostAnswers; count += 1) {
    const now = await standing();
    if (now?.kind === 'handoff') {
      if (story) await say('story', story, { returns: { questionId: 'story', answer: '' } });
      return now.reference;
    }
    const question = now?.kind === 'question' ? now.id : undefined;
    const answer = question === undefined || answered.has(question) ? undefined : answerTo(question, caller);
    if (question === undefined || answer === undefined) {
      await say(`human ${count}`, titles.human);
      continue;
    }
    // What is asked again was not taken.
    answered.add(question);
    await say(`answer ${question}`, textOf(answer), { returns: { questionId: question, answer } });
  }
  throw new InvariantError('interview-without-end', 'an interview did not come to an end');
}

function answerTo(id: string, { facts, orderNumber, email }: CallerCase): Json | undefined {
  if (id === 'orderNumber') return (email && orderNumber) ?? titles.unknown;
  if (id === 'email') return email ?? titles.unknown;
  if (id === 'serialNumber' || id === 'item') return titles.unknown;
  if (id === 'confirm') return titles.yes;
  const fact = facts[id];
  return fact === 'unknown' ? titles.unknown : (fact as Json | undefined);
}

function textOf(answer: Json): string {
  return Array.isArray(answer) ? answer.join(', ') || titles.none : String(answer);
}
