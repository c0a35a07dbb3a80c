import { caseStep } from '../case.ts';
import type { CustomerEvent, Digression } from '../events.ts';
import { addAct, type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { keepDetailsQuietly } from './statement.ts';

/** What needs no person: courtesies, and what the bot itself can say. */
const forBot: ReadonlySet<Digression['kind']> = new Set([
  'greeting',
  'identity',
  'thanks',
  'goodbye',
  'acknowledged',
  'abuse',
  'case-status',
  'erase-data',
  'policy-question',
  'why',
  'what-now',
  'what-if',
  'why-asked',
  'keeps-it',
  'form-again',
  'reference',
  'newsletter',
  'earlier-case',
  'mail-talk',
  'talk-code',
]);

/** True if a customer whose case a person has closed says something that is for that person. */
export function comesBack({ context, event }: StepArguments): boolean {
  const { case: filed } = context.conversation;
  if (filed?.state !== 'closed' || !filed.agent) return false;
  if (event.type === 'digress') return !forBot.has(event.about.kind);
  return event.type === 'statement' || event.type === 'unclear';
}

/** Opens the case again for the person who had it. */
export function comeBack({ context, event }: StepArguments): Partial<Context> {
  const { case: filed } = context.conversation;
  const stepped = filed && caseStep(filed, { type: 'comeBack' }, context.at ?? '');
  if (!stepped || !('filed' in stepped) || !stepped.filed.agent) return {};
  const { reference, agent } = stepped.filed;
  const kept: Context = { ...context, ...keepDetailsQuietly({ context, event }) };
  return {
    ...updateConversation(kept, { case: stepped.filed, open: undefined }),
    ...addAct(kept, { type: 'cameBack', reference, agent }),
  };
}

const courtesies: ReadonlySet<Digression['kind']> = new Set(['thanks', 'goodbye', 'acknowledged']);
const ofTime: ReadonlySet<CustomerEvent['type']> = new Set(['unanswered', 'unclaimed', 'remind', 'close', 'resume']);

/** True of what no customer says. */
export function isOfTime({ type }: CustomerEvent): boolean {
  return ofTime.has(type);
}

/** True if a customer who says this to a person waits for an answer. */
export function wantsAnswer(event: CustomerEvent): boolean {
  return !isOfTime(event) && !(event.type === 'digress' && courtesies.has(event.about.kind));
}
