import type { Act } from '../../machines/acts.ts';
import type { Digression } from '../../machines/events.ts';
import type { Policy } from '../../policy/format/load.ts';
import { titles } from './copy.ts';

/** What is said to something that is no answer; the open question follows. */
const replies = {
  greeting: 'Hello!',
  identity: `I am the shop's assistant, a program. If you would rather have a person, say "${titles.human}".`,
  thanks: 'You are welcome.',
  goodbye: 'Goodbye! Everything you told me is kept here, if you want to come back to it.',
  abuse: `I am sorry that this is so annoying. I would like to get it settled with you; if you would rather have a person, say "${titles.human}".`,
  'out-of-scope': `That is beyond me: I can tell you whether an item can come back, be cancelled or be repaired, and open the right form. For anything else say "${titles.human}".`,
  'refund-status': `I cannot see payments or refunds that are under way. A person at the shop can: say "${titles.human}". If you want to send something back or cancel it, I can help right here.`,
  'case-status': `There is no case in this chat yet. If you have a reference from before, a person can look it up: say "${titles.human}".`,
  'no-reason': 'I can help with that. A few things decide it, so let me ask.',
  'file-kept': 'I have kept what you sent for the people at the shop. I cannot look at files myself.',
  'file-not-kept':
    'A file that you sent could not be kept, so nobody can look at it. Please tell me in words what it shows.',
  'unanswered-question': `I find no answer to that in the policy of the shop, so I would rather not guess. A person can answer it: say "${titles.human}".`,
} as const satisfies Record<Exclude<Digression['kind'], 'policy-question'>, string>;

const offering = new Set<Digression['kind']>([
  'identity',
  'abuse',
  'out-of-scope',
  'refund-status',
  'case-status',
  'unanswered-question',
]);

/** The answer to a digression; one about the policy is given in the clauses' words, each named. */
export function digressionReply(about: Digression, { file }: Policy): string {
  if (about.kind !== 'policy-question') return replies[about.kind];
  const clauses = about.clauses.flatMap((id) => {
    const clause = file.clauses[id];
    return clause ? [`${clause.text} (Clause: *${clause.title}*.)`] : [];
  });
  const explanations = about.facts.flatMap((id) => {
    const fact = file.facts[id];
    return fact && 'help' in fact && fact.help !== undefined ? [fact.help] : [];
  });
  return [...clauses, ...explanations].join('\n\n');
}

/** Whether a person is offered beside the next question. */
export function offersHuman(act: Act): boolean {
  return act.type === 'digression' && offering.has(act.about.kind);
}
