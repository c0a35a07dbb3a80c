import type { Act } from '../../src/machines/acts.ts';
import type { CustomerEvent } from '../../src/machines/events.ts';
import type { Interview } from '../../src/machines/interview.ts';
import { type Answer, newConversation } from '../../src/machines/record/record.ts';
import { phaseOf, step } from '../../src/machines/returns.ts';
import { fixturePolicy } from '../fixtures/policies.ts';

const policies = {
  'tool-shop': fixturePolicy('tool-shop'),
  'fortnight-shop': fixturePolicy('fortnight-shop'),
};

/** A conversation to be driven event by event, with the references R1, R2, … */
export function begin(
  shop: keyof typeof policies,
  today = '2026-11-21',
  lookUps: Interview['lookUps'] = { orders: false, warranties: 'never' },
) {
  const interview: Interview = { policy: policies[shop], language: 'en', today, lookUps };
  let conversation = newConversation();
  let acts: Act[] = [];
  let issued = 0;
  const talk = {
    interview,
    conversation: () => conversation,
    phase: () => phaseOf(conversation),
    /** What the last step said and did. */
    acts: () => acts,
    kinds: () => acts.map(({ type }) => type),
    asked: () => conversation.open?.id,
    atMost: () => acts.flatMap((act) => (act.type === 'ask' ? [act.atMost] : [])).at(-1),
    decision: () => acts.find((act) => act.type === 'decide'),
    does(event: CustomerEvent) {
      issued += 1;
      ({ conversation, acts } = step({ interview, conversation, reference: `R${issued}` }, event));
      return talk;
    },
    /** Answers the question that is open. */
    says(value: Answer['value']) {
      return talk.does({ type: 'answer', answer: { fact: conversation.open?.id ?? '', value, source: 'stated' } });
    },
  };
  return talk.does({ type: 'begin' });
}
