import { type AgentEvent, agentStep } from '../../../../src/machines/agent.ts';
import { type CustomerEvent, nothingStated } from '../../../../src/machines/events.ts';
import type { Interview } from '../../../../src/machines/interview.ts';
import type { Answer, Conversation } from '../../../../src/machines/record/record.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const inferred = (facts: Record<string, Answer['value']>): CustomerEvent => ({
  type: 'statement',
  ...nothingStated,
  inferred: Object.entries(facts).map(([fact, value]) => ({ fact, value, source: 'inferred' })),
});
const unclear: CustomerEvent = { type: 'unclear', problem: { kind: 'not-understood' } };
const withOrders = { orders: true, warranties: 'never' } as const;

const tools = () => begin('tool-shop');
const fortnight = () => begin('fortnight-shop');
const broken = () => tools().says('not-working').says('device');
const bought = () => broken().says([]).says(false);
const damaged = () => tools().says('damaged-in-transit').says('device');
const unwanted = () => fortnight().says('changed-mind').says('received');

const sent = (id: string, name: string) => ({ id, name, facts: { goods: 'device', delivery: 'received' } });

/** Where a customer may be in a chat with a small shop, on 21 November 2026. */
const talks = {
  'the reason is asked': tools,
  'the kind of product is asked': () => tools().says('changed-mind'),
  'the reason was inferred, and the kind of product is asked': () => tools().does(inferred({ reason: 'not-working' })),
  'the checklist is asked': broken,
  'the place of the parcel is asked': () => tools().says('changed-mind').says('device'),
  'the place of a damaged parcel is asked': damaged,
  'damage of the device is asked': () => damaged().says('at-handover'),
  'the discount is asked': () => broken().says([]),
  'the length of the warranty is asked': bought,
  'the day of purchase is asked': () => bought().says(24),
  'the day of receipt is asked': unwanted,
  'the order number is asked': () => begin('tool-shop', '2026-11-21', withOrders).says('not-working'),
  'a device is shown back': () => tools().does(inferred({ reason: 'not-working', goods: 'device' })),
  '10 November is shown back': () => fortnight().does(inferred({ reason: 'changed-mind', receivedOn: '2026-11-10' })),
  'a person is offered': () => broken().says([]).does(unclear).does(unclear).does(unclear),
  'it is asked which answer to change': () => bought().does({ type: 'change' }),
  'the return is refused': () => unwanted().says('2026-09-01'),
  'the scanner of an order is refused': () =>
    begin('tool-shop', '2026-11-21', withOrders)
      .says('changed-mind')
      .does({ type: 'detail', details: { orderNumber: 'KX-2040' } })
      .does({ type: 'detail', details: { email: 'lena@example.com' } })
      .does({ type: 'orderFound', order: { number: 'KX-2040', items: [sent('1', 'Scanner'), sent('2', 'Tester')] } })
      .does({ type: 'detail', details: { item: '1' } }),
  'a case waits': () => tools().does({ type: 'human' }),
} satisfies Record<string, () => Talk>;

export type Situation = keyof typeof talks | 'a person has taken over' | 'a person has ruled';

/** The interview and the conversation of a situation. */
export function situation(name: Situation): { interview: Interview; conversation: Conversation } {
  if (name === 'a person has taken over') return claimed();
  if (name === 'a person has ruled') return ruled();
  const talk = talks[name]();
  return { interview: talk.interview, conversation: talk.conversation() };
}

const by = { id: 'ann', name: 'Ann' };

function claimed() {
  return afterAgent('a case waits', { type: 'claim', by });
}

function ruled() {
  const ruling = { ruling: 'uphold', resolution: 'not-eligible', isException: false, reason: 'Too late.' } as const;
  return afterAgent('a person has taken over', { type: 'rule', by, ruling });
}

function afterAgent(before: Situation, event: AgentEvent) {
  const { interview, conversation } = situation(before);
  const after = agentStep({ interview, conversation, reference: 'R9' }, event, '2026-11-21T10:00:00.000Z');
  if ('kind' in after) throw new Error(after.kind);
  return { interview, conversation: after.conversation };
}
